#include "plugin/tension_sources.hpp"

#include "plugin/locale.hpp"
#include "providers/tension/model_changes.hpp"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace cortege::plugin {

namespace {

constexpr double heaviest = 100000, farthest = 20000; // metres

QDoubleSpinBox *number(QWidget *parent, double value, double least, double most, int decimals) {
  auto *box = new QDoubleSpinBox(parent);
  box->setLocale(person_locale());
  box->setRange(least, most);
  box->setDecimals(decimals);
  box->setValue(value);
  box->setKeyboardTracking(false); // a figure counts once it is whole
  box->setAlignment(Qt::AlignRight);
  return box;
}

} // namespace

TensionSources::TensionSources(QWidget *parent) : QWidget(parent), grid_(new QGridLayout(this)) {
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setColumnStretch(1, 1);
}

void TensionSources::clear() {
  rows_.clear();
  while (QLayoutItem *item = grid_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
}

void TensionSources::show(const engine::TensionModel &model) {
  clear();
  model_ = model;
  const QString titles[] = {tr("Source"), tr("Weight"), tr("Reach")};
  for (int column = 0; column < 3; ++column) {
    auto *title = new QLabel(titles[column], this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    grid_->addWidget(title, 0, column == 0 ? 0 : column + 1, 1, column == 0 ? 2 : 1,
                     column == 0 ? Qt::AlignLeft : Qt::AlignRight);
  }
  for (const engine::TensionSource &source : model.sources)
    add(source, int(rows_.size()) + 1);
}

void TensionSources::add(const engine::TensionSource &source, int row) {
  const QString name = QString::fromStdString(source.name), title = QString::fromStdString(source.title);
  auto *counted = new QCheckBox(this); // its text stands beside it, where it can be broken
  counted->setAccessibleName(title);
  auto *words = new QLabel(title, this);
  words->setWordWrap(true);
  words->setBuddy(counted);
  counted->setChecked(source.weight > 0);
  counted->setObjectName(QStringLiteral("cortegeTensionCounts_") + name);
  counted->setToolTip(tr("What does not count weighs nothing."));
  auto *weight = number(this, source.weight, 0, heaviest, 2);
  weight->setObjectName(QStringLiteral("cortegeTensionWeight_") + name);
  weight->setAccessibleName(tr("Weight of: %1").arg(title));
  weight->setEnabled(source.weight > 0);
  auto *reach = number(this, source.bandwidth, 1, farthest, 0);
  reach->setObjectName(QStringLiteral("cortegeTensionReach_") + name);
  reach->setAccessibleName(tr("Reach of: %1").arg(title));
  reach->setSuffix(tr(" m"));
  grid_->addWidget(counted, row, 0);
  grid_->addWidget(words, row, 1);
  grid_->addWidget(weight, row, 2);
  grid_->addWidget(reach, row, 3);
  connect(counted, &QCheckBox::toggled, this, [this, weight](bool counts) {
    weight->setEnabled(counts);
    if (counts && weight->value() == 0) {
      const QSignalBlocker silent(weight);
      weight->setValue(1);
    }
    emit changed();
  });
  for (QDoubleSpinBox *box : {weight, reach})
    connect(box, qOverload<double>(&QDoubleSpinBox::valueChanged), this, &TensionSources::changed);
  rows_.append({counted, weight, reach});
}

QList<QWidget *> TensionSources::tabChain() const {
  QList<QWidget *> chain;
  for (const Row &row : rows_)
    chain << row.counted << row.weight << row.reach;
  return chain;
}

QString TensionSources::changes() const {
  engine::TensionModel wanted = model_;
  for (int i = 0; i < rows_.size(); ++i) {
    engine::TensionSource &source = wanted.sources[std::size_t(i)];
    // What is shown rounded was not changed.
    const auto given = [](double shown, double before, double step) {
      return std::abs(shown - before) < step ? before : shown;
    };
    source.weight = rows_[i].counted->isChecked() ? given(rows_[i].weight->value(), source.weight, 0.005) : 0;
    source.bandwidth = given(rows_[i].reach->value(), source.bandwidth, 0.5);
  }
  return QString::fromStdString(tension::changes_between(model_, wanted));
}

} // namespace cortege::plugin
