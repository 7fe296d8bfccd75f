#include "plugin/connection_dialog.hpp"

#include "plugin/explain.hpp"
#include "plugin/field_note.hpp"
#include "plugin/help.hpp"
#include "plugin/kept_password.hpp"
#include "plugin/session.hpp"
#include "plugin/state.hpp"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <qgsauthconfigselect.h>

namespace cortege::plugin {

namespace {
constexpr int last_port = 65535, width_in_letters = 76;
}

ConnectionDialog::ConnectionDialog(QWidget *parent)
    : QDialog(parent), service_(new QLineEdit(this)), host_(new QLineEdit(this)), port_(new QLineEdit(this)),
      database_(new QLineEdit(this)), login_(new QLineEdit(this)), password_(new QLineEdit(this)),
      authentication_(new QgsAuthConfigSelect(this, QStringLiteral("postgres"))),
      test_(new QPushButton(tr("Test"), this)), outcome_(new QLabel(this)) {
  setObjectName(QStringLiteral("cortegeConnection"));
  setWindowTitle(tr("Connection to Cortège"));
  set_help(this, QStringLiteral("agent"), QStringLiteral("Se connecter"));
  outcome_->setObjectName(QStringLiteral("cortegeConnectionOutcome"));
  outcome_->setWordWrap(true);
  outcome_->setMinimumHeight(4 * fontMetrics().lineSpacing());
  outcome_->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  outcome_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  test_->setObjectName(QStringLiteral("cortegeConnectionTest"));
  test_->setAutoDefault(false);
  auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
  connect_ = buttons->button(QDialogButtonBox::Ok);
  connect_->setText(tr("Connect"));
  buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
  buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false); // Enter is for the connection
  buttons->addButton(test_, QDialogButtonBox::ActionRole);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(test_, &QPushButton::clicked, this, &ConnectionDialog::test);
  auto *layout = new QVBoxLayout(this);
  layout->addLayout(buildForm());
  layout->addWidget(outcome_);
  layout->addWidget(buttons);
  resize(width_in_letters * fontMetrics().averageCharWidth(), sizeHint().height());
  showStored();
}

ConnectionDialog::~ConnectionDialog() = default;

QFormLayout *ConnectionDialog::buildForm() {
  set_hint(*service_, tr("if your administrator gave its name"));
  set_hint(*host_, QStringLiteral("cortege.example.fr"));
  port_->setValidator(new QIntValidator(1, last_port, port_));
  password_->setEchoMode(QLineEdit::Password);
  password_->setObjectName(QStringLiteral("cortegeConnectionPassword"));
  int field = 0;
  for (QLineEdit *edit : {service_, host_, port_, database_, login_})
    edit->setObjectName(QStringLiteral("cortegeConnection%1").arg(field++));
  auto *form = new QFormLayout;
  form->addRow(tr("Service"), service_);
  form->addRow(tr("Host"), host_);
  form->addRow(tr("Port"), port_);
  form->addRow(tr("Database"), database_);
  form->addRow(tr("Login"), login_);
  form->addRow(tr("Password"), password_);
  form->addRow(tr("QGIS authentication"), authentication_);
  return form;
}

void ConnectionDialog::showStored() {
  const ConnectionSettings stored = ConnectionSettings::stored();
  service_->setText(stored.service);
  host_->setText(stored.host);
  port_->setText(stored.port);
  database_->setText(stored.database);
  login_->setText(stored.login);
  authentication_->setConfigId(stored.authcfg);
  connect(service_, &QLineEdit::textChanged, this, &ConnectionDialog::dim);
  connect(authentication_, &QgsAuthConfigSelect::selectedConfigIdChanged, this, [this] {
    password_->clear();
    dim();
  });
  dim();
}

void ConnectionDialog::dim() {
  for (QLineEdit *edit : {host_, port_, database_})
    edit->setEnabled(service_->text().trimmed().isEmpty());
  const QString chosen = authentication_->configId();
  set_hint(*login_, chosen.isEmpty() ? QString() : tr("empty if the configuration says it"));
  set_hint(*password_, holds_password(chosen) ? tr("kept by QGIS: type it only to change it")
                       : chosen.isEmpty()     ? tr("QGIS will keep it, encrypted")
                                              : tr("not needed with this certificate"));
}

ConnectionSettings ConnectionDialog::settings() const {
  return {service_->text().trimmed(),  host_->text().trimmed(),  port_->text().trimmed(),
          database_->text().trimmed(), login_->text().trimmed(), authentication_->configId()};
}

bool ConnectionDialog::complete() {
  const ConnectionSettings asked = settings();
  if (!asked.complete())
    tell(tr("Give a service, or the host of the server."), false);
  else if (asked.login.isEmpty() && !password_->text().isEmpty())
    tell(tr("Give the login that this password belongs to."), false);
  else
    return true;
  return false;
}

// A password goes into QGIS's keeping before anybody uses it; the layers find it there too.
void ConnectionDialog::accept() {
  if (!complete())
    return;
  if (!password_->text().isEmpty()) {
    const auto kept = keep_password(settings(), password_->text());
    if (!kept) {
      tell(tr("QGIS cannot keep the password without its master password: connect again and give it, or "
              "choose "
              "it the first time. Nothing was stored."),
           false);
      return;
    }
    authentication_->setConfigId(*kept);
  }
  QDialog::accept();
}

void ConnectionDialog::test() {
  if (!complete())
    return;
  const ConnectionSettings asked = settings();
  const QString password = password_->text();
  if (asked.bare() && password.isEmpty()) {
    tell(tr("Type the password, or choose a configuration that holds it or your certificate."), false);
    return;
  }
  connect_->setFocus();
  test_->setEnabled(false);
  tell(tr("Trying…"), true);
  worker_ = std::make_unique<Worker>(
      Session::opener(password.isEmpty() ? asked.conninfo() : asked.conninfo(password)));
  worker_->run<Person>(
      this, &Session::ask_person, [this](const Person &person) { greet(person); },
      [this](const pg::Error &error) {
        test_->setEnabled(true);
        tell(explain(error), false);
      });
}

void ConnectionDialog::greet(const Person &person) {
  test_->setEnabled(true);
  if (!person.habilitated)
    tell(tr("Connected as %1, but without a habilitation: ask your manager for one.").arg(person.login),
         false);
  else if (!person.convention)
    tell(tr("Connected as %1, but the convention is not in force: no event can be read or entered.")
             .arg(person.login),
         false);
  else
    tell(tr("Connected as %1 (%2). All is well.").arg(person.login, profile_name(person.profile)), true);
}

void ConnectionDialog::tell(const QString &text, bool good) {
  outcome_->setText(QStringLiteral("<span style='color:%1'>%2</span>")
                        .arg((good ? palette().color(QPalette::WindowText) : attention(*this)).name(),
                             text.toHtmlEscaped()));
}

} // namespace cortege::plugin
