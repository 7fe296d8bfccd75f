#include "plugin/processing/origin.hpp"

#include <QCoreApplication>
#include <qgsrasterlayer.h>

#include <gdal_priv.h>

#include <memory>

namespace cortege::plugin {

namespace {

struct CloseDataset {
  void operator()(GDALDataset *dataset) const { GDALClose(dataset); }
};

QString word(GDALDataset &dataset, const char *name) {
  return QString::fromUtf8(dataset.GetMetadataItem(name));
}

} // namespace

QString exploratory(const QString &title) {
  return QCoreApplication::translate("Processing", "%1 (exploratory)").arg(title);
}

Origin origin_of(const QgsRasterLayer &layer) {
  Origin origin{layer.name()};
  const QString marked = exploratory(QString());
  origin.exploratory = origin.title.endsWith(marked);
  if (layer.providerType() != QLatin1String("gdal"))
    return origin;
  const std::unique_ptr<GDALDataset, CloseDataset> file(
      GDALDataset::Open(layer.source().toUtf8().constData(), GDAL_OF_RASTER | GDAL_OF_READONLY));
  if (!file)
    return origin;
  const QString title = word(*file, title_word), status = word(*file, status_word);
  const bool nameless = layer.source().contains(origin.title + QStringLiteral(".tif"));
  if (nameless && !title.isEmpty())
    origin.title = title;
  if (!status.isEmpty() && status != QLatin1String(approved_status) && !origin.title.endsWith(marked)) {
    origin.exploratory = true;
    origin.title = exploratory(origin.title);
  }
  return origin;
}

} // namespace cortege::plugin
