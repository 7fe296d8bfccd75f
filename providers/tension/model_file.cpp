#include "providers/tension/model_file.hpp"

#include "engine/error.hpp"
#include "engine/units.hpp"
#include "providers/tension/digest.hpp"
#include "providers/tension/model_table.hpp"
#include "providers/tension/toml_file.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <iterator>
#include <regex>
#include <utility>

namespace fs = std::filesystem;

namespace cortege::tension {

namespace {

using engine::TensionLevel;
using engine::TensionMeasure;
using engine::TensionModel;
using engine::TensionSource;
using engine::TensionTiming;

constexpr double smallest = 1e-6; // of what must be positive

/// The value that a text names, among the few there are.
template <typename T, std::size_t N>
T choice(const ModelTable &table, const std::string &key,
         const std::array<std::pair<std::string_view, T>, N> &known) {
  const std::string text = table.text(key);
  std::vector<std::string_view> names;
  for (const auto &[name, value] : known) {
    if (name == text)
      return value;
    names.push_back(name);
  }
  table.refuse(fmt::format("{} must be one of {}.", key, fmt::join(names, ", ")));
}

constexpr std::array<std::pair<std::string_view, TensionMeasure>, 3> measures{
    {{"personnes_attendues", TensionMeasure::expected},
     {"personnes_declarees", TensionMeasure::declared},
     {"poids", TensionMeasure::weight}}};
constexpr std::array<std::pair<std::string_view, TensionTiming>, 3> timings{
    {{"part", TensionTiming::share},
     {"presence", TensionTiming::presence},
     {"decroissance", TensionTiming::decay}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kinds{
    {{"deambulatoire", "deambulatoire"},
     {"statique", "statique"},
     {"operation_programmee", "operation_programmee"},
     {"visite_officielle", "visite_officielle"},
     {"fait", "fait"}}};

void read_assumptions(const ModelTable &table, TensionSource &source) {
  if (source.measure != TensionMeasure::weight) {
    source.assumed_count = table.number("effectif_suppose", "personnes", 0);
    if (table.has("personnes_par_voiture"))
      source.persons_per_car = table.number("personnes_par_voiture", "personnes par voiture", 0);
  }
  if (source.kind != "fait") // a fact without an end is an instant; an event's end is merely unknown
    source.assumed_hours = table.number("duree_supposee", "h", smallest);
  if (source.timing == TensionTiming::decay) {
    source.half_life_days = table.number("demi_vie", "j", smallest);
    source.horizon_days = table.number("horizon", "j", smallest);
  }
}

TensionSource read_source(const std::string &name, const ModelTable &table) {
  table.allow({"titre", "genre", "sources", "categories", "noyau", "portee", "poids", "mesure",
               "effectif_suppose", "personnes_par_voiture", "temps", "duree_supposee", "demi_vie",
               "horizon"});
  TensionSource source;
  source.name = name;
  source.title = table.text("titre");
  source.kind = choice(table, "genre", kinds);
  source.fact_sources = table.texts("sources");
  source.categories = table.texts("categories");
  try {
    source.kernel = engine::kernel_named(table.text("noyau"));
  } catch (const engine::Error &error) {
    table.refuse(error.what());
  }
  source.bandwidth = table.number("portee", "m", smallest);
  source.weight = table.number("poids", "personnes pondérées", 0);
  source.measure = choice(table, "mesure", measures);
  source.timing = choice(table, "temps", timings);
  if (source.kind == "fait" && source.measure != TensionMeasure::weight)
    table.refuse("a fact has no count of persons: its mesure must be poids.");
  read_assumptions(table, source);
  return source;
}

std::vector<TensionLevel> read_levels(const ModelTable &zones) {
  static const std::regex colour("#[0-9a-f]{6}");
  std::vector<TensionLevel> levels;
  for (const ModelTable &table : zones.tables("niveaux")) {
    table.allow({"nom", "couleur", "seuil"});
    levels.push_back({table.text("nom"), table.number("seuil", "personnes pondérées/ha", smallest),
                      table.text("couleur")});
    if (!std::regex_match(levels.back().colour, colour))
      table.refuse("couleur must look like #d95f0e.");
    if (levels.size() > 1 && levels[levels.size() - 2].threshold >= levels.back().threshold)
      table.refuse("seuil must be above the level before.");
  }
  if (levels.empty())
    zones.refuse("at least one level is needed.");
  return levels;
}

std::string content_of(const fs::path &file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

TensionModel read_model(const fs::path &file) {
  const ModelTable top(read_toml(file, "a tension model", std::identity()), file.string());
  top.allow({"nom", "titre", "statut", "raster", "sources", "zones"});
  TensionModel model;
  model.name = top.text("nom");
  model.title = top.text("titre");
  model.status = top.text("statut");
  if (model.status != "exploratoire" && model.status != "approuve")
    top.refuse("statut must be exploratoire or approuve.");
  const ModelTable raster = top.table("raster");
  raster.allow({"resolution"});
  model.resolution = raster.number("resolution", "m", smallest);
  const ModelTable sources = top.table("sources");
  for (const std::string &name : sources.keys())
    model.sources.push_back(read_source(name, sources.table(name)));
  const ModelTable zones = top.table("zones");
  zones.allow({"aire_minimale", "niveaux"});
  model.minimum_zone = zones.number("aire_minimale", "ha", 0) * engine::square_metres_per_hectare;
  model.levels = read_levels(zones);
  model.digest = digest_of(content_of(file));
  return model;
}

fs::path find_model(const std::string &name, const fs::path &folder) {
  if (fs::is_regular_file(name))
    return name;
  if (fs::is_regular_file(folder / (name + ".toml")))
    return folder / (name + ".toml");
  std::vector<std::string> known;
  for (const auto &entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".toml")
      known.push_back(entry.path().stem().string());
  std::sort(known.begin(), known.end());
  throw engine::Error(
      fmt::format("there is no model {}: give a file, or one of {}.", name, fmt::join(known, ", ")));
}

} // namespace cortege::tension
