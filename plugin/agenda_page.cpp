#include "plugin/agenda_page.hpp"

#include "plugin/agenda_filters.hpp"
#include "plugin/explain.hpp"
#include "plugin/lambert.hpp"
#include "plugin/session.hpp"
#include "plugin/surroundings.hpp"
#include "plugin/time_link.hpp"
#include "plugin/timeline.hpp"

#include <QDateEdit>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QWheelEvent>
#include <qgisinterface.h>
#include <qgsmapcanvas.h>

namespace cortege::plugin {

AgendaPage::AgendaPage(QgisInterface &qgis, Session &session, QWidget *parent)
    : QWidget(parent), qgis_(qgis), session_(session), time_(new TimeLink(*qgis.mapCanvas(), this)),
      timeline_(new Timeline(this)), filters_(new AgendaFilters(filter_, *qgis.mapCanvas(), this)),
      list_(new QTableView(this)), first_(new QDateEdit(QDate::currentDate(), this)),
      detail_(new QLabel(this)), count_(new QLabel(this)) {
  filter_.setSourceModel(&model_);
  build();
  soon_.setSingleShot(true);
  soon_.setInterval(250);
  connectAll();
  start(first_->date());
}

void AgendaPage::connectAll() {
  connect(&soon_, &QTimer::timeout, this, &AgendaPage::read);
  connect(&session_, &Session::eventsChanged, this, [this] { soon_.start(); });
  connect(&session_, &Session::opened, this, &AgendaPage::read);
  connect(&session_, &Session::closed, this, [this] { receive({}); });
  connect(timeline_, &Timeline::dayChosen, this, &AgendaPage::goTo);
  connect(timeline_, &Timeline::scrolled, this,
          [this](int days) { first_->setDate(first_->date().addDays(days)); });
  connect(list_, &QTableView::clicked, this, &AgendaPage::show);
  connect(list_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AgendaPage::tellChosen);
  connect(list_, &QTableView::activated, this, [this] {
    if (const AgendaEntry *entry = chosen())
      emit openRequested(entry->kind, entry->id);
  });
  connect(list_->verticalScrollBar(), &QScrollBar::valueChanged, this, &AgendaPage::showVisibleDays);
  connect(first_, &QDateEdit::dateChanged, this, &AgendaPage::start);
  connect(filters_, &AgendaFilters::changed, this, &AgendaPage::tellCount);
  connect(time_, &TimeLink::moved, this, &AgendaPage::follow);
}

// Past either end of the list there are more days.
bool AgendaPage::eventFilter(QObject *watched, QEvent *event) {
  if (watched == list_->viewport() && event->type() == QEvent::Wheel) {
    const QScrollBar *bar = list_->verticalScrollBar();
    const int turn = static_cast<QWheelEvent *>(event)->angleDelta().y();
    if (turn < 0 && bar->value() == bar->maximum())
      extend(Timeline::days);
    else if (turn > 0 && bar->value() == bar->minimum())
      extend(-Timeline::days);
  }
  return QWidget::eventFilter(watched, event);
}

void AgendaPage::start(const QDate &first) {
  from_ = first;
  to_ = first.addDays(Timeline::days);
  read();
}

void AgendaPage::extend(int days) {
  (days > 0 ? to_ : from_) = (days > 0 ? to_ : from_).addDays(days);
  read();
}

void AgendaPage::read() {
  if (!session_.connected() || !session_.person()->reads())
    return;
  session_.refresh(); // an agenda that is empty for want of a right must not look calm
  session_.steady()->run<QList<AgendaEntry>>(
      this,
      [from = from_.startOfDay(), to = to_.startOfDay()](Line &line) { return read_agenda(line, from, to); },
      [this](const QList<AgendaEntry> &entries) { receive(entries); },
      [this](const pg::Error &error) { emit failed(explain(error)); });
}

// What was chosen and what was seen stay where they were.
void AgendaPage::receive(const QList<AgendaEntry> &entries) {
  const AgendaEntry *kept = chosen();
  const QString key = kept ? event_key(kept->kind, kept->id) : QString();
  const QModelIndex top = list_->indexAt(QPoint(0, 0));
  const QString seen = top.isValid() ? event_key(entryAt(top.row()).kind, entryAt(top.row()).id) : QString();
  model_.setEntries(entries);
  QStringList services;
  for (const AgendaEntry &entry : entries)
    if (!services.contains(entry.service))
      services << entry.service;
  services.sort();
  filters_->setServices(services);
  for (int row = 0; row < filter_.rowCount(); ++row) {
    const QString here = event_key(entryAt(row).kind, entryAt(row).id);
    if (here == seen)
      list_->scrollTo(filter_.index(row, 0), QAbstractItemView::PositionAtTop);
    if (here == key)
      list_->selectRow(row);
  }
  showVisibleDays();
  tellCount();
  tellChosen();
  flagClashes();
}

void AgendaPage::flagClashes() {
  if (!session_.side())
    return;
  session_.side()->run<QSet<QString>>(
      this,
      [from = from_.startOfDay(), to = to_.startOfDay()](Line &line) { return clashing(line, from, to); },
      [this](const QSet<QString> &keys) {
        model_.setClashing(keys);
        tellChosen();
      },
      {});
}

const AgendaEntry &AgendaPage::entryAt(int row) const {
  return model_.entry(filter_.mapToSource(filter_.index(row, 0)).row());
}

const AgendaEntry *AgendaPage::chosen() const {
  const QModelIndexList rows = list_->selectionModel()->selectedRows();
  return rows.isEmpty() ? nullptr : &entryAt(rows.front().row());
}

void AgendaPage::show(const QModelIndex &index) {
  const AgendaEntry &entry = entryAt(index.row());
  time_->goTo(entry.begin);
  if (entry.box.isNull() || !session_.steady())
    return;
  show_on_map(*qgis_.mapCanvas(), QgsGeometry::fromRect(entry.box.buffered(1)));
  session_.steady()->run<QgsGeometry>(
      this, [kind = entry.kind, id = entry.id](Line &line) { return read_shape(line, kind, id); },
      [this](const QgsGeometry &shape) {
        if (!shape.isNull())
          qgis_.mapCanvas()->flashGeometries({shape},
                                             QgsCoordinateReferenceSystem(QStringLiteral("EPSG:2154")));
      },
      {});
}

// Under the list, in full, what a row has no room for.
void AgendaPage::tellChosen() {
  const AgendaEntry *entry = chosen();
  detail_->setText(entry ? model_.words(*entry) : QString());
  detail_->setVisible(entry != nullptr);
}

// A click on a day brings the list there and, when the agenda drives it, the map's time too.
void AgendaPage::goTo(const QDate &day) {
  for (int row = 0; row < filter_.rowCount(); ++row)
    if (entryAt(row).begin.date() >= day) {
      list_->scrollTo(filter_.index(row, 0), QAbstractItemView::PositionAtTop);
      list_->selectRow(row);
      break;
    }
  time_->goTo(QDateTime(day, QTime(12, 0)));
}

void AgendaPage::follow() {
  const QgsDateTimeRange window = time_->window();
  model_.setWindow(window);
  timeline_->setCurrent(window.isInfinite() ? QDate() : window.begin().date());
}

// The timeline shows the days of what the list shows.
void AgendaPage::showVisibleDays() {
  const QModelIndex top = list_->indexAt(QPoint(0, 0));
  const QDate first = top.isValid() ? entryAt(top.row()).begin.date() : from_;
  QList<DaySpan> spans;
  for (const AgendaEntry &entry : model_.entries())
    if (entry.status != QLatin1String("annule"))
      spans.append({entry.begin.date(), entry.end.date()});
  timeline_->show(std::clamp(first, from_, std::max(from_, to_.addDays(-Timeline::days))), spans);
}

void AgendaPage::tellCount() {
  const int shown = filter_.rowCount(), all = model_.rowCount();
  count_->setText(shown == all ? tr("%n event(s)", nullptr, all)
                               : tr("%1 of %n event(s)", nullptr, all).arg(shown));
}

} // namespace cortege::plugin
