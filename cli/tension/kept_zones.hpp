#pragma once

#include "cli/tension/outputs.hpp"
#include "providers/pg/connection.hpp"

#include <span>

namespace cortege::tension {

/// Keeps the zones of a run on the platform (plateforme.calcul and plateforme.zone_tension) in one
/// transaction, in place of those the same person kept of the same model and period. They are shown to
/// perimeters that cover the person's, and follow the convention when anything transmitted was seen. Throws
/// engine::Error for a person who may not keep zones.
void keep_zones(pg::Connection &connection, const engine::TensionModel &model, const Input &input,
                std::span<const ZoneRecord> zones);

} // namespace cortege::tension
