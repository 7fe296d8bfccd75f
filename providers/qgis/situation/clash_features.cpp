#include "engine/clash/clash.hpp"
#include "engine/error.hpp"
#include "providers/qgis/situation/situation_features.hpp"
#include "providers/qgis/tension/tension_source.hpp"
#include "providers/qgis/text.hpp"

namespace cortege::qgis {
namespace {

constexpr double seconds_per_minute = 60;

} // namespace

// Of all events that the window may concern; a clash is shown while it lasts, or from one's leaving to the
// other's coming.
Features clash_features(const Question &question, const engine::Progress &progress) {
  const auto &[seen, model, window, territory, zone] = question;
  const engine::ClashParameters parameters;
  const auto margin = std::chrono::duration_cast<engine::Instant::duration>(parameters.delay);
  std::vector<const Occasion *> near;
  std::vector<engine::Occupation> taken;
  for (const Occasion &one : seen->occasions)
    if (auto occupation = one.occupation(); occupation && occupation->window.from <= window.to + margin
                                            && window.from <= occupation->window.to + margin) {
      near.push_back(&one);
      taken.push_back(std::move(*occupation));
    }
  const QgsFields fields = fields_of(SituationLayer::clashes);
  Features features;
  for (const engine::Clash &clash : engine::ClashFinder(std::move(taken), parameters).all(progress)) {
    if (clash.when.to < window.from || clash.when.from > window.to)
      continue;
    const Occasion &first = *near[clash.first], &second = *near[clash.second];
    features.push_back(
        feature_of(fields,
                   {from_utf8(first.key), from_utf8(first.title), from_utf8(second.key),
                    from_utf8(second.title), date_time(clash.when.from, zone), date_time(clash.when.to, zone),
                    clash.distance, clash.gap.count() / seconds_per_minute,
                    clash.duration.count() / seconds_per_minute, !clash.together.empty()},
                   QgsGeometry::fromPointXY(QgsPointXY(clash.place.x, clash.place.y))));
  }
  return features;
}

} // namespace cortege::qgis
