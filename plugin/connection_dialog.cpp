#include "plugin/connection_dialog.hpp"

#include "plugin/explain.hpp"
#include "plugin/session.hpp"
#include "plugin/state.hpp"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <qgsauthconfigselect.h>

namespace cortege::plugin {

ConnectionDialog::ConnectionDialog(QWidget *parent)
    : QDialog(parent), service_(new QLineEdit(this)), host_(new QLineEdit(this)), port_(new QLineEdit(this)),
      database_(new QLineEdit(this)), login_(new QLineEdit(this)),
      authentication_(new QgsAuthConfigSelect(this, QStringLiteral("postgres"))),
      test_(new QPushButton(tr("Test"), this)), outcome_(new QLabel(this)) {
  setObjectName(QStringLiteral("cortegeConnection"));
  setWindowTitle(tr("Connection to Cortège"));
  service_->setPlaceholderText(tr("name in pg_service.conf, if your administrator gave one"));
  host_->setPlaceholderText(QStringLiteral("cortege.example.fr"));
  login_->setPlaceholderText(tr("empty if the authentication configuration says it"));
  outcome_->setObjectName(QStringLiteral("cortegeConnectionOutcome"));
  outcome_->setWordWrap(true);
  outcome_->setMinimumHeight(3 * fontMetrics().lineSpacing());
  test_->setObjectName(QStringLiteral("cortegeConnectionTest"));
  test_->setAutoDefault(false);
  int field = 0;
  for (QLineEdit *edit : {service_, host_, port_, database_, login_})
    edit->setObjectName(QStringLiteral("cortegeConnection%1").arg(field++));

  const ConnectionSettings stored = ConnectionSettings::stored();
  service_->setText(stored.service);
  host_->setText(stored.host);
  port_->setText(stored.port);
  database_->setText(stored.database);
  login_->setText(stored.login);
  authentication_->setConfigId(stored.authcfg);
  const auto dim = [this] {
    for (QLineEdit *edit : {host_, port_, database_})
      edit->setEnabled(service_->text().trimmed().isEmpty());
  };
  connect(service_, &QLineEdit::textChanged, this, dim);
  dim();

  auto *form = new QFormLayout;
  form->addRow(tr("Service"), service_);
  form->addRow(tr("Host"), host_);
  form->addRow(tr("Port"), port_);
  form->addRow(tr("Database"), database_);
  form->addRow(tr("Login"), login_);
  form->addRow(tr("Password or certificate"), authentication_);
  auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
  buttons->button(QDialogButtonBox::Ok)->setText(tr("Connect"));
  buttons->addButton(test_, QDialogButtonBox::ActionRole);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(test_, &QPushButton::clicked, this, &ConnectionDialog::test);
  auto *layout = new QVBoxLayout(this);
  layout->addLayout(form);
  layout->addWidget(outcome_);
  layout->addWidget(buttons);
  resize(520, sizeHint().height());
}

ConnectionDialog::~ConnectionDialog() = default;

ConnectionSettings ConnectionDialog::settings() const {
  return {service_->text().trimmed(),  host_->text().trimmed(),  port_->text().trimmed(),
          database_->text().trimmed(), login_->text().trimmed(), authentication_->configId()};
}

void ConnectionDialog::test() {
  const ConnectionSettings asked = settings();
  if (!asked.complete()) {
    tell(tr("Give a service, or the host of the server."), false);
    return;
  }
  test_->setEnabled(false);
  tell(tr("Trying…"), true);
  worker_ = std::make_unique<Worker>(Session::opener(asked.conninfo()));
  worker_->run<Person>(
      this, &Session::ask_person,
      [this](const Person &person) {
        test_->setEnabled(true);
        if (!person.habilitated)
          tell(tr("Connected as %1, but without a habilitation: ask your manager for one.").arg(person.login),
               false);
        else if (!person.convention)
          tell(tr("Connected as %1, but the convention is not in force: no event can be read or entered.")
                   .arg(person.login),
               false);
        else
          tell(tr("Connected as %1 (%2). All is well.").arg(person.login, profile_name(person.profile)),
               true);
      },
      [this](const pg::Error &error) {
        test_->setEnabled(true);
        tell(explain(error), false);
      });
}

void ConnectionDialog::tell(const QString &text, bool good) {
  outcome_->setText(QStringLiteral("<span style='color:%1'>%2</span>")
                        .arg(good ? "#1a6b2d" : "#9a2a00", text.toHtmlEscaped()));
}

} // namespace cortege::plugin
