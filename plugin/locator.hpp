#pragma once

#include <qgsgeocoderlocatorfilter.h>

class QgsMapCanvas;

namespace cortege::plugin {

class Geocoder;

/// The address search in QGIS's locator bar. The bar of QGIS 3.40 sorts by letters whatever the scores, and
/// Enter goes to its first line: so it is given only what answers about as well as the best.
class Locator : public QgsGeocoderLocatorFilter {
  Q_OBJECT
public:
  Locator(Geocoder &geocoder, QgsMapCanvas *canvas);

  Locator *clone() const override; ///< QGIS searches on threads with clones
  void fetchResults(const QString &text, const QgsLocatorContext &context, QgsFeedback *feedback) override;

private:
  Geocoder &geocoder_;
};

} // namespace cortege::plugin
