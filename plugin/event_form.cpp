#include "plugin/event_form.hpp"

#include "plugin/address_list.hpp"
#include "plugin/conflict_dialog.hpp"
#include "plugin/event_store.hpp"
#include "plugin/explain.hpp"
#include "plugin/footprint_panel.hpp"
#include "plugin/footprint_tool.hpp"
#include "plugin/lambert.hpp"
#include "plugin/march_panel.hpp"
#include "plugin/pick_tool.hpp"
#include "plugin/route_tool.hpp"
#include "plugin/screening.hpp"
#include "plugin/session.hpp"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <qgisinterface.h>
#include <qgsdatetimeedit.h>
#include <qgsmapcanvas.h>

namespace cortege::plugin {

namespace {

std::optional<int> count(const QLineEdit *box) {
  bool number = false;
  const int value = box ? box->text().toInt(&number) : 0;
  return number ? std::optional(value) : std::nullopt;
}

} // namespace

EventForm::EventForm(QgisInterface &qgis, Session &session, const Event &event, QWidget *parent)
    : QWidget(parent), qgis_(qgis), session_(session), before_(event) {
  setObjectName(QStringLiteral("cortegeForm"));
  build();
  fill(event);
  connectAll();
  shapeChanged();
  touched_ = false;
  check();
  subject_->setFocus();
}

EventForm::~EventForm() {
  QgsMapCanvas *canvas = qgis_.mapCanvas();
  for (QgsMapTool *tool :
       {static_cast<QgsMapTool *>(route_tool_.get()), static_cast<QgsMapTool *>(footprint_tool_.get()),
        static_cast<QgsMapTool *>(pick_tool_.get())})
    if (tool && canvas->mapTool() == tool)
      canvas->unsetMapTool(tool);
  if (tool_before_)
    canvas->setMapTool(tool_before_);
}

void EventForm::connectAll() {
  addresses_->setCentre([this] { return centre_in_lambert(*qgis_.mapCanvas()); });
  pause_.setSingleShot(true);
  pause_.setInterval(400);
  connect(&pause_, &QTimer::timeout, this, &EventForm::screen);
  connect(subject_, &QLineEdit::textChanged, this, &EventForm::touch);
  connect(description_, &QPlainTextEdit::textChanged, this, &EventForm::touch);
  for (QgsDateTimeEdit *box : {begin_, end_})
    connect(box, &QgsDateTimeEdit::valueChanged, this, &EventForm::touch);
  for (QLineEdit *box : {persons_expected_, persons_declared_, cars_expected_, cars_declared_})
    if (box)
      connect(box, &QLineEdit::textChanged, this, &EventForm::touch);
  for (QComboBox *box : {organiser_, theme_})
    if (box)
      connect(box, &QComboBox::currentTextChanged, this, &EventForm::touch);
  connect(addresses_, &AddressList::changed, this, [this] {
    if (march_)
      march_->follow(addresses_->addresses());
    touch();
  });
  connect(addresses_, &AddressList::pickRequested, this, &EventForm::pick);
  connect(pick_tool_.get(), &QgsMapToolEmitPoint::canvasClicked, this, [this](const QgsPointXY &on_map) {
    const QgsPointXY point = to_lambert(*qgis_.mapCanvas(), on_map);
    const int row = pick_tool_->row;
    session_.steady()->run<std::optional<Place>>(
        this, [point](Line &line) { return nearest_place(line, point); },
        [this, row, point](const std::optional<Place> &place) {
          addresses_->place(row, place ? place->label : tr("Point on the map"), point);
        },
        [this](const pg::Error &error) { warn(explain(error)); });
    useTool(route_tool_ ? static_cast<QgsMapTool *>(route_tool_.get()) : tool_before_.data());
  });
  if (march_) {
    connect(march_, &MarchPanel::routed, this, &EventForm::shapeChanged);
    connect(march_, &MarchPanel::told, this, &EventForm::warn);
    connect(qgis_.mapCanvas(), &QgsMapCanvas::temporalRangeChanged, this, &EventForm::showOccupied);
    useTool(route_tool_.get());
  }
  if (footprint_) {
    connect(footprint_, &FootprintPanel::drawRequested, this, [this] { useTool(footprint_tool_.get()); });
    connect(footprint_tool_.get(), &FootprintTool::drawn, footprint_, &FootprintPanel::setFootprint);
    connect(footprint_, &FootprintPanel::changed, this, &EventForm::shapeChanged);
  }
  connect(save_, &QPushButton::clicked, this, &EventForm::save);
  for (const int key : {Qt::Key_Return, Qt::Key_Enter})
    connect(new QShortcut(QKeySequence(int(Qt::CTRL) | key), this, nullptr, nullptr,
                          Qt::WidgetWithChildrenShortcut),
            &QShortcut::activated, this, &EventForm::save);
}

Event EventForm::event() const {
  Event event = before_;
  event.subject = subject_->text().simplified();
  event.description = without_controls(description_->toPlainText());
  event.addresses = addresses_->addresses();
  event.begin = begin_->dateTime();
  event.end = end_->dateTime();
  event.persons_expected = count(persons_expected_);
  event.persons_declared = count(persons_declared_);
  event.cars_expected = count(cars_expected_);
  event.cars_declared = count(cars_declared_);
  if (organiser_)
    event.organiser = organiser_->currentText();
  if (theme_)
    event.theme = theme_->currentText();
  if (march_)
    event.geometry = march_->line();
  if (footprint_)
    event.geometry = footprint_->footprint();
  return event;
}

void EventForm::touch() {
  touched_ = true;
  showFirst();
  pause_.start();
  check();
}

void EventForm::shapeChanged() {
  if (march_) {
    route_tool_->show(march_->line(), march_->chainages());
    showOccupied();
  }
  if (footprint_)
    footprint_tool_->show(footprint_->footprint());
  touch();
}

// The first place known brings the map there; after that the map is the person's.
void EventForm::showFirst() {
  const Event now = event();
  QgsMultiPointXY points;
  for (const EventAddress &address : now.addresses)
    if (address.point)
      points.append(*address.point);
  const bool drawn = !now.geometry.isNull() && !now.geometry.isEmpty();
  if (shown_ || before_.id || (march_ ? !drawn : points.isEmpty()))
    return;
  shown_ = true;
  show_on_map(*qgis_.mapCanvas(), drawn ? now.geometry : QgsGeometry::fromMultiPointXY(points));
}

void EventForm::showOccupied() {
  const QgsDateTimeRange window = qgis_.mapCanvas()->temporalRange();
  route_tool_->showOccupied(window.isInfinite() ? QgsGeometry() : march_->occupied(window.begin()));
}

// What is missing stops the save; what may follow is only told.
void EventForm::check() {
  const Event now = event();
  const auto persons = now.persons_expected ? now.persons_expected : now.persons_declared;
  if (march_)
    march_->setDeclared(now.begin, persons);
  if (footprint_) {
    footprint_->setPersons(persons);
    footprint_->setCentre(addresses_->point(0));
  }
  QStringList missing, later;
  if (now.subject.isEmpty())
    missing << tr("the subject");
  if (now.addresses.isEmpty())
    missing << tr("one address");
  if (!now.begin.isValid())
    missing << tr("the start");
  if (now.begin.isValid() && now.end.isValid() && now.end < now.begin)
    missing << tr("an end after the start");
  if (!now.end.isValid())
    later << tr("the end");
  if (facts(now.kind).counts && !persons)
    later << tr("the number of persons");
  if ((march_ || footprint_) && (now.geometry.isNull() || now.geometry.isEmpty()))
    later << (march_ ? tr("the way") : tr("the ground"));
  save_->setEnabled(missing.isEmpty() && !saving_);
  todo_->setText(!missing.isEmpty() ? tr("<b>Still needed:</b> %1").arg(missing.join(QStringLiteral(", ")))
                 : later.isEmpty()  ? QString()
                                    : tr("To be completed later: %1").arg(later.join(QStringLiteral(", "))));
  todo_->setVisible(!todo_->text().isEmpty());
}

void EventForm::screen() {
  screen_texts(session_, this, {subject_->text(), description_->toPlainText()},
               [this](const QList<PersonalData> &found) {
                 show_personal_data(found, *privacy_, *subject_, *description_);
               });
}

void EventForm::save() {
  if (!save_->isEnabled() || !session_.steady())
    return;
  saving_ = true;
  save_->setEnabled(false);
  const Event now = event();
  session_.steady()->run<Saved>(
      this, [now](Line &line) { return save_event(line, now); },
      [this](const Saved &saved) { receive(saved); },
      [this](const pg::Error &error) {
        saving_ = false;
        warn(tr("Not saved: %1").arg(explain(error)));
        check();
      });
}

void EventForm::receive(const Saved &saved) {
  saving_ = false;
  if (saved.conflict) {
    settle(saved.event);
    return;
  }
  touched_ = false;
  emit this->saved(saved.event);
}

// A colleague saved first. The person chooses field by field; what they keep is saved over the new version.
void EventForm::settle(const Event &theirs) {
  ConflictDialog dialog(before_, event(), theirs, this);
  if (dialog.exec() == QDialog::Accepted) {
    const Event merged = dialog.merged();
    before_ = theirs;
    fill(merged);
    if (march_)
      march_->keep(merged.geometry, merged.addresses);
    shapeChanged();
    save();
  } else {
    warn(tr("A colleague changed this event meanwhile: nothing of yours is saved yet."));
    check();
  }
}

void EventForm::pick(int row) {
  pick_tool_->row = row;
  useTool(pick_tool_.get());
}

void EventForm::useTool(QgsMapTool *tool) {
  QgsMapCanvas *canvas = qgis_.mapCanvas();
  QgsMapTool *current = canvas->mapTool();
  if (current != route_tool_.get() && current != footprint_tool_.get() && current != pick_tool_.get())
    tool_before_ = current;
  if (tool)
    canvas->setMapTool(tool);
}

void EventForm::warn(const QString &text) {
  warning_->setText(text);
  warning_->setVisible(!text.isEmpty());
}

} // namespace cortege::plugin
