#include "cli/evaluate.hpp"

#include "cli/analysis/raster.hpp"
#include "cli/stopwatch.hpp"
#include "engine/density/density.hpp"
#include "engine/evaluation/plot.hpp"

#include <fmt/format.h>

#include <cmath>
#include <fstream>

namespace cortege::cli {

namespace {

nlohmann::json described(const engine::HitPoint &point) {
  return {{"area", point.area},
          {"hits", point.hits},
          {"best", point.best},
          {"pai", point.pai},
          {"pei", point.pei}};
}

void write_text(const std::filesystem::path &file, const std::string &text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  if (!out)
    throw Error(fmt::format("Cannot write {}: check the folder and your rights.", file.string()));
}

std::string table(const std::vector<engine::HitPoint> &points) {
  std::string csv = "part_territoire,part_faits,part_meilleure,pai,pei\n";
  for (const engine::HitPoint &point : points)
    csv += fmt::format("{:.6g},{:.6g},{:.6g},{:.6g},{:.6g}\n", point.area, point.hits, point.best, point.pai,
                       point.pei);
  return csv;
}

} // namespace

void Evaluate::declare(CLI::App &app) {
  app.add_option(
         "FACTS", study_.facts.source.file,
         "Facts with dates: anything GDAL reads. Lines and polygons are shared among the cells they cover")
      ->required();
  app.add_option("--time", study_.facts.time, "Field of dates")->required();
  app.add_option("--test", test_, "FROM TO: the later window the map is tested on")->expected(2)->required();
  app.add_option("--fit", fit_, "FROM TO: the window the map is fitted on; must end by the start of --test")
      ->expected(2);
  app.add_option("--raster", raster_, "Test this raster, such as tension.tif, instead of fitting a density");
  app.add_option("--band", band_, "Band of the raster")->capture_default_str();
  app.add_option("--kernel", kernel_, "uniform, epanechnikov, quartic, triangular or gaussian")
      ->capture_default_str();
  app.add_option("--bandwidth", bandwidth_, "Metres")->capture_default_str();
  app.add_option("--half-life", half_life_, "Days after which a past fact counts half (default: never)");
  app.add_option("--resolution", study_.resolution, "Side of the cells, in metres")->capture_default_str();
  study_.declare(app);
  app.add_option("--shares", shares_, "Percents of the ground to flag")->capture_default_str();
  app.add_option("-o,--out", folder_, "Folder for evaluation.csv, courbe.csv and courbe.svg");
  export_.declare(app);
  examples(app,
           {"cortege evaluate faits.csv --time date --fit 2017-01-01 2021-01-01 --test 2021-01-01 2022-01-01",
            "cortege evaluate faits.csv --time date --test 2026-02-01 2026-03-01 --raster tension.tif --out "
            "mesure"});
}

void Evaluate::check_usage() const {
  if (raster_.empty() == fit_.empty())
    throw UsageError("Give either --fit FROM TO, to fit a density, or --raster FILE, to test a map.");
}

engine::Window Evaluate::window(const std::vector<std::string> &bounds,
                                const analysis::LocalTime &time) const {
  const engine::Window window{time.require(bounds[0]), time.require(bounds[1])};
  if (window.to <= window.from)
    throw UsageError(
        fmt::format("The window from {} to {} is empty: exchange its bounds.", bounds[0], bounds[1]));
  return window;
}

Evaluate::Fitted Evaluate::fit(const analysis::Facts &facts, const analysis::LocalTime &time,
                               Console &console) const {
  Fitted fitted;
  if (!raster_.empty()) {
    analysis::RasterInput raster = analysis::read_raster(named_source(raster_), band_);
    fitted.grid = raster.grid;
    fitted.tension = std::move(raster.values);
  } else {
    const engine::Window past = window(fit_, time);
    if (window(test_, time).from < past.to)
      throw UsageError("--test must start when --fit has ended: a map is judged on what it has not seen.");
    std::vector<double> weights(facts.features.size(), 0);
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (facts.times[i] < past.from || facts.times[i] >= past.to)
        continue;
      const double days = engine::Seconds(past.to - facts.times[i]).count() / 86400;
      weights[i] = half_life_ > 0 ? std::exp2(-days / half_life_) : 1;
      ++fitted.events;
    }
    fitted.grid = study_.grid_over(facts);
    fitted.tension = engine::density(facts.features.weighted(weights),
                                     {engine::kernel_named(kernel_), bandwidth_, fitted.grid, 0},
                                     console.progress("density"));
  }
  study_.leave_out(fitted.tension, fitted.grid);
  return fitted;
}

std::vector<std::filesystem::path> Evaluate::write(const engine::Evaluation &evaluation) const {
  const std::string title = fit_.empty() ? fmt::format("Test du {} au {}", test_[0], test_[1])
                                         : fmt::format("Ajusté du {} au {}, testé du {} au {}", fit_[0],
                                                       fit_[1], test_[0], test_[1]);
  std::filesystem::create_directories(folder_);
  std::vector<std::filesystem::path> files;
  const auto put = [&](const char *name, const std::string &text) {
    write_text(files.emplace_back(folder_ / name), text);
  };
  put("evaluation.csv", table(evaluation.points));
  put("courbe.csv", table(evaluation.curve));
  put("courbe.svg", engine::hit_curve_svg(evaluation, title));
  return files;
}

void Evaluate::run(Console &console) {
  check_usage();
  Stopwatch watch;
  const analysis::LocalTime time(study_.zone);
  const analysis::Facts facts = study_.read(time, console.progress("facts"));
  const double read = watch.lap();
  const Fitted fitted = fit(facts, time, console);
  const analysis::Counts later = analysis::count(facts, fitted.grid, window(test_, time));
  std::vector<double> shares;
  for (const double percent : shares_)
    shares.push_back(percent / 100);
  const engine::Evaluation evaluation = engine::evaluate(fitted.tension, later.cells, shares);
  const double compute = watch.lap();
  const std::string windows =
      fmt::format("{}tested on {} to {}",
                  fit_.empty() ? raster_ + ", " : fmt::format("fitted on {} to {}, ", fit_[0], fit_[1]),
                  test_[0], test_[1]);
  const std::vector<std::filesystem::path> files =
      folder_.empty() ? std::vector<std::filesystem::path>{} : write(evaluation);
  nlohmann::json points = nlohmann::json::array();
  std::string text =
      fmt::format("{}: {:.0f} later events in the study, {:.0f} outside\n   ground    hits   PAI   PEI",
                  windows, evaluation.events, evaluation.outside + later.outside);
  for (const engine::HitPoint &point : evaluation.points) {
    points.push_back(described(point));
    text += fmt::format("\n  {:6.1f} % {:6.1f} % {:5.2f} {:5.2f}", point.area * 100, point.hits * 100,
                        point.pai, point.pei);
  }
  nlohmann::json result{{"features", facts.features.size()},
                        {"fit", fit_},
                        {"test", test_},
                        {"fitted", fitted.events},
                        {"tested", evaluation.events},
                        {"outside", evaluation.outside + later.outside},
                        {"cells", evaluation.cells},
                        {"area_under_curve", evaluation.area_under_curve},
                        {"points", points},
                        {"seconds", {{"read", read}, {"compute", compute}, {"write", watch.lap()}}}};
  if (!files.empty())
    export_.record_sources({study_.facts.source.file, raster_, study_.areas}, study_.facts.source.layer,
                           facts.features.size(), files, result);
  console.result(result, text);
}

} // namespace cortege::cli
