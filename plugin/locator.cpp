#include "plugin/locator.hpp"

#include "plugin/geocoder.hpp"

#include <qgsgeocodercontext.h>
#include <qgsgeocoderresult.h>

#include <algorithm>

namespace cortege::plugin {

namespace {
/// Where every word is met the score is about 1, where only the kind of street is, 0.4.
constexpr double as_good = 0.75;
} // namespace

Locator::Locator(Geocoder &geocoder, QgsMapCanvas *canvas)
    : QgsGeocoderLocatorFilter(QStringLiteral("cortege"), tr("Cortège: addresses, streets, crossings"),
                               QStringLiteral("adr"), &geocoder, canvas),
      geocoder_(geocoder) {
  setUseWithoutPrefix(true);
}

Locator *Locator::clone() const {
  return new Locator(geocoder_, mCanvas);
}

void Locator::fetchResults(const QString &text, const QgsLocatorContext &context, QgsFeedback *feedback) {
  QgsGeocoderContext about(context.transformContext);
  about.setAreaOfInterest(QgsGeometry::fromRect(context.targetExtent));
  about.setAreaOfInterestCrs(context.targetExtentCrs);
  const QList<Place> places = geocoder_.search(text, about, feedback); // the best first
  for (const Place &place : places) {
    if (place.score < as_good * places.front().score)
      break;
    QgsLocatorResult result = geocoderResultToLocatorResult(Geocoder::result_of(place));
    result.score = std::min(place.score, 1.0);
    emit resultFetched(result);
  }
}

} // namespace cortege::plugin
