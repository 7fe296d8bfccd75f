#include "plugin/processing/algorithm.hpp"
#include "plugin/processing/algorithms.hpp"

#include <QCoreApplication>
#include <QIcon>
#include <qgsalgorithmbatchgeocode.h>

namespace cortege::plugin {

namespace {

// QGIS's own batch geocoding, with the city's addresses.
class GeocodingAlgorithm : public QgsBatchGeocodeAlgorithm {
  Q_DECLARE_TR_FUNCTIONS(cortege::plugin::GeocodingAlgorithm)

public:
  explicit GeocodingAlgorithm(QgsGeocoderInterface *geocoder)
      : QgsBatchGeocodeAlgorithm(geocoder), geocoder_(geocoder) {}

  QString name() const override { return QStringLiteral("geocodage"); }
  QString displayName() const override { return tr("Geocode addresses"); }
  QString group() const override { return QString(); }
  QString groupId() const override { return QString(); }
  QIcon icon() const override { return QIcon(QStringLiteral(":/cortege/pick.svg")); }
  QString helpUrl() const override { return guide_url(QStringLiteral("Adresses")); }
  QgsProcessingAlgorithm *createInstance() const override { return new GeocodingAlgorithm(geocoder_); }
  QString shortHelpString() const override {
    return tr("Gives each row of a table the place of its address, in Lambert-93: numbers, streets, places "
              "and crossings of the city's base, tolerant to spelling and abbreviations.\n\ngenre: what was "
              "found. exactitude: numero (the very number), interpole (between two known numbers), proche "
              "(the nearest known number), voie, lieu or croisement. Rows without an answer keep no place. "
              "A connection to Cortège must be open.");
  }

private:
  QgsGeocoderInterface *geocoder_;
};

} // namespace

QgsProcessingAlgorithm *geocoding_algorithm(QgsGeocoderInterface *geocoder) {
  return new GeocodingAlgorithm(geocoder);
}

} // namespace cortege::plugin
