#include "plugin/agenda_page.hpp"

#include "plugin/explain.hpp"
#include "plugin/lambert.hpp"
#include "plugin/session.hpp"
#include "plugin/timeline.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>
#include <qgisinterface.h>
#include <qgsmapcanvas.h>
#include <qgstemporalcontroller.h>
#include <qgstemporalnavigationobject.h>

namespace cortege::plugin {

AgendaPage::AgendaPage(QgisInterface &qgis, Session &session, QWidget *parent)
    : QWidget(parent), qgis_(qgis), session_(session), timeline_(new Timeline(this)),
      list_(new QTableView(this)), kind_(new QComboBox(this)), text_(new QLineEdit(this)),
      in_map_(new QCheckBox(tr("In the map"), this)), cancelled_(new QCheckBox(tr("Cancelled too"), this)),
      first_(new QDateEdit(QDate::currentDate(), this)), count_(new QLabel(this)) {
  filter_.setSourceModel(&model_);
  build();
  soon_.setSingleShot(true);
  soon_.setInterval(250);
  connect(&soon_, &QTimer::timeout, this, &AgendaPage::read);
  connect(&session_, &Session::eventsChanged, this, [this] { soon_.start(); });
  connect(&session_, &Session::opened, this, &AgendaPage::read);
  connect(&session_, &Session::closed, this, [this] { receive({}); });
  connect(timeline_, &Timeline::dayChosen, this, &AgendaPage::goTo);
  connect(list_, &QTableView::clicked, this, &AgendaPage::show);
  connect(list_, &QTableView::activated, this, [this] {
    if (const AgendaEntry *entry = chosen())
      emit openRequested(entry->kind, entry->id);
  });
  connect(first_, &QDateEdit::dateChanged, this, &AgendaPage::read);
  connect(kind_, qOverload<int>(&QComboBox::currentIndexChanged), this, [this](int index) {
    filter_.setKind(index > 0 ? std::optional(all_kinds[std::size_t(index - 1)]) : std::nullopt);
    tellCount();
  });
  connect(text_, &QLineEdit::textChanged, this, [this](const QString &text) {
    filter_.setText(text);
    tellCount();
  });
  connect(cancelled_, &QCheckBox::toggled, this, [this](bool shown) {
    filter_.setCancelled(shown);
    tellCount();
  });
  connect(in_map_, &QCheckBox::toggled, this, &AgendaPage::filterBox);
  connect(qgis_.mapCanvas(), &QgsMapCanvas::extentsChanged, this, [this] {
    if (in_map_->isChecked())
      filterBox();
  });
  connect(qgis_.mapCanvas(), &QgsMapCanvas::temporalRangeChanged, this, &AgendaPage::follow);
}

void AgendaPage::build() {
  list_->setObjectName(QStringLiteral("cortegeAgenda"));
  list_->setModel(&filter_);
  list_->setSelectionBehavior(QAbstractItemView::SelectRows);
  list_->setSelectionMode(QAbstractItemView::SingleSelection);
  list_->setAlternatingRowColors(true);
  list_->setShowGrid(false);
  list_->setWordWrap(false);
  list_->verticalHeader()->hide();
  list_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  list_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
  list_->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
  list_->horizontalHeader()->setSectionResizeMode(AgendaModel::subject, QHeaderView::Stretch);
  list_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  list_->setColumnWidth(AgendaModel::when,
                        fontMetrics().horizontalAdvance(QStringLiteral("mer. 30 sept. 00:00")));
  list_->setColumnWidth(AgendaModel::where, fontMetrics().horizontalAdvance(QStringLiteral("Place d'Armes")));
  list_->setColumnWidth(AgendaModel::persons, fontMetrics().horizontalAdvance(QStringLiteral("Personnes ")));
  kind_->addItem(tr("All kinds"));
  for (const Kind kind : all_kinds)
    kind_->addItem(QIcon(kind_icon(kind)), kind_name(kind));
  text_->setObjectName(QStringLiteral("cortegeAgendaText"));
  text_->setPlaceholderText(tr("Subject, place or service"));
  text_->setClearButtonEnabled(true);
  first_->setCalendarPopup(true);
  first_->setDisplayFormat(QStringLiteral("dd/MM/yyyy"));
  first_->setAccessibleName(tr("First day shown"));
  const auto arrow = [this](Qt::ArrowType type, int by, const QString &tip) {
    auto *button = new QToolButton(this);
    button->setArrowType(type);
    button->setAutoRaise(true);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    connect(button, &QToolButton::clicked, this, [this, by] { first_->setDate(first_->date().addDays(by)); });
    return button;
  };
  auto *days = new QHBoxLayout;
  days->addWidget(arrow(Qt::LeftArrow, -Timeline::days, tr("Thirty days earlier")));
  days->addWidget(first_);
  days->addWidget(arrow(Qt::RightArrow, Timeline::days, tr("Thirty days later")));
  days->addStretch(1);
  days->addWidget(in_map_);
  days->addWidget(cancelled_);
  auto *filters = new QHBoxLayout;
  filters->addWidget(kind_);
  filters->addWidget(text_, 1);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(4, 4, 4, 4);
  layout->addLayout(days);
  layout->addWidget(timeline_);
  layout->addLayout(filters);
  layout->addWidget(list_, 1);
  layout->addWidget(count_);
}

void AgendaPage::read() {
  if (!session_.connected())
    return;
  const QDateTime from = first_->date().startOfDay(),
                  to = first_->date().addDays(Timeline::days).startOfDay();
  session_.steady()->run<QList<AgendaEntry>>(
      this, [from, to](Line &line) { return read_agenda(line, from, to); },
      [this](const QList<AgendaEntry> &entries) { receive(entries); },
      [this](const pg::Error &error) { emit failed(explain(error)); });
}

void AgendaPage::receive(const QList<AgendaEntry> &entries) {
  const AgendaEntry *kept = chosen();
  const auto key = kept ? std::optional(std::pair(kept->kind, kept->id)) : std::nullopt;
  model_.setEntries(entries);
  timeline_->show(first_->date(), entries);
  tellCount();
  for (int row = 0; key && row < filter_.rowCount(); ++row) {
    const AgendaEntry &entry = model_.entry(filter_.mapToSource(filter_.index(row, 0)).row());
    if (std::pair(entry.kind, entry.id) == *key)
      list_->selectRow(row);
  }
}

const AgendaEntry *AgendaPage::chosen() const {
  const QModelIndexList rows = list_->selectionModel()->selectedRows();
  return rows.isEmpty() ? nullptr : &model_.entry(filter_.mapToSource(rows.front()).row());
}

void AgendaPage::show(const QModelIndex &index) {
  const AgendaEntry &entry = model_.entry(filter_.mapToSource(index).row());
  if (!entry.box.isNull())
    show_on_map(*qgis_.mapCanvas(), QgsGeometry::fromRect(entry.box.buffered(1)));
}

// A click on a day brings the list there and, when the temporal controller is on, the map too.
void AgendaPage::goTo(const QDate &day) {
  for (int row = 0; row < filter_.rowCount(); ++row)
    if (model_.entry(filter_.mapToSource(filter_.index(row, 0)).row()).begin.date() >= day) {
      list_->scrollTo(filter_.index(row, 0), QAbstractItemView::PositionAtTop);
      list_->selectRow(row);
      break;
    }
  QgsMapCanvas *canvas = qgis_.mapCanvas();
  if (!canvas->temporalRange().isInfinite())
    canvas->setTemporalRange(QgsDateTimeRange(day.startOfDay(), day.addDays(1).startOfDay(), true, false));
}

void AgendaPage::follow() {
  const QgsDateTimeRange window = qgis_.mapCanvas()->temporalRange();
  timeline_->setCurrent(window.isInfinite() ? QDate() : window.begin().toLocalTime().date());
}

void AgendaPage::filterBox() {
  QgsMapCanvas &canvas = *qgis_.mapCanvas();
  filter_.setBox(in_map_->isChecked() ? QgsRectangle(
                     to_lambert(canvas, {canvas.extent().xMinimum(), canvas.extent().yMinimum()}),
                     to_lambert(canvas, {canvas.extent().xMaximum(), canvas.extent().yMaximum()}))
                                      : QgsRectangle());
  tellCount();
}

void AgendaPage::tellCount() {
  const int shown = filter_.rowCount(), all = model_.rowCount();
  count_->setText(shown == all ? tr("%n event(s)", nullptr, all)
                               : tr("%1 of %n event(s)", nullptr, all).arg(shown));
}

} // namespace cortege::plugin
