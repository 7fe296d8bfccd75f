#include "cli/tension/outputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>

namespace cortege::tension {

namespace {

std::string quoted(const std::string &text) {
  std::string safe;
  for (const char c : text)
    safe += c == '"' ? std::string("\"\"") : std::string(1, c);
  return '"' + safe + '"';
}

} // namespace

const engine::TensionLevel *level_of(const engine::TensionModel &model, double value) {
  const engine::TensionLevel *reached = nullptr;
  for (const engine::TensionLevel &level : model.levels)
    if (value >= level.threshold)
      reached = &level;
  return reached;
}

void write_table_head(std::ostream &out) {
  out << "debut,fin,division,code,nom,population,aire_ha,personnes_ponderees,moyenne_par_ha,maximum_par_ha,"
         "niveau\n";
}

void write_table(std::ostream &out, const engine::TensionModel &model, const Slice &slice,
                 std::span<const Area> areas, std::span<const AreaRecord> records) {
  for (std::size_t i = 0; i < areas.size(); ++i) {
    const engine::TensionLevel *level = level_of(model, records[i].maximum);
    out << fmt::format("{},{},{},{},{},{},{:.1f},{:.1f},{:.3f},{:.3f},{}\n", slice.from, slice.to,
                       quoted(areas[i].division), quoted(areas[i].code), quoted(areas[i].name),
                       areas[i].population ? std::to_string(*areas[i].population) : "", records[i].hectares,
                       records[i].persons, records[i].mean, records[i].maximum,
                       level != nullptr ? quoted(level->name) : "");
  }
}

} // namespace cortege::tension
