#pragma once

#include "plugin/connection_settings.hpp"

#include <QDialog>

#include <memory>

class QgsAuthConfigSelect;
class QLabel;
class QLineEdit;
class QPushButton;

namespace cortege::plugin {

class Worker;

/// Where the Cortège server is and how the person is known there. « Test » says in words what is wrong.
class ConnectionDialog : public QDialog {
  Q_OBJECT

public:
  explicit ConnectionDialog(QWidget *parent = nullptr);
  ~ConnectionDialog() override;

  ConnectionSettings settings() const;

private:
  void test();
  void tell(const QString &text, bool good);

  QLineEdit *service_, *host_, *port_, *database_, *login_;
  QgsAuthConfigSelect *authentication_;
  QPushButton *test_;
  QLabel *outcome_;
  std::unique_ptr<Worker> worker_;
};

} // namespace cortege::plugin
