#include "plugin/processing/algorithm.hpp"

#include "engine/error.hpp"
#include "engine/wkb.hpp"
#include "plugin/processing/platform.hpp"
#include "plugin/processing/provider.hpp"

#include <QCoreApplication>
#include <QFile>
#include <QIcon>
#include <QUrl>
#include <qgsapplication.h>
#include <qgsfeaturerequest.h>
#include <qgsprocessingcontext.h>
#include <qgsprocessingfeedback.h>
#include <qgsprocessingutils.h>

#include <algorithm>

namespace cortege::plugin {

namespace {

QString sentence_of(const char *sentence) {
  return QCoreApplication::translate("Processing", sentence);
}

engine::Shape plain_shape(const QgsGeometry &geometry) {
  QgsGeometry plain(geometry.constGet()->segmentize());
  plain.get()->dropZValue();
  plain.get()->dropMValue();
  const QByteArray wkb = plain.asWkb();
  return engine::shape_from_wkb(std::as_bytes(std::span(wkb.constData(), std::size_t(wkb.size()))));
}

} // namespace

QgsCoordinateReferenceSystem lambert() {
  return QgsCoordinateReferenceSystem(QStringLiteral("EPSG:2154"));
}

QString Algorithm::group() const {
  return QString();
}

QIcon Algorithm::icon() const {
  return QIcon(QStringLiteral(":/cortege/agenda.svg"));
}

QString Algorithm::helpUrl() const {
  static const QHash<QString, QString> sections{
      {QStringLiteral("densite"), QStringLiteral("Densité")},
      {QStringLiteral("tension"), QStringLiteral("Tension")},
      {QStringLiteral("presence"), QStringLiteral("Présence des cortèges")},
      {QStringLiteral("conflits"), QStringLiteral("Conflits")},
      {QStringLiteral("points_chauds"), QStringLiteral("Points chauds")},
      {QStringLiteral("zones"), QStringLiteral("Zones")},
      {QStringLiteral("evaluation"), QStringLiteral("Évaluation")}};
  return guide_url(sections.value(name()));
}

QVariantMap Algorithm::processAlgorithm(const QVariantMap &parameters, QgsProcessingContext &context,
                                        QgsProcessingFeedback *feedback) {
  try {
    QVariantMap results = compute(parameters, context, *feedback);
    tellWritten(parameters, results, context);
    return results;
  } catch (const engine::Cancelled &) {
    return {};
  } catch (const engine::Error &error) {
    throw QgsProcessingException(
        sentence_of(QT_TRANSLATE_NOOP("Processing", "The computation is not possible: %1"))
            .arg(QString::fromUtf8(error.what())));
  }
}

void Algorithm::tellWritten(const QVariantMap &parameters, const QVariantMap &results,
                            QgsProcessingContext &context) const {
  const QgsProcessingParameterDefinitions definitions = parameterDefinitions();
  const bool platform = std::any_of(definitions.begin(), definitions.end(), [&](const auto *definition) {
    return !definition->isDestination()
           && of_platform(QgsProcessingParameters::parameterAsLayer(definition, parameters, context));
  });
  auto *ours = qobject_cast<ProcessingProvider *>(provider());
  if (!platform || !ours)
    return;
  for (const QVariant &result : results) {
    const QString file = result.toString().section(QLatin1Char('|'), 0, 0);
    if (QFile::exists(file) && !file.startsWith(QgsProcessingUtils::tempFolder(&context)))
      emit ours->fileWritten(displayName(), 1, file);
  }
}

void Algorithm::eachFeature(const QVariantMap &parameters, const QString &source,
                            QgsProcessingContext &context, QgsProcessingFeedback &feedback,
                            const Visit &visit) const {
  const std::unique_ptr<QgsProcessingFeatureSource> features(parameterAsSource(parameters, source, context));
  if (!features)
    throw QgsProcessingException(invalidSourceError(parameters, source));
  QgsFeatureIterator rows =
      features->getFeatures(QgsFeatureRequest().setDestinationCrs(lambert(), context.transformContext()));
  QgsFeature feature;
  while (rows.nextFeature(feature)) {
    if (feedback.isCanceled())
      throw engine::Cancelled();
    if (!feature.hasGeometry() || feature.geometry().isEmpty())
      continue;
    engine::Shape shape;
    try {
      shape = plain_shape(feature.geometry());
    } catch (const engine::Error &error) {
      throw QgsProcessingException(
          sentence_of(QT_TRANSLATE_NOOP("Processing", "Feature %1 cannot be read: %2"))
              .arg(feature.id())
              .arg(QString::fromUtf8(error.what())));
    }
    visit(feature, std::move(shape));
  }
}

void Algorithm::dress(QgsProcessingContext &context, const QString &result, const QString &name,
                      QgsProcessingLayerPostProcessorInterface *dresser, Name kind) {
  std::unique_ptr<QgsProcessingLayerPostProcessorInterface> owned(dresser);
  if (!context.willLoadLayerOnCompletion(result))
    return;
  auto &details = context.layerToLoadOnCompletionDetails(result);
  details.name = name;
  details.forceName = kind == Name::marked;
  details.setPostProcessor(owned.release());
}

QString guide_url(const QString &section) {
  QUrl url =
      QUrl::fromLocalFile(QgsApplication::prefixPath() + QStringLiteral("/share/cortege/guide/analyste.md"));
  url.setFragment(section);
  return url.toString();
}

engine::Progress progress_of(QgsProcessingFeedback &feedback, double from, double to) {
  return [&feedback, from, to](double share) {
    feedback.setProgress(from + (to - from) * share);
    return !feedback.isCanceled();
  };
}

double number_of(const QgsFeature &feature, const QString &field) {
  bool number = false;
  const QVariant value = feature.attribute(field);
  const double read = value.isNull() ? 0 : value.toDouble(&number);
  if (!number)
    throw QgsProcessingException(
        sentence_of(QT_TRANSLATE_NOOP("Processing",
                                      "Feature %1 has no number in “%2”: fill it, or choose another field."))
            .arg(feature.id())
            .arg(field));
  return read;
}

} // namespace cortege::plugin
