#include "plugin/address_row.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace cortege::plugin {

AddressRow::AddressRow(Session &session, bool route, bool alone, QWidget *parent)
    : QWidget(parent), alone_(alone), role_(new QLabel(this)), edit_(new AddressEdit(session, this)) {
  auto *line = new QHBoxLayout(this);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(1);
  line->addWidget(role_);
  line->addWidget(edit_, 1);
  pick_ = button("pick", tr("Show on the map"));
  if (route) {
    freehand_ = button("freehand", tr("By hand to the next point, where there is no street (Alt+Right): pull "
                                      "the line on the map to bend it"));
    freehand_->setCheckable(true);
    connect(freehand_, &QToolButton::toggled, this, &AddressRow::changed);
  }
  up_ = button("up", tr("Move up (Alt+Up)"));
  remove_ = button("remove", tr("Remove this address (Alt+Del)"));
  role_->setVisible(!alone);
  remove_->setVisible(!alone);
  connect(edit_, &AddressEdit::placed, this, &AddressRow::changed);
  connect(edit_, &QLineEdit::textEdited, this, &AddressRow::changed);
  connect(pick_, &QToolButton::clicked, this, &AddressRow::pickAsked);
  connect(up_, &QToolButton::clicked, this, &AddressRow::upAsked);
  connect(remove_, &QToolButton::clicked, this, &AddressRow::removeAsked);
}

QToolButton *AddressRow::button(const char *icon, const QString &tip) {
  auto *made = new QToolButton(this);
  made->setIcon(QIcon(QStringLiteral(":/cortege/%1.svg").arg(QLatin1String(icon))));
  made->setToolTip(tip);
  made->setAccessibleName(tip);
  made->setAutoRaise(true);
  made->setFocusPolicy(Qt::NoFocus);
  layout()->addWidget(made);
  return made;
}

bool AddressRow::freehand() const {
  return freehand_ && freehand_->isChecked();
}

void AddressRow::setFreehand(bool by_hand) {
  if (freehand_)
    freehand_->setChecked(by_hand);
}

void AddressRow::toggleFreehand() {
  if (freehand_ && freehand_->isEnabled())
    freehand_->toggle();
}

bool AddressRow::removable() const {
  return !alone_ && remove_->isEnabled();
}

void AddressRow::setReadOnly() {
  edit_->setReadOnly(true);
  for (QToolButton *each : findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly))
    each->hide();
}

void AddressRow::stand(int number, int of, const QString &role, bool removable) {
  role_->setText(role);
  role_->setMinimumWidth(fontMetrics().horizontalAdvance(tr("From") + "m"));
  edit_->setAccessibleName(role);
  edit_->setObjectName(QStringLiteral("cortegeAddress%1").arg(number));
  pick_->setObjectName(QStringLiteral("cortegePick%1").arg(number));
  up_->setObjectName(QStringLiteral("cortegeUp%1").arg(number));
  up_->setEnabled(number > 0);
  up_->setVisible(of > 1);
  remove_->setObjectName(QStringLiteral("cortegeRemove%1").arg(number));
  remove_->setEnabled(removable);
  if (freehand_) {
    freehand_->setObjectName(QStringLiteral("cortegeFreehand%1").arg(number));
    freehand_->setEnabled(number + 1 < of);
  }
}

} // namespace cortege::plugin
