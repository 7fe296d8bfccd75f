#include "plugin/conflict_dialog.hpp"

#include "plugin/field_text.hpp"
#include "plugin/help.hpp"
#include "plugin/lambert.hpp"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <qgsmapcanvas.h>
#include <qgsrubberband.h>

#include <algorithm>

namespace cortege::plugin {

namespace {

// What reads the same may be elsewhere: places and shapes are compared as they are on the map.
template <typename Value>
bool same(const Value &a, const Value &b) {
  return field_text(a) == field_text(b);
}

bool same(const QgsGeometry &a, const QgsGeometry &b) {
  return a.isNull() || b.isNull() ? a.isNull() == b.isNull() : a.equals(b);
}

bool same(const QList<EventAddress> &a, const QList<EventAddress> &b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const EventAddress &one, const EventAddress &other) {
                      return one.label == other.label && one.point == other.point;
                    });
}

} // namespace

ConflictDialog::ConflictDialog(QgsMapCanvas &canvas, const Event &before, const Event &mine,
                               const Event &theirs, QWidget *parent)
    : QDialog(parent), theirs_(theirs), table_(new QTableWidget(0, 3, this)) {
  setObjectName(QStringLiteral("cortegeConflict"));
  setWindowTitle(tr("A colleague changed this event"));
  set_help(this, QStringLiteral("agent"), QStringLiteral("À deux sur le même événement"));
  auto *explanation =
      new QLabel(tr("Somebody saved this event while you were changing it. Tick what to keep, field by "
                    "field; nothing is saved until you decide."),
                 this);
  explanation->setWordWrap(true);
  table_->setHorizontalHeaderLabels({tr("Field"), tr("Yours (blue)"), tr("Theirs (orange)")});
  constexpr int column = 240; // pixels; rows are as tall as their texts need
  table_->horizontalHeader()->setDefaultSectionSize(column);
  table_->horizontalHeader()->setStretchLastSection(true);
  table_->verticalHeader()->hide();
  table_->setWordWrap(true);

  const auto compare = [this, &before, &mine, &theirs](const QString &name, auto field) {
    if (!same(mine.*field, theirs.*field))
      add(name, field_text(mine.*field), field_text(theirs.*field), !same(mine.*field, before.*field),
          [value = mine.*field, field](Event &event) { event.*field = value; });
  };
  compare(tr("Subject"), &Event::subject);
  compare(tr("Description"), &Event::description);
  compare(tr("Addresses"), &Event::addresses);
  compare(tr("Start"), &Event::begin);
  compare(tr("End"), &Event::end);
  compare(tr("Persons expected"), &Event::persons_expected);
  compare(tr("Persons declared"), &Event::persons_declared);
  compare(tr("Cars expected"), &Event::cars_expected);
  compare(tr("Cars declared"), &Event::cars_declared);
  compare(tr("Organiser's status"), &Event::organiser);
  compare(tr("Theme"), &Event::theme);
  if (!same(mine.geometry, theirs.geometry))
    showOnMap(canvas, mine.geometry, theirs.geometry);
  compare(tr("On the map"), &Event::geometry);
  compare(tr("Status"), &Event::status);
  table_->resizeRowsToContents();
  table_->setSelectionMode(QAbstractItemView::NoSelection);
  table_->horizontalHeader()->setHighlightSections(false);
  table_->setCurrentCell(0, 1); // the space bar chooses, arrows go from cell to cell
  table_->setTabKeyNavigation(false);
  table_->setShowGrid(false);
  table_->setAlternatingRowColors(true);

  auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
  buttons->button(QDialogButtonBox::Save)->setText(tr("Save this choice"));
  buttons->button(QDialogButtonBox::Cancel)->setText(tr("Back to my form"));
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto *layout = new QVBoxLayout(this);
  layout->addWidget(explanation);
  layout->addWidget(table_);
  layout->addWidget(buttons);
  // As tall as its rows, within reason.
  constexpr int tallest = 460;
  table_->setMinimumHeight(std::min(tallest, table_->verticalHeader()->length()
                                                 + table_->horizontalHeader()->sizeHint().height() + 6));
  resize(3 * column + 60, sizeHint().height());
}

ConflictDialog::~ConflictDialog() = default;

// Yours in blue, theirs in orange; the map goes where both are seen.
void ConflictDialog::showOnMap(QgsMapCanvas &canvas, const QgsGeometry &mine, const QgsGeometry &theirs) {
  const auto band = [&canvas](const QgsGeometry &shape, const QColor &colour) {
    auto made = std::make_unique<QgsRubberBand>(&canvas, shape.type());
    made->setStrokeColor(colour);
    made->setFillColor(QColor(colour.red(), colour.green(), colour.blue(), 60));
    made->setWidth(4);
    if (!shape.isNull())
      made->setToGeometry(to_map(canvas, shape));
    return made;
  };
  my_shape_ = band(mine, QColor(0, 83, 159));
  their_shape_ = band(theirs, QColor(224, 92, 0));
  show_on_map(canvas, QgsGeometry::collectGeometry({mine, theirs}));
}

void ConflictDialog::add(const QString &field, const QString &mine, const QString &theirs, bool changed_by_me,
                         const std::function<void(Event &)> &keep_mine) {
  const int row = table_->rowCount();
  table_->insertRow(row);
  auto *name = new QTableWidgetItem(field);
  name->setFlags(Qt::ItemIsEnabled);
  table_->setItem(row, 0, name);
  const auto cell = [this, row](int column, const QString &text, bool checked) {
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
    item->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
    table_->setItem(row, column, item);
  };
  cell(1, mine, changed_by_me);
  cell(2, theirs, !changed_by_me);
  keep_mine_.append(keep_mine);
  // One of the two, always.
  connect(table_, &QTableWidget::itemChanged, this, [this, row](QTableWidgetItem *item) {
    if (item->row() != row || item->column() == 0)
      return;
    QTableWidgetItem *other = table_->item(row, 3 - item->column());
    const auto opposite = item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked;
    if (other && other->checkState() != opposite)
      other->setCheckState(opposite);
  });
}

Event ConflictDialog::merged() const {
  Event event = theirs_;
  for (int row = 0; row < keep_mine_.size(); ++row)
    if (table_->item(row, 1)->checkState() == Qt::Checked)
      keep_mine_[row](event);
  return event;
}

} // namespace cortege::plugin
