#include "providers/qgis/expression_functions.hpp"

#include <QTimeZone>

#include <array>
#include <utility>

namespace cortege::qgis {
namespace {

constexpr std::array<std::pair<const char *, const char *>, 7> predicates{{{"intersects", "ST_Intersects"},
                                                                           {"within", "ST_Within"},
                                                                           {"contains", "ST_Contains"},
                                                                           {"disjoint", "ST_Disjoint"},
                                                                           {"touches", "ST_Touches"},
                                                                           {"crosses", "ST_Crosses"},
                                                                           {"overlaps", "ST_Overlaps"}}};

constexpr std::array<std::pair<const char *, const char *>, 5> date_parts{
    {{"year", "year"}, {"month", "month"}, {"day", "day"}, {"hour", "hour"}, {"minute", "minute"}}};

template <std::size_t N>
const char *found(const std::array<std::pair<const char *, const char *>, N> &table, const QString &name) {
  for (const auto &[qgis, sql] : table)
    if (name == QLatin1String(qgis))
      return sql;
  return nullptr;
}

MaybeTerm predicate(const char *sql, const std::vector<Term> &arguments, const Relation &relation,
                    Bindings &values) {
  if (arguments.size() != 2 || arguments[0].type != TermType::geometry
      || arguments[1].type != TermType::geometry)
    return std::nullopt;
  return Term{std::string(sql) + "(" + sql_of(arguments[0], relation, values) + ", "
                  + sql_of(arguments[1], relation, values) + ")",
              TermType::boolean, std::nullopt};
}

// The part of an instant is that of the person's own zone, as everywhere on the screen.
MaybeTerm date_part(const char *part, const Term &moment, Bindings &values) {
  const bool of_day = std::string_view(part) == "hour" || std::string_view(part) == "minute";
  std::string sql = moment.sql;
  if (moment.constant
      || (moment.type != TermType::date && moment.type != TermType::timestamp
          && moment.type != TermType::timestamptz)
      || (of_day && moment.type == TermType::date))
    return std::nullopt;
  if (moment.type == TermType::timestamptz)
    sql =
        "(" + sql + " AT TIME ZONE " + values.text(QString::fromLatin1(QTimeZone::systemTimeZoneId())) + ")";
  return Term{std::string("extract(") + part + " FROM " + sql + ")", TermType::integer, std::nullopt};
}

MaybeTerm coalesce(const std::vector<Term> &arguments, const Relation &relation, Bindings &values) {
  std::string list;
  for (const Term &argument : arguments) {
    if (argument.type != arguments.front().type)
      return std::nullopt;
    list += (list.empty() ? "" : ", ") + sql_of(argument, relation, values);
  }
  return list.empty() ? std::nullopt
                      : MaybeTerm(Term{"COALESCE(" + list + ")", arguments.front().type, std::nullopt});
}

} // namespace

MaybeTerm function_term(const QString &name, const std::vector<Term> &arguments, const Relation &relation,
                        Bindings &values) {
  if (name == QLatin1String("$geometry"))
    return relation.has_geometry()
               ? MaybeTerm(Term{relation.geometry.as_geometry(), TermType::geometry, std::nullopt})
               : std::nullopt;
  if (const char *sql = found(predicates, name))
    return predicate(sql, arguments, relation, values);
  if (name == QLatin1String("coalesce"))
    return coalesce(arguments, relation, values);
  if (name == QLatin1String("distance") && arguments.size() == 2) {
    const MaybeTerm distance = predicate("ST_Distance", arguments, relation, values);
    return distance ? MaybeTerm(Term{distance->sql, TermType::real, std::nullopt}) : std::nullopt;
  }
  if (arguments.size() != 1 || arguments.front().constant)
    return std::nullopt;
  const Term &only = arguments.front();
  if (const char *part = found(date_parts, name))
    return date_part(part, only, values);
  // Unicode's own rules, not those of the database's locale.
  if ((name == QLatin1String("lower") || name == QLatin1String("upper")) && only.type == TermType::text)
    return Term{name.toStdString() + "((" + only.sql + ") COLLATE \"und-x-icu\")", TermType::text,
                std::nullopt};
  if (name == QLatin1String("abs") && is_number(only.type))
    return Term{"abs(" + only.sql + ")", only.type, std::nullopt};
  return std::nullopt;
}

} // namespace cortege::qgis
