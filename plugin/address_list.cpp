#include "plugin/address_list.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace cortege::plugin {

namespace {

QToolButton *button(QWidget *parent, const char *icon, const QString &tip) {
  auto *made = new QToolButton(parent);
  made->setIcon(QIcon(QStringLiteral(":/cortege/%1.svg").arg(QLatin1String(icon))));
  made->setToolTip(tip);
  made->setAccessibleName(tip);
  made->setAutoRaise(true);
  made->setFocusPolicy(Qt::NoFocus); // Tab goes from address to address; the keyboard has Alt and a key
  return made;
}

} // namespace

AddressList::AddressList(Session &session, Kind kind, QWidget *parent)
    : QWidget(parent), session_(session), kind_(kind), layout_(new QVBoxLayout(this)),
      add_(new QToolButton(this)) {
  layout_->setContentsMargins(0, 0, 0, 0);
  layout_->setSpacing(2);
  setObjectName(QStringLiteral("cortegeAddresses"));
  add_->setObjectName(QStringLiteral("cortegeAddAddress"));
  add_->setText(kind == Kind::march ? tr("Add a waypoint") : tr("Add an address"));
  add_->setIcon(QIcon(QStringLiteral(":/cortege/add.svg")));
  add_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  add_->setAutoRaise(true);
  add_->setVisible(!facts(kind).one_address);
  layout_->addWidget(add_);
  connect(add_, &QToolButton::clicked, this, [this] {
    const int row = insert(kind_ == Kind::march ? int(rows_.size()) - 1 : int(rows_.size()));
    rows_[row].edit->setFocus();
  });
  setAddresses({});
}

void AddressList::setCentre(std::function<std::optional<QgsPointXY>()> centre) {
  centre_ = std::move(centre);
  for (const Row &row : rows_)
    row.edit->setCentre(centre_);
}

void AddressList::setAddresses(const QList<EventAddress> &addresses) {
  for (const Row &row : rows_)
    row.box->deleteLater();
  rows_.clear();
  const int least = kind_ == Kind::march ? 2 : 1;
  while (rows_.size() < std::max(least, int(addresses.size())))
    insert(rows_.size());
  for (int i = 0; i < addresses.size(); ++i) {
    rows_[i].edit->setPlace(addresses[i].label, addresses[i].point);
    rows_[i].bends = addresses[i].bends;
    if (rows_[i].freehand)
      rows_[i].freehand->setChecked(addresses[i].freehand);
  }
}

QList<EventAddress> AddressList::addresses() const {
  QList<EventAddress> list;
  for (int i = 0; i < rows_.size(); ++i)
    if (!rows_[i].edit->text().trimmed().isEmpty())
      list.append({roleOf(i), rows_[i].edit->text().trimmed(), rows_[i].edit->point(), freehand(i),
                   freehand(i) ? rows_[i].bends : QList<QgsPointXY>()});
  return list;
}

QList<QWidget *> AddressList::tabChain() const {
  return editors() + (facts(kind_).one_address ? QList<QWidget *>() : QList<QWidget *>{add_});
}

QList<QWidget *> AddressList::editors() const {
  QList<QWidget *> editors;
  for (const Row &row : rows_)
    editors.append(row.edit);
  return editors;
}

bool AddressList::freehand(int row) const {
  return rows_[row].freehand && rows_[row].freehand->isChecked();
}

void AddressList::setBends(int row, const QList<QgsPointXY> &bends) {
  rows_[row].bends = bends;
  emit changed();
}

