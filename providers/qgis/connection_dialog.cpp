#include "providers/qgis/connection_dialog.hpp"

#include "providers/qgis/database_connection.hpp"
#include "providers/qgis/text.hpp"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <qgsauthsettingswidget.h>
#include <qgsdatasourceuri.h>
#include <qgsexception.h>

namespace cortege::qgis {
ConnectionDialog::ConnectionDialog(QWidget *parent, const QString &name)
    : QDialog(parent), name_(new QLineEdit), service_(new QLineEdit), host_(new QLineEdit),
      port_(new QLineEdit), database_(new QLineEdit), credentials_(new QgsAuthSettingsWidget),
      answer_(new QLabel) {
  setObjectName(QStringLiteral("cortegeConnection"));
  setWindowTitle(sentence("Connection to Cortège"));
  auto *form = new QFormLayout(this);
  form->addRow(sentence("&Name"), name_);
  form->addRow(sentence("&Service"), service_);
  form->addRow(sentence("&Host"), host_);
  form->addRow(sentence("&Port"), port_);
  form->addRow(sentence("&Database"), database_);
  form->addRow(credentials_);
  answer_->setWordWrap(true);
  form->addRow(answer_);
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
  credentials_->setUsername(stored.username());
  credentials_->setConfigId(stored.authConfigId());
}

QString ConnectionDialog::name() const {
  return name_->text().trimmed();
}

QString ConnectionDialog::uri() const {
  QgsDataSourceUri uri;
  if (!service_->text().isEmpty())
    uri.setConnection(service_->text(), database_->text(), credentials_->username(), QString(),
                      QgsDataSourceUri::SslPrefer, credentials_->configId());
  else
    uri.setConnection(host_->text(), port_->text(), database_->text(), credentials_->username(), QString(),
                      QgsDataSourceUri::SslPrefer, credentials_->configId());
  return uri.connectionInfo(false);
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
