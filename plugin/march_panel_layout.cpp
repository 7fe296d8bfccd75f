// What the panel is made of; what it tells is in march_panel.cpp.
#include "engine/march/march.hpp"
#include "plugin/march_panel.hpp"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cortege::plugin {

MarchPanel::MarchPanel(Session &session, QWidget *parent)
    : QWidget(parent), session_(session), summary_(new QLabel(this)), speed_(new QDoubleSpinBox(this)),
      width_(new QDoubleSpinBox(this)), steps_(new QCheckBox(tr("Allow steps"), this)),
      timetable_(new QTableWidget(0, 3, this)), streets_(new QTreeWidget(this)) {
  setObjectName(QStringLiteral("cortegeMarch"));
  summary_->setObjectName(QStringLiteral("cortegeMarchSummary"));
  summary_->setWordWrap(true);
  speed_->setRange(0.5, 4);
  speed_->setSingleStep(0.5);
  speed_->setDecimals(1);
  speed_->setValue(3);
  speed_->setSuffix(tr(" km/h"));
  speed_->setAccessibleName(tr("Speed"));
  width_->setRange(1, 100);
  width_->setValue(engine::usual_width);
  width_->setDecimals(0);
  width_->setSuffix(tr(" m wide"));
  width_->setAccessibleName(tr("Width of the street"));
  timetable_->setHorizontalHeaderLabels({tr("Place"), tr("Head"), tr("Free again")});
  timetable_->verticalHeader()->hide();
  timetable_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  timetable_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  timetable_->horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
  timetable_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  timetable_->setSelectionMode(QAbstractItemView::NoSelection);
  timetable_->setTabKeyNavigation(false);
  streets_->setObjectName(QStringLiteral("cortegeStreets"));
  streets_->setHeaderLabels({tr("Street"), tr("Length")});
  streets_->setRootIsDecorated(false);
  streets_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  streets_->header()->setStretchLastSection(false);
  auto *save = new QPushButton(tr("Save the streets (CSV)…"), this);

  auto *assumptions = new QHBoxLayout;
  assumptions->addWidget(speed_);
  assumptions->addWidget(width_);
  assumptions->addWidget(steps_);
  assumptions->addStretch(1);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addLayout(assumptions);
  layout->addWidget(summary_);
  layout->addWidget(timetable_);
  layout->addWidget(streets_);
  layout->addWidget(save, 0, Qt::AlignLeft);
  connect(speed_, qOverload<double>(&QDoubleSpinBox::valueChanged), this, &MarchPanel::tell);
  connect(width_, qOverload<double>(&QDoubleSpinBox::valueChanged), this, &MarchPanel::tell);
  connect(steps_, &QCheckBox::toggled, this, [this] { follow(last_); });
  connect(save, &QPushButton::clicked, this, &MarchPanel::saveStreets);
  tell();
}

} // namespace cortege::plugin
