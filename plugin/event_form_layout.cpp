// What the form is made of; what it does is in event_form.cpp.
#include "plugin/address_list.hpp"
#include "plugin/event_form.hpp"
#include "plugin/footprint_panel.hpp"
#include "plugin/footprint_tool.hpp"
#include "plugin/march_panel.hpp"
#include "plugin/pick_tool.hpp"
#include "plugin/route_tool.hpp"

#include <QComboBox>
#include <QFormLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QTimeZone>
#include <qgisinterface.h>
#include <qgsdatetimeedit.h>

namespace cortege::plugin {

namespace {

// Empty is « unknown », which zero is not.
QLineEdit *count_box(QWidget *parent, const QString &name) {
  auto *box = new QLineEdit(parent);
  box->setValidator(new QIntValidator(0, 2000000, box));
  box->setMaxLength(7);
  box->setAccessibleName(name);
  box->setMinimumWidth(8 * box->fontMetrics().averageCharWidth());
  return box;
}

QString shown_count(const std::optional<int> &count) {
  return count ? QString::number(*count) : QString();
}

QgsDateTimeEdit *time_box(QWidget *parent, const QString &object) {
  auto *box = new QgsDateTimeEdit(parent);
  box->setObjectName(object);
  box->setDisplayFormat(QStringLiteral("ddd dd/MM/yyyy HH:mm"));
  box->setCalendarPopup(true);
  box->setAllowNull(true);
  box->setNullRepresentation(QString());
  return box;
}

} // namespace

void EventForm::build() {
  auto *body = new QWidget(this);
  auto *form = new QFormLayout;
  form->setRowWrapPolicy(QFormLayout::DontWrapRows);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->setVerticalSpacing(5);

  subject_ = new QLineEdit(body);
  subject_->setObjectName(QStringLiteral("cortegeSubject"));
  subject_->setMaxLength(200);
  form->addRow(tr("Subject *"), subject_);
  description_ = new QPlainTextEdit(body);
  description_->setObjectName(QStringLiteral("cortegeDescription"));
  description_->setTabChangesFocus(true);
  description_->setFixedHeight(4 * fontMetrics().lineSpacing());
  form->addRow(tr("Description"), description_);
  privacy_ = new QLabel(body);
  privacy_->setObjectName(QStringLiteral("cortegePrivacy"));
  privacy_->setWordWrap(true);
  privacy_->hide();
  form->addRow(privacy_);
  addresses_ = new AddressList(session_, before_.kind, body);
  form->addRow(new QLabel(facts(before_.kind).one_address ? tr("Address *") : tr("Addresses *"), body));
  form->addRow(addresses_);

  begin_ = time_box(body, QStringLiteral("cortegeBegin"));
  end_ = time_box(body, QStringLiteral("cortegeEnd"));
  const QString zone = QString::fromUtf8(QTimeZone::systemTimeZoneId());
  begin_->setToolTip(tr("Local time (%1)").arg(zone));
  end_->setToolTip(tr("Empty: the end is not known yet. Local time (%1)").arg(zone));
  form->addRow(tr("Start *"), begin_);
  form->addRow(tr("End"), end_);
  if (facts(before_.kind).counts)
    buildCounts(form);
  if (facts(before_.kind).theme) {
    theme_ = new QComboBox(body);
    theme_->setObjectName(QStringLiteral("cortegeTheme"));
    theme_->addItem(QString());
    theme_->addItems(themes());
    form->addRow(tr("Theme"), theme_);
  }
  buildShape(form);

  title_ = new QLabel(this);
  title_->setTextFormat(Qt::RichText);
  warning_ = new QLabel(this);
  warning_->setObjectName(QStringLiteral("cortegeWarning"));
  warning_->setWordWrap(true);
  warning_->setStyleSheet(
      QStringLiteral("background:#fdecd9; color:#5a2d00; padding:5px; border-radius:3px"));
  warning_->hide();
  todo_ = new QLabel(this);
  todo_->setObjectName(QStringLiteral("cortegeTodo"));
  todo_->setWordWrap(true);
  save_ = new QPushButton(tr("Save"), this);
  save_->setObjectName(QStringLiteral("cortegeSave"));
  save_->setDefault(true);
  save_->setToolTip(tr("Save and transmit to the platform (Ctrl+Enter)"));
  auto *leave = new QPushButton(tr("Back to the agenda"), this);
  leave->setObjectName(QStringLiteral("cortegeLeave"));
  connect(leave, &QPushButton::clicked, this, &EventForm::left);

  auto *column = new QVBoxLayout(body);
  column->setContentsMargins(6, 6, 6, 6);
  column->addLayout(form);
  column->addStretch(1);
  auto *scroll = new QScrollArea(this);
  scroll->setWidget(body);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setMinimumWidth(body->minimumSizeHint().width() + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto *buttons = new QHBoxLayout;
  buttons->addWidget(leave);
  buttons->addStretch(1);
  buttons->addWidget(save_);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(4, 4, 4, 4);
  layout->addWidget(title_);
  layout->addWidget(scroll, 1);
  layout->addWidget(warning_);
  layout->addWidget(todo_);
  layout->addLayout(buttons);
}

void EventForm::buildCounts(QFormLayout *form) {
  const auto pair = [this, form](const QString &label, const QString &what, const QString &object,
                                 QLineEdit *&expected, QLineEdit *&declared) {
    expected = count_box(this, tr("%1 expected").arg(what));
    declared = count_box(this, tr("%1 declared").arg(what));
    expected->setObjectName(object + "Expected");
    declared->setObjectName(object + "Declared");
    auto *line = new QHBoxLayout;
    line->addWidget(expected, 1);
    line->addWidget(new QLabel(tr("expected"), this));
    line->addWidget(declared, 1);
    line->addWidget(new QLabel(tr("declared"), this));
    form->addRow(label, line);
  };
  pair(tr("Persons"), tr("Persons"), QStringLiteral("cortegePersons"), persons_expected_, persons_declared_);
  pair(tr("Cars"), tr("Cars"), QStringLiteral("cortegeCars"), cars_expected_, cars_declared_);
  organiser_ = new QComboBox(this);
  organiser_->setObjectName(QStringLiteral("cortegeOrganiser"));
  organiser_->addItem(QString());
  organiser_->addItems(organisers());
  form->addRow(tr("Organiser's status"), organiser_);
}

void EventForm::buildShape(QFormLayout *form) {
  QgsMapCanvas *canvas = qgis_.mapCanvas();
  if (before_.kind == Kind::march) {
    march_ = new MarchPanel(session_, this);
    form->addRow(march_);
    route_tool_ = std::make_unique<RouteTool>(canvas, session_, *addresses_);
  } else if (before_.kind == Kind::gathering) {
    footprint_ = new FootprintPanel(this);
    form->addRow(new QLabel(tr("Ground"), this));
    form->addRow(footprint_);
    footprint_tool_ = std::make_unique<FootprintTool>(canvas);
  }
  pick_tool_ = std::make_unique<PickTool>(canvas);
}

void EventForm::fill(const Event &event) {
  title_->setText(QStringLiteral("<b>%1</b> %2")
                      .arg(kind_name(event.kind), event.id ? tr("no. %1").arg(*event.id) : tr("(new)")));
  subject_->setText(event.subject);
  description_->setPlainText(event.description);
  addresses_->setAddresses(event.addresses);
  begin_->setDateTime(event.begin);
  end_->setDateTime(event.end);
  if (persons_expected_) {
    persons_expected_->setText(shown_count(event.persons_expected));
    persons_declared_->setText(shown_count(event.persons_declared));
    cars_expected_->setText(shown_count(event.cars_expected));
    cars_declared_->setText(shown_count(event.cars_declared));
    organiser_->setCurrentText(event.organiser);
  }
  if (theme_)
    theme_->setCurrentText(event.theme);
  if (march_ && !event.geometry.isNull())
    march_->keep(event.geometry, event.addresses);
  if (footprint_)
    footprint_->setFootprint(event.geometry);
}

} // namespace cortege::plugin