AddressList::Row AddressList::make() {
  auto *box = new QWidget(this);
  auto *line = new QHBoxLayout(box);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(1);
  Row row{box, new QLabel(box), new AddressEdit(session_, box), nullptr, nullptr, nullptr, {}};
  row.role->setVisible(!facts(kind_).one_address);
  row.edit->setCentre(centre_);
  auto *pick = button(box, "pick", tr("Show on the map"));
  row.up = button(box, "up", tr("Move up (Alt+Up)"));
  row.remove = button(box, "remove", tr("Remove this address (Alt+Del)"));
  line->addWidget(row.role);
  line->addWidget(row.edit, 1);
  line->addWidget(pick);
  if (kind_ == Kind::march) {
    row.freehand = button(
        box, "freehand",
        tr("By hand to the next point, where there is no street: pull the line on the map to bend it"));
    row.freehand->setCheckable(true);
    line->addWidget(row.freehand);
    connect(row.freehand, &QToolButton::toggled, this, &AddressList::changed);
  }
  line->addWidget(row.up);
  line->addWidget(row.remove);
  connect(row.edit, &AddressEdit::rowKey, this, [this, box](int key) { keyed(indexOf(box), key); });
  connect(row.edit, &AddressEdit::placed, this, &AddressList::changed);
  connect(row.edit, &QLineEdit::editingFinished, this, &AddressList::changed);
  connect(pick, &QToolButton::clicked, this, [this, box] { emit pickRequested(indexOf(box)); });
  connect(row.up, &QToolButton::clicked, this, [this, box] { move(indexOf(box), -1); });
  connect(row.remove, &QToolButton::clicked, this, [this, box] { remove(indexOf(box)); });
  return row;
}

void AddressList::keyed(int row, int key) {
  const bool fixed = facts(kind_).one_address;
  if (key == Qt::Key_Up && row > 0)
    move(row, -1);
  else if (key == Qt::Key_Down && row + 1 < rows_.size())
    move(row, 1);
  else if (key == Qt::Key_Delete && rows_[row].remove->isEnabled() && !fixed)
    remove(row);
  else if (key == Qt::Key_Insert && !fixed)
    rows_[insert(kind_ == Kind::march ? std::min(row + 1, int(rows_.size()) - 1) : row + 1)].edit->setFocus();
}

int AddressList::insert(int at) {
  const int row = std::clamp(at, 0, int(rows_.size()));
  rows_.insert(row, make());
  layout_->insertWidget(row, rows_[row].box);
  refresh();
  return row;
}

void AddressList::remove(int row) {
  rows_[row].box->deleteLater();
  rows_.removeAt(row);
  refresh();
  emit changed();
}

void AddressList::move(int row, int by) {
  rows_.swapItemsAt(row, row + by);
  layout_->removeWidget(rows_[row + by].box);
  layout_->insertWidget(row + by, rows_[row + by].box);
  refresh();
  emit changed();
}

void AddressList::place(int row, const QString &label, const QgsPointXY &point) {
  rows_[row].edit->setPlace(label, point);
  emit changed();
}

int AddressList::firstUnplaced() const {
  for (int i = 0; i < rows_.size(); ++i)
    if (!rows_[i].edit->point())
      return i;
  return -1;
}

int AddressList::indexOf(const QWidget *box) const {
  for (int i = 0; i < rows_.size(); ++i)
    if (rows_[i].box == box)
      return i;
  return -1;
}

QString AddressList::roleOf(int row) const {
  if (kind_ != Kind::march)
    return QStringLiteral("lieu");
  if (row == 0)
    return QStringLiteral("depart");
  return row == rows_.size() - 1 ? QStringLiteral("arrivee") : QStringLiteral("passage");
}

// Names of roles and what each row allows follow its place in the list.
void AddressList::refresh() {
  const int least = kind_ == Kind::march ? 2 : 1;
  for (int i = 0; i < rows_.size(); ++i) {
    const Row &row = rows_[i];
    const QString role = roleOf(i);
    row.role->setText(role == QLatin1String("depart")    ? tr("From")
                      : role == QLatin1String("arrivee") ? tr("To")
                      : role == QLatin1String("passage") ? tr("Via")
                                                         : QString::number(i + 1));
    row.role->setMinimumWidth(fontMetrics().horizontalAdvance(tr("From") + "m"));
    row.edit->setAccessibleName(row.role->text());
    row.edit->setObjectName(QStringLiteral("cortegeAddress%1").arg(i));
    row.up->setObjectName(QStringLiteral("cortegeUp%1").arg(i));
    row.remove->setObjectName(QStringLiteral("cortegeRemove%1").arg(i));
    if (row.freehand)
      row.freehand->setObjectName(QStringLiteral("cortegeFreehand%1").arg(i));
    row.up->setEnabled(i > 0);
    row.remove->setEnabled(rows_.size() > least);
    row.up->setVisible(rows_.size() > 1);
    row.remove->setVisible(!facts(kind_).one_address);
    if (row.freehand)
      row.freehand->setEnabled(i + 1 < rows_.size());
  }
}

} // namespace cortege::plugin
