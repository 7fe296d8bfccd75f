#include "plugin/event_fields.hpp"

#include "plugin/address_list.hpp"
#include "plugin/count_fields.hpp"
#include "plugin/help.hpp"
#include "plugin/screening.hpp"
#include "plugin/tab_order.hpp"
#include "plugin/time_fields.hpp"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace cortege::plugin {

namespace {

QComboBox *choice(QWidget *parent, const QString &object, const QString &name, const QStringList &values) {
  auto *box = new QComboBox(parent);
  box->setObjectName(object);
  box->setAccessibleName(name);
  box->addItem(QString());
  box->addItems(values);
  return box;
}

} // namespace

EventFields::EventFields(Session &session, Kind kind, QWidget *parent)
    : QWidget(parent), kind_(kind), form_(new QFormLayout(this)), subject_(new QLineEdit(this)),
      description_(new QPlainTextEdit(this)), screening_(new Screening(session, this)),
      addresses_(new AddressList(session, kind, this)) {
  form_->setContentsMargins(0, 0, 0, 0);
  form_->setRowWrapPolicy(QFormLayout::DontWrapRows);
  form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form_->setVerticalSpacing(5);
  build();
  connect(subject_, &QLineEdit::textChanged, this, &EventFields::changed);
  connect(description_, &QPlainTextEdit::textChanged, this, &EventFields::changed);
  connect(addresses_, &AddressList::changed, this, [this] {
    screenFields();
    emit addressesChanged();
    emit changed();
  });
  connect(times_, &TimeFields::changed, this, &EventFields::changed);
  if (counts_)
    connect(counts_, &CountFields::changed, this, &EventFields::changed);
  for (QComboBox *box : {organiser_, theme_})
    if (box)
      connect(box, &QComboBox::currentTextChanged, this, &EventFields::changed);
  connect(this, &EventFields::changed, screening_, &Screening::look);
  screenFields();
  setFocusProxy(subject_);
}

// The order in which rows are made is the order of the Tab key.
void EventFields::build() {
  subject_->setObjectName(QStringLiteral("cortegeSubject"));
  subject_->setMaxLength(200);
  form_->addRow(tr("Subject *"), subject_);
  description_->setObjectName(QStringLiteral("cortegeDescription"));
  description_->setTabChangesFocus(true);
  description_->setFixedHeight(4 * fontMetrics().lineSpacing());
  form_->addRow(tr("Description"), description_);
  form_->addRow(screening_);
  if (kind_ == Kind::visit)
    screening_->setAdvice(tr("Write the function, not the name."));
  form_->addRow(new QLabel(facts(kind_).one_address ? tr("Address *") : tr("Addresses *"), this));
  form_->addRow(addresses_);
  set_help(addresses_, QStringLiteral("agent"), QStringLiteral("Adresses."));
  times_ = new TimeFields(*form_, this);
  if (facts(kind_).counts) {
    counts_ = new CountFields(*form_, this);
    organiser_ = choice(this, QStringLiteral("cortegeOrganiser"), tr("Organiser's status"), organisers());
    form_->addRow(tr("Organiser's status"), organiser_);
  }
  if (facts(kind_).theme) {
    theme_ = choice(this, QStringLiteral("cortegeTheme"), tr("Theme"), themes());
    form_->addRow(tr("Theme"), theme_);
  }
}

void EventFields::screenFields() {
  screening_->setFields(QList<QWidget *>{subject_, description_} + addresses_->editors());
  // Rows come and go: each time the Tab key is told to pass through them, after what is said of the
  // description.
  set_tab_order(QList<QWidget *>{screening_} + addresses_->tabChain());
}

void EventFields::fill(const Event &event) {
  subject_->setText(event.subject);
  description_->setPlainText(event.description);
  addresses_->setAddresses(event.addresses);
  times_->setTimes(event.begin, event.end);
  if (counts_)
    counts_->fill(event);
  if (organiser_)
    organiser_->setCurrentText(event.organiser);
  if (theme_)
    theme_->setCurrentText(event.theme);
  screenFields();
}

void EventFields::read(Event &event) const {
  event.subject = without_controls(subject_->text()).simplified();
  event.description = without_controls(description_->toPlainText());
  event.addresses = addresses_->addresses();
  event.begin = times_->begin();
  event.end = times_->end();
  if (counts_)
    static_cast<Counts &>(event) = counts_->counts();
  if (organiser_)
    event.organiser = organiser_->currentText();
  if (theme_)
    event.theme = theme_->currentText();
}

void EventFields::setReadOnly() {
  subject_->setReadOnly(true);
  description_->setReadOnly(true);
  description_->setTextInteractionFlags(Qt::TextSelectableByMouse
                                        | Qt::TextSelectableByKeyboard); // with a cursor
  addresses_->setReadOnly();
  // What cannot be changed is still to be read.
  QPalette readable = palette();
  for (const auto role : {QPalette::Text, QPalette::ButtonText, QPalette::WindowText})
    readable.setColor(QPalette::Disabled, role, readable.color(QPalette::Active, role));
  setPalette(readable);
  times_->setReadOnly();
  if (counts_)
    counts_->setReadOnly();
  for (QComboBox *box : {organiser_, theme_})
    if (box)
      box->setEnabled(false);
}

QStringList EventFields::missing() const {
  QStringList missing;
  if (subject_->text().trimmed().isEmpty())
    missing << tr("the subject");
  if (addresses_->addresses().isEmpty())
    missing << tr("one address");
  if (!times_->begin().isValid())
    missing << tr("the start");
  if (!times_->ordered())
    missing << tr("an end after the start");
  return missing;
}

void EventFields::goToMissing() {
  if (subject_->text().trimmed().isEmpty())
    subject_->setFocus();
  else if (addresses_->addresses().isEmpty())
    addresses_->editors().front()->setFocus();
  else
    times_->goToMissing();
}

QStringList EventFields::later() const {
  Event now;
  read(now);
  QStringList later;
  if (!now.end.isValid())
    later << tr("the end");
  if (counts_ && !now.persons())
    later << tr("the number of persons");
  if (organiser_ && now.organiser.isEmpty())
    later << tr("the organiser's status");
  if (theme_ && now.theme.isEmpty())
    later << tr("the theme");
  for (const EventAddress &address : now.addresses)
    if (!address.point) {
      later << tr("the place of “%1”").arg(address.label);
      break;
    }
  return later;
}

} // namespace cortege::plugin
