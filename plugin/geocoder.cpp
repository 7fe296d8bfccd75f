#include "plugin/geocoder.hpp"

#include "plugin/session.hpp"

#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>
#include <qgsfeedback.h>
#include <qgsfields.h>
#include <qgsgeocodercontext.h>
#include <qgsgeocoderresult.h>

namespace cortege::plugin {

namespace {

constexpr int fewest_letters = 3, most_results = 8;
constexpr double streets_about = 150; // metres shown about a result

std::optional<QgsPointXY> centre_of_interest(const QgsGeocoderContext &context) {
  const QgsGeometry area = context.areaOfInterest();
  if (area.isNull() || area.isEmpty() || !context.areaOfInterestCrs().isValid())
    return std::nullopt;
  const QgsCoordinateTransform to_lambert(context.areaOfInterestCrs(),
                                          QgsCoordinateReferenceSystem(QStringLiteral("EPSG:2154")),
                                          context.transformContext());
  return to_lambert.transform(area.boundingBox().center());
}

} // namespace

QgsFields Geocoder::appendedFields() const {
  QgsFields fields;
  fields.append(QgsField(QStringLiteral("genre"), QMetaType::Type::QString));
  fields.append(QgsField(QStringLiteral("exactitude"), QMetaType::Type::QString));
  return fields;
}

QgsGeocoderResult Geocoder::result_of(const Place &place) {
  QgsGeocoderResult result(place.label, QgsGeometry::fromPointXY(place.point),
                           QgsCoordinateReferenceSystem(QStringLiteral("EPSG:2154")));
  result.setViewport(QgsRectangle::fromCenterAndSize(place.point, 2 * streets_about, 2 * streets_about));
  result.setAdditionalAttributes(
      {{QStringLiteral("genre"), place.kind}, {QStringLiteral("exactitude"), place.exactness}});
  return result;
}

QList<QgsGeocoderResult> Geocoder::geocodeString(const QString &text, const QgsGeocoderContext &context,
                                                 QgsFeedback *feedback) const {
  QList<QgsGeocoderResult> results;
  for (const Place &place : search(text, context, feedback))
    results.append(result_of(place));
  return results;
}

// Called on a thread of QGIS's own: it opens a connection of its own, so that it can be abandoned without
// disturbing what the person types elsewhere.
QList<Place> Geocoder::search(const QString &text, const QgsGeocoderContext &context,
                              QgsFeedback *feedback) const {
  QList<Place> places;
  if (text.trimmed().size() < fewest_letters)
    return places;
  std::atomic<bool> stop{feedback && feedback->isCanceled()};
  if (feedback)
    QObject::connect(
        feedback, &QgsFeedback::canceled, feedback, [&stop] { stop = true; }, Qt::DirectConnection);
  try {
    Line line(session_.connection(stop), stop);
    places = search_places(line, text, centre_of_interest(context), most_results);
  } catch (const std::exception &) {
    // no suggestion: the dock tells about the server
  }
  if (feedback)
    QObject::disconnect(feedback, &QgsFeedback::canceled, feedback, nullptr); // `stop` goes
  return places;
}

} // namespace cortege::plugin
