#include "plugin/street_list.hpp"

#include "plugin/figures.hpp"

#include <QFileDialog>
#include <QHeaderView>
#include <QPushButton>
#include <QSaveFile>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <cmath>

namespace cortege::plugin {

StreetList::StreetList(QWidget *parent) : QWidget(parent), tree_(new QTreeWidget(this)) {
  tree_->setObjectName(QStringLiteral("cortegeStreets"));
  tree_->setHeaderLabels({tr("Street"), tr("Length")});
  tree_->setRootIsDecorated(false);
  tree_->setMaximumHeight(150);
  tree_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  tree_->header()->setStretchLastSection(false);
  auto *save = new QPushButton(tr("Save the streets (CSV)…"), this);
  save->setObjectName(QStringLiteral("cortegeSaveStreets"));
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(tree_);
  layout->addWidget(save, 0, Qt::AlignLeft);
  connect(save, &QPushButton::clicked, this, &StreetList::save);
}

void StreetList::show(const QList<RouteStreet> &streets) {
  streets_ = streets;
  tree_->clear();
  for (const RouteStreet &street : streets)
    new QTreeWidgetItem(tree_, {street.name, metres_text(street.length)});
  setVisible(!streets.isEmpty());
}

QString StreetList::csv() const {
  QString csv = tr("order;street;from (m);length (m)") + "\r\n";
  int order = 0;
  for (const RouteStreet &street : streets_) {
    QString name = street.name;
    csv += QStringLiteral("%1;\"%2\";%3;%4\r\n")
               .arg(++order)
               .arg(name.replace('"', QLatin1String("\"\"")))
               .arg(std::lround(street.from))
               .arg(std::lround(street.length));
  }
  return csv;
}

void StreetList::save() {
  const QString path =
      QFileDialog::getSaveFileName(this, tr("Save the streets"), QString(), tr("CSV table (*.csv)"));
  if (path.isEmpty())
    return;
  QSaveFile file(path);
  // A byte order mark lets a spreadsheet read the accents.
  if (!file.open(QIODevice::WriteOnly) || file.write("\xEF\xBB\xBF" + csv().toUtf8()) < 0 || !file.commit())
    emit failed(tr("The streets could not be saved in %1: %2").arg(path, file.errorString()));
  else
    emit saved(streets_.size(), path);
}

} // namespace cortege::plugin
