#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QVector>
#include <qgsfield.h>

#include <libpq-fe.h>

#include <string>

namespace cortege::qgis {

/// How a value travels: the first ones are decoded from PostgreSQL's binary form, via_text is read as its
/// text.
enum class Kind {
  boolean,
  int2,
  int4,
  int8,
  float4,
  float8,
  numeric,
  text,
  date,
  time,
  timestamp,
  timestamptz,
  uuid,
  json,
  jsonb,
  bytea,
  array,
  via_text
};

/// What a column holds beside its kind.
enum class Family { plain, enumeration, range, hstore, character, geometry };

struct Column {
  QString name;
  QString type_name;    ///< the type's own name: "int4", "_text"
  std::string type_sql; ///< quoted and qualified, for casts
  Kind kind = Kind::via_text;
  Kind element = Kind::via_text; ///< of an array
  Family family = Family::plain;
  int length = -1, precision = -1;
  bool not_null = false, unique = false, in_key = false;
  bool identity = false, identity_always = false, generated = false;
  bool may_insert = true, may_update = true;
  QString default_sql, comment;
  QStringList enum_values;

  std::string sql() const;       ///< the quoted name
  std::string selection() const; ///< the expression that gives the value in the form the decoder expects
  QMetaType::Type metatype() const;
  QMetaType::Type element_metatype() const;
  QgsField field() const;
};

/// The kind that reads values of a type: its oid, category of pg_type (typtype) and element type.
Kind kind_of(Oid type);

} // namespace cortege::qgis
