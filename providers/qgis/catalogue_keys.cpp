#include "providers/qgis/catalogue_keys.hpp"

#include "providers/qgis/text.hpp"

namespace cortege::qgis {
namespace {

bool is_integer(const Column &column) {
  return column.kind == Kind::int2 || column.kind == Kind::int4 || column.kind == Kind::int8;
}

} // namespace

QStringList names_in(const QString &text) {
  QStringList names;
  QString name;
  bool quoted = false;
  for (int i = 0; i < text.size(); ++i) {
    const QChar c = text[i];
    if (c == '"' && quoted && i + 1 < text.size() && text[i + 1] == '"') {
      name += c;
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      names << name.trimmed();
      name.clear();
    } else {
      name += c;
    }
  }
  names << name.trimmed();
  names.removeAll(QString());
  return names;
}

const char *keys_sql() {
  return R"(
SELECT array_to_string(ARRAY(SELECT a.attname FROM unnest(i.indkey) WITH ORDINALITY AS k(num, rank)
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.num
    WHERE k.rank <= i.indnkeyatts ORDER BY k.rank), E'\x1f') AS joined,
  NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
    AND NOT a.attnotnull) AS never_null
FROM pg_index i
WHERE i.indrelid = to_regclass($1) AND i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
ORDER BY i.indisprimary DESC, i.indnkeyatts, i.indexrelid)";
}

void read_keys(Relation &relation, const pg::Result &rows) {
  for (int row = 0; row < rows.rows(); ++row) {
    const QStringList names = from_utf8(rows.get<std::string_view>(row, "joined")).split(QChar(0x1f));
    QVector<int> columns;
    for (const QString &name : names)
      columns << relation.column_index(name);
    if (columns.contains(-1))
      continue;
    if (columns.size() == 1)
      relation.columns[columns.front()].unique = true;
    if (relation.key.columns.isEmpty() && rows.get<bool>(row, "never_null"))
      relation.key.columns = columns;
  }
}

void choose_key(Relation &relation, const QString &named) {
  const QStringList names = names_in(named);
  if (!names.isEmpty() && relation.kind != 'r') {
    relation.key.columns.clear();
    for (const QString &name : names) {
      const int column = relation.column_index(name);
      if (column < 0)
        throw pg::Error(sentence("The key column %1 does not exist. Correct the layer's source.")
                            .arg(name)
                            .toStdString());
      relation.key.columns << column;
    }
  }
  const auto &columns = relation.key.columns;
  for (const int column : columns)
    relation.columns[column].in_key = true;
  if (columns.size() == 1 && is_integer(relation.columns[columns.front()]))
    relation.key.kind = KeyKind::integer;
  else if (!columns.isEmpty())
    relation.key.kind = KeyKind::columns;
  else
    relation.key.kind = relation.kind == 'r' || relation.kind == 'm' ? KeyKind::ctid : KeyKind::row_number;
}

} // namespace cortege::qgis
