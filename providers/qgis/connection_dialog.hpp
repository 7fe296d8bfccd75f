#pragma once

#include <QDialog>

class QComboBox;
class QLineEdit;
class QLabel;
class QgsAuthSettingsWidget;
class QgsFileWidget;

namespace cortege::qgis {

/// Names a connection: a libpq service, or host, port and database; credentials by QGIS's authentication
/// system.
class ConnectionDialog : public QDialog {
  Q_OBJECT

public:
  explicit ConnectionDialog(QWidget *parent = nullptr, const QString &name = QString());
  QString name() const;
  void accept() override;

private:
  QString uri() const;
  void fill(const QString &name);
  void test();

  QLineEdit *name_, *service_, *host_, *port_, *database_;
  QComboBox *encryption_;
  QgsFileWidget *authority_; ///< the certificate authority that the server's certificate must come from
  QgsAuthSettingsWidget *credentials_;
  QLabel *answer_;
};

} // namespace cortege::qgis
