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

void RowReader::read(const pg::Result &batch, int row, QgsFeature &feature) const {
  const PGresult *rows = batch.raw();
  const auto bytes = [&](int column) {
    return std::string_view(PQgetvalue(rows, row, column),
                            static_cast<std::size_t>(PQgetlength(rows, row, column)));
  };
  QgsAttributes attributes = blank_;
  QVariant *values = attributes.data();
  int column = selection_.first_attribute;
  for (int i = 0; i < selection_.attributes.size(); ++i, ++column) {
    const int index = selection_.attributes.at(i);
    values[index] = PQgetisnull(rows, row, column) != 0 ? nulls_.at(i)
                                                        : decode(relation_.columns.at(index), bytes(column));
  }
  feature.setId(key_.id(batch, row));
  feature.setFields(relation_.fields, false);
  feature.setAttributes(attributes);
  if (selection_.geometry >= 0 && PQgetisnull(rows, row, selection_.geometry) == 0)
    feature.setGeometry(geometry_from_ewkb(bytes(selection_.geometry)));
  else
    feature.clearGeometry();
  if (selection_.version >= 0 && PQgetisnull(rows, row, selection_.version) == 0) {
    const auto version = bytes(selection_.version); // xmin and integer have four bytes, bigint eight
    versions_.read(feature.id(),
                   version.size() == 4 ? qint64(network<std::uint32_t>(version.data()))
                                       : network<std::int64_t>(version.data()),
                   reader_);
  }
  feature.setValid(true);
}

} // namespace cortege::qgis
