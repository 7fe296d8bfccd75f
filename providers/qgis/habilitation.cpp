#include "providers/qgis/habilitation.hpp"

#include "providers/qgis/text.hpp"

#include <optional>

namespace cortege::qgis {
namespace {

constexpr const char *state_sql = R"(
SELECT (m ->> 'habilitee')::boolean AS habilitated, (m ->> 'plateforme')::boolean AS platform,
  (m ->> 'convention_en_vigueur')::boolean AS in_force
FROM habilitation.moi() m
WHERE NOT (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = session_user)
  AND pg_has_role('cortege_personnes', 'MEMBER'))";

// Nothing for those whom policies do not bind, and in another database with schemas of these names.
std::optional<pg::Result> state_of(pg::Connection &connection) {
  try {
    return connection.exec(state_sql, pg::Parameters());
  } catch (const pg::Error &error) {
    const bool undefined = error.denied() || error.sqlstate() == "42883" || error.sqlstate() == "3F000"
                           || error.sqlstate() == "42704";
    if (undefined)
      return std::nullopt;
    throw;
  }
}

} // namespace

void require_habilitation(pg::Connection &connection, const Relation &relation) {
  const bool events = relation.schema == QLatin1String("cortege");
  if (!events && relation.schema != QLatin1String("plateforme"))
    return;
  const auto state = state_of(connection);
  if (!state || state->empty())
    return;
  if (!state->get<bool>(0, "habilitated"))
    throw pg::Error(
        tr("You have no active habilitation: this layer cannot be shown. Ask your manager for one."),
        "42501");
  if (!state->get<bool>(0, "in_force") && (events || !state->get<bool>(0, "platform")))
    throw pg::Error(tr("The convention is not in force: this layer cannot be shown."), "42501");
  if (!events && !state->get<bool>(0, "platform"))
    throw pg::Error(
        tr("Your habilitation does not open the platform: this layer cannot be shown. Ask your manager."),
        "42501");
}

} // namespace cortege::qgis
