#pragma once

#include "plugin/gazetteer.hpp"

#include <qgsgeocoder.h>

namespace cortege::plugin {

class Session;

/// The house's search of addresses, streets, places and crossings as a geocoder of QGIS's: for the locator,
/// and for whatever takes one. Results are EPSG:2154, the best first; none without a connection. Any thread.
class Geocoder : public QgsGeocoderInterface {
public:
  explicit Geocoder(const Session &session) : session_(session) {}

  Flags flags() const override { return Flag::GeocodesStrings; }
  QgsFields appendedFields() const override;
  Qgis::WkbType wkbType() const override { return Qgis::WkbType::Point; }
  QList<QgsGeocoderResult> geocodeString(const QString &text, const QgsGeocoderContext &context,
                                         QgsFeedback *feedback) const override;

  /// What geocodeString gives, with more about each.
  QList<Place> search(const QString &text, const QgsGeocoderContext &context, QgsFeedback *feedback) const;
  static QgsGeocoderResult result_of(const Place &place);

private:
  const Session &session_;
};

} // namespace cortege::plugin
