#include "plugin/address_list.hpp"

#include <QApplication>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace cortege::plugin {

AddressList::AddressList(Session &session, Kind kind, QWidget *parent)
    : QWidget(parent), session_(session), kind_(kind), layout_(new QVBoxLayout(this)),
      add_(new QToolButton(this)), keys_(new QLabel(this)) {
  layout_->setContentsMargins(0, 0, 0, 0);
  layout_->setSpacing(2);
  setObjectName(QStringLiteral("cortegeAddresses"));
  add_->setObjectName(QStringLiteral("cortegeAddAddress"));
  add_->setText(kind == Kind::march ? tr("Add a waypoint") : tr("Add an address"));
  add_->setIcon(QIcon(QStringLiteral(":/cortege/add.svg")));
  add_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  add_->setAutoRaise(true);
  add_->setVisible(!facts(kind).one_address);
  keys_->setText(tr("Alt+Right: on by hand"));
  keys_->setWordWrap(true);
  keys_->setVisible(kind == Kind::march);
  auto *below = new QHBoxLayout;
  below->addWidget(add_);
  below->addWidget(keys_, 1);
  below->addStretch();
  layout_->addLayout(below);
  connect(add_, &QToolButton::clicked, this, [this] {
    const int row = insert(kind_ == Kind::march ? int(rows_.size()) - 1 : int(rows_.size()));
    rows_[row]->edit().setFocus();
  });
  setAddresses({});
}

void AddressList::setCentre(std::function<std::optional<QgsPointXY>()> centre) {
  centre_ = std::move(centre);
  for (AddressRow *row : rows_)
    row->edit().setCentre(centre_);
}

void AddressList::setAddresses(const QList<EventAddress> &addresses) {
  for (AddressRow *row : rows_)
    row->deleteLater();
  rows_.clear();
  const int least = kind_ == Kind::march ? 2 : 1;
  while (rows_.size() < std::max(least, int(addresses.size())))
    insert(rows_.size());
  for (int i = 0; i < addresses.size(); ++i) {
    rows_[i]->edit().setPlace(addresses[i].label, addresses[i].point);
    rows_[i]->setBends(addresses[i].bends);
    rows_[i]->setFreehand(addresses[i].freehand);
  }
}

QList<EventAddress> AddressList::addresses() const {
  QList<EventAddress> list;
  for (int i = 0; i < rows_.size(); ++i)
    if (const QString label = rows_[i]->edit().text().trimmed(); !label.isEmpty())
      list.append({roleOf(i), label, rows_[i]->edit().point(), freehand(i),
                   freehand(i) ? bends(i) : QList<QgsPointXY>()});
  return list;
}

void AddressList::setReadOnly() {
  for (AddressRow *row : rows_)
    row->setReadOnly();
  add_->hide();
  keys_->hide();
}

QList<QWidget *> AddressList::tabChain() const {
  return editors() + (facts(kind_).one_address ? QList<QWidget *>() : QList<QWidget *>{add_});
}

QList<QWidget *> AddressList::editors() const {
  QList<QWidget *> editors;
  for (AddressRow *row : rows_)
    editors.append(&row->edit());
  return editors;
}

bool AddressList::freehand(int row) const {
  return rows_[row]->freehand();
}

void AddressList::setBends(int row, const QList<QgsPointXY> &bends) {
  rows_[row]->setBends(bends);
  emit changed();
}

AddressRow *AddressList::make() {
  auto *row = new AddressRow(session_, kind_ == Kind::march, facts(kind_).one_address, this);
  row->edit().setCentre(centre_);
  connect(row, &AddressRow::changed, this, &AddressList::changed);
  connect(&row->edit(), &AddressEdit::rowKey, this,
          [this, row](int key) { keyed(int(rows_.indexOf(row)), key); });
  connect(row, &AddressRow::pickAsked, this, [this, row] { emit pickRequested(int(rows_.indexOf(row))); });
  connect(row, &AddressRow::upAsked, this, [this, row] { move(int(rows_.indexOf(row)), -1); });
  connect(row, &AddressRow::removeAsked, this, [this, row] { remove(int(rows_.indexOf(row))); });
  return row;
}

void AddressList::keyed(int row, int key) {
  const bool fixed = facts(kind_).one_address;
  if (key == Qt::Key_Up && row > 0)
    move(row, -1);
  else if (key == Qt::Key_Down && row + 1 < rows_.size())
    move(row, 1);
  else if (key == Qt::Key_Delete && rows_[row]->removable())
    remove(row);
  else if (key == Qt::Key_Right)
    rows_[row]->toggleFreehand();
  else if (key == Qt::Key_Insert && !fixed)
    rows_[insert(kind_ == Kind::march ? std::min(row + 1, int(rows_.size()) - 1) : row + 1)]
        ->edit()
        .setFocus();
}

int AddressList::insert(int at) {
  const int row = std::clamp(at, 0, int(rows_.size()));
  rows_.insert(row, make());
  layout_->insertWidget(row, rows_[row]);
  refresh();
  return row;
}

void AddressList::remove(int row) {
  AddressRow *gone = rows_.takeAt(row);
  if (gone->isAncestorOf(QApplication::focusWidget())) // the keyboard stays among the addresses
    rows_[std::min(row, int(rows_.size()) - 1)]->edit().setFocus();
  gone->deleteLater();
  refresh();
  emit changed();
}

void AddressList::move(int row, int by) {
  rows_.swapItemsAt(row, row + by);
  layout_->removeWidget(rows_[row + by]);
  layout_->insertWidget(row + by, rows_[row + by]);
  refresh();
  emit changed();
}

void AddressList::place(int row, const QString &label, const QgsPointXY &point) {
  rows_[row]->edit().setPlace(label, point);
  emit changed();
}

int AddressList::firstUnplaced() const {
  for (int i = 0; i < rows_.size(); ++i)
    if (!rows_[i]->edit().point())
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
    const QString role = roleOf(i);
    rows_[i]->stand(i, int(rows_.size()),
                    role == QLatin1String("depart")    ? tr("From")
                    : role == QLatin1String("arrivee") ? tr("To")
                    : role == QLatin1String("passage") ? tr("Via")
                                                       : QString::number(i + 1),
                    rows_.size() > least);
  }
}

} // namespace cortege::plugin
