#include "providers/qgis/row_reader.hpp"

#include "providers/qgis/binary.hpp"
#include "providers/qgis/decode.hpp"
#include "providers/qgis/wkb.hpp"

namespace cortege::qgis {

RowReader::RowReader(const FeatureSource &source, const Selection &selection, Versions::ReadFor reader)
    : relation_(*source.relation), selection_(selection), key_(*source.relation, source.state->ids),
      versions_(source.state->versions), reader_(reader), blank_(relation_.columns.size()) {
  for (const int index : selection.attributes)
    nulls_ << null_of(relation_.columns[index]);
}

QgsAttributes RowReader::attributes(const pg::Row &row) const {
  QgsAttributes attributes = blank_;
  if (selection_.attributes.isEmpty())
    return attributes; // shared by all rows: no copy
  QVariant *values = attributes.data();
  for (int i = 0; i < selection_.attributes.size(); ++i) {
    const int index = selection_.attributes.at(i);
    values[index] = row.null(i) ? nulls_.at(i) : decode(relation_.columns.at(index), row.bytes(i));
  }
  return attributes;
}

void RowReader::read(const pg::Row &row, QgsFeature &feature) const {
  feature.setId(key_.id(row, selection_.key));
  feature.setFields(relation_.fields, false);
  feature.setAttributes(attributes(row));
  if (selection_.geometry >= 0 && !row.null(selection_.geometry))
    feature.setGeometry(geometry_from_ewkb(row.bytes(selection_.geometry)));
  else
    feature.clearGeometry();
  if (selection_.version >= 0 && !row.null(selection_.version)) {
    const auto version = row.bytes(selection_.version); // xmin and integer have four bytes, bigint eight
    versions_.read(feature.id(),
                   version.size() == 4 ? qint64(network<std::uint32_t>(version.data()))
                                       : network<std::int64_t>(version.data()),
                   reader_);
  }
  feature.setValid(true);
}

} // namespace cortege::qgis
