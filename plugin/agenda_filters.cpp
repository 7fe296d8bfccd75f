#include "plugin/agenda_filters.hpp"

#include "plugin/agenda_model.hpp"
#include "plugin/field_note.hpp"
#include "plugin/lambert.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <qgsmapcanvas.h>

namespace cortege::plugin {

AgendaFilters::AgendaFilters(AgendaFilter &filter, QgsMapCanvas &canvas, QWidget *parent)
    : QWidget(parent), filter_(filter), canvas_(canvas), kind_(new QComboBox(this)),
      service_(new QComboBox(this)), status_(new QComboBox(this)), text_(new QLineEdit(this)),
      in_map_(new QCheckBox(tr("In the map"), this)) {
  build();
  for (QComboBox *box : {kind_, service_, status_})
    connect(box, qOverload<int>(&QComboBox::currentIndexChanged), this, &AgendaFilters::apply);
  connect(text_, &QLineEdit::textChanged, this, &AgendaFilters::apply);
  connect(in_map_, &QCheckBox::toggled, this, &AgendaFilters::apply);
  connect(&canvas_, &QgsMapCanvas::extentsChanged, this, [this] {
    if (in_map_->isChecked())
      apply();
  });
  apply();
}

void AgendaFilters::build() {
  kind_->setObjectName(QStringLiteral("cortegeAgendaKind"));
  kind_->setAccessibleName(tr("Kind"));
  kind_->addItem(tr("All kinds"));
  for (const Kind kind : all_kinds)
    kind_->addItem(QIcon(kind_icon(kind)), kind_name(kind), QString::fromLatin1(facts(kind).code));
  service_->setObjectName(QStringLiteral("cortegeAgendaService"));
  service_->setAccessibleName(tr("Service"));
  service_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  setServices({});
  status_->setObjectName(QStringLiteral("cortegeAgendaStatus"));
  status_->setAccessibleName(tr("Status"));
  status_->addItem(tr("To come"), QStringList{QStringLiteral("transmis"), QStringLiteral("brouillon")});
  status_->addItem(tr("Drafts"), QStringList{QStringLiteral("brouillon")});
  status_->addItem(tr("Cancelled"), QStringList{QStringLiteral("annule")});
  status_->addItem(tr("All statuses"), QStringList());
  text_->setObjectName(QStringLiteral("cortegeAgendaText"));
  set_hint(*text_, tr("Subject, place or service"));
  text_->setClearButtonEnabled(true);
  in_map_->setObjectName(QStringLiteral("cortegeAgendaInMap"));
  auto *grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->addWidget(kind_, 0, 0);
  grid->addWidget(status_, 0, 1);
  grid->addWidget(service_, 1, 0);
  grid->addWidget(in_map_, 1, 1);
  grid->addWidget(text_, 2, 0, 1, 2);
  grid->setColumnStretch(0, 1);
}

QList<QWidget *> AgendaFilters::tabChain() const {
  return {kind_, status_, service_, in_map_, text_};
}

void AgendaFilters::setServices(const QStringList &services) {
  const QString chosen = service_->currentData().toString();
  const QSignalBlocker quiet(service_);
  service_->clear();
  service_->addItem(tr("All services"));
  for (const QString &service : services)
    service_->addItem(service, service);
  service_->setCurrentIndex(std::max(0, service_->findData(chosen)));
}

void AgendaFilters::apply() {
  AgendaWish wish;
  wish.kind = kind_of(kind_->currentData().toString());
  wish.service = service_->currentData().toString();
  wish.statuses = status_->currentData().toStringList();
  wish.text = text_->text().trimmed();
  const QgsRectangle extent = canvas_.extent();
  if (in_map_->isChecked())
    wish.box = QgsRectangle(to_lambert(canvas_, {extent.xMinimum(), extent.yMinimum()}),
                            to_lambert(canvas_, {extent.xMaximum(), extent.yMaximum()}));
  filter_.setWish(wish);
  emit changed();
}

} // namespace cortege::plugin
