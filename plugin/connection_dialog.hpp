#pragma once

#include "plugin/connection_settings.hpp"

#include <QDialog>

#include <memory>

class QgsAuthConfigSelect;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace cortege::plugin {

class Worker;
struct Person;

/// Where the Cortège server is and how the person is known there. « Test » says in words what is wrong. A
/// password that is typed is kept by QGIS's authentication system, and nowhere else.
class ConnectionDialog : public QDialog {
  Q_OBJECT

public:
  explicit ConnectionDialog(QWidget *parent = nullptr);
  ~ConnectionDialog() override;

  ConnectionSettings settings() const;
  void accept() override;

private:
  QFormLayout *buildForm();
  void showStored();
  /// What a service or a configuration says need not be typed.
  void dim();
  /// False, and told, when something needed is missing.
  bool complete();
  void test();
  void greet(const Person &person);
  void tell(const QString &text, bool good);

  QLineEdit *service_, *host_, *port_, *database_, *login_, *password_;
  QgsAuthConfigSelect *authentication_;
  QPushButton *test_, *connect_ = nullptr;
  QLabel *outcome_;
  std::unique_ptr<Worker> worker_;
};

} // namespace cortege::plugin
