#pragma once

#include "providers/qgis/key_sql.hpp"
#include "providers/qgis/select.hpp"

#include <qgsfeature.h>

namespace cortege::qgis {

/// Makes features of the rows of a selection.
class RowReader {
public:
  RowReader(const FeatureSource &source, const Selection &selection, Versions::ReadFor reader);
  void read(const pg::Row &row, QgsFeature &feature) const;

private:
  QgsAttributes attributes(const pg::Row &row) const;

  const Relation &relation_;
  const Selection &selection_;
  KeySql key_;
  Versions &versions_;
  Versions::ReadFor reader_;
  QgsAttributes blank_;
  QVector<QVariant> nulls_;
};

} // namespace cortege::qgis
