#include "cli/db_schema_check.hpp"

#include "cli/console.hpp"

#include <fmt/format.h>

namespace cortege::cli {

void check_schema(pg::Connection &connection) {
  const auto open = connection
                        .exec(R"sql(
    SELECT coalesce(string_agg(c.oid::regclass::text, ', ' ORDER BY c.oid::regclass::text), '')
    FROM pg_class c
    WHERE c.relnamespace::regnamespace::text IN
        ('cortege', 'plateforme', 'habilitation', 'convention', 'audit', 'voirie')
      AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity))sql")
                        .value<std::string>();
  if (!open.empty())
    throw Error(fmt::format("row policies are not forced on {}: declare them before deploying.", open));
  const auto leaky = connection
                         .exec(R"sql(
    SELECT coalesce(string_agg(p.oid::regprocedure::text, ', '), '') FROM pg_proc p
    WHERE p.proname IN ('geometry_overlaps', 'range_overlaps') AND NOT p.proleakproof
      AND (p.pronamespace = 'pg_catalog'::regnamespace
           OR p.proargtypes[0] = to_regtype('public.geometry')))sql")
                         .value<std::string>();
  if (!leaky.empty())
    throw Error(
        fmt::format("{} is not declared LEAKPROOF, so policies would not use indexes: run superuser.sql of "
                    "the schema again as a superuser.",
                    leaky));
  const auto public_ones = connection
                               .exec(R"sql(
    SELECT coalesce(string_agg(p.oid::regprocedure::text, ', '), '') FROM pg_proc p
    WHERE p.proname IN ('pg_stat_get_activity', 'pg_export_snapshot', 'lo_create', 'st_estimatedextent')
      AND has_function_privilege('public', p.oid, 'EXECUTE'))sql")
                               .value<std::string>();
  if (!public_ones.empty())
    throw Error(fmt::format("{} is open to everybody and tells or keeps too much: run superuser.sql of the "
                            "schema again as a superuser.",
                            public_ones));
  const auto telling = connection
                           .exec(R"sql(
    SELECT coalesce(string_agg(i.indexrelid::regclass::text, ', '), '') FROM pg_index i
    JOIN pg_class c ON c.oid = i.indrelid
    WHERE c.relnamespace = to_regnamespace('cortege') AND NOT i.indisunique)sql")
                           .value<std::string>();
  if (!telling.empty())
    throw Error(fmt::format("the index {} would let EXPLAIN ANALYZE count hidden events: drop it.", telling));
}

} // namespace cortege::cli
