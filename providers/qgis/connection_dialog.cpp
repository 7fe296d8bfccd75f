#include "providers/qgis/connection_dialog.hpp"

#include "providers/qgis/database_connection.hpp"
#include "providers/qgis/sessions.hpp"
#include "providers/qgis/text.hpp"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <qgsauthsettingswidget.h>
#include <qgsdatasourceuri.h>
#include <qgsexception.h>
#include <qgsfilewidget.h>

namespace cortege::qgis {

ConnectionDialog::ConnectionDialog(QWidget *parent, const QString &name)
    : QDialog(parent), name_(new QLineEdit), service_(new QLineEdit), host_(new QLineEdit),
      port_(new QLineEdit), database_(new QLineEdit), encryption_(new QComboBox),
      authority_(new QgsFileWidget), credentials_(new QgsAuthSettingsWidget), answer_(new QLabel) {
  setObjectName(QStringLiteral("cortegeConnection"));
  setWindowTitle(sentence("Connection to Cortège"));
  auto *form = new QFormLayout(this);
  form->addRow(sentence("&Name"), name_);
  form->addRow(sentence("&Service"), service_);
  form->addRow(sentence("&Host"), host_);
  form->addRow(sentence("&Port"), port_);
  form->addRow(sentence("&Database"), database_);
  form->addRow(sentence("&Encryption"), encryption_);
  form->addRow(sentence("&Certificate authority"), authority_);
  form->addRow(credentials_);
  answer_->setWordWrap(true);
  form->addRow(answer_);
  encryption_->addItem(sentence("if the server offers it"), QgsDataSourceUri::SslPrefer);
  encryption_->addItem(sentence("required"), QgsDataSourceUri::SslRequire);
  encryption_->addItem(sentence("required, certificate checked"), QgsDataSourceUri::SslVerifyCa);
  encryption_->addItem(sentence("required, certificate and host name checked"),
                       QgsDataSourceUri::SslVerifyFull);
  encryption_->addItem(sentence("only if the server insists"), QgsDataSourceUri::SslAllow);
  encryption_->addItem(sentence("none"), QgsDataSourceUri::SslDisable);
  host_->setPlaceholderText(QStringLiteral("localhost"));
  port_->setPlaceholderText(QStringLiteral("5432"));
  database_->setPlaceholderText(QStringLiteral("cortege"));
  auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  QPushButton *test_button = buttons->addButton(sentence("&Test"), QDialogButtonBox::ActionRole);
  form->addRow(buttons);
  connect(test_button, &QPushButton::clicked, this, &ConnectionDialog::test);
  connect(buttons, &QDialogButtonBox::accepted, this, &ConnectionDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &ConnectionDialog::reject);
  fill(name);
}

void ConnectionDialog::fill(const QString &name) {
  if (name.isEmpty())
    return;
  const QgsDataSourceUri stored(DatabaseConnection(name).uri());
  name_->setText(name);
  service_->setText(stored.service());
  host_->setText(stored.host());
  port_->setText(stored.port());
  database_->setText(stored.database());
  encryption_->setCurrentIndex(encryption_->findData(stored.sslMode()));
  authority_->setFilePath(stored.param(QStringLiteral("sslrootcert")));
  credentials_->setUsername(stored.username());
  credentials_->setConfigId(stored.authConfigId());
}

QString ConnectionDialog::name() const {
  return name_->text().trimmed();
}

QString ConnectionDialog::uri() const {
  QgsDataSourceUri uri;
  const auto encryption = static_cast<QgsDataSourceUri::SslMode>(encryption_->currentData().toInt());
  if (!service_->text().isEmpty())
    uri.setConnection(service_->text(), database_->text(), credentials_->username(), QString(), encryption,
                      credentials_->configId());
  else
    uri.setConnection(host_->text(), port_->text(), database_->text(), credentials_->username(), QString(),
                      encryption, credentials_->configId());
  if (!authority_->filePath().isEmpty())
    uri.setParam(QStringLiteral("sslrootcert"), authority_->filePath());
  return connection_text(uri, false);
}

void ConnectionDialog::test() {
  try {
    const auto schemas = DatabaseConnection(uri(), {}).schemas();
    answer_->setText(sentence("Connected: %1 schemas can be read.").arg(schemas.size()));
  } catch (const QgsProviderConnectionException &error) {
    answer_->setText(error.what());
  }
}

void ConnectionDialog::accept() {
  if (name().isEmpty()) {
    answer_->setText(sentence("Give the connection a name."));
    return;
  }
  DatabaseConnection(uri(), {}).store(name());
  QDialog::accept();
}

} // namespace cortege::qgis
