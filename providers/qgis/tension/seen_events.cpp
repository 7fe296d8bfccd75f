#include "providers/qgis/tension/seen_events.hpp"

#include "providers/pg/transaction.hpp"

#include <algorithm>
#include <list>
#include <utility>

namespace cortege::qgis {
namespace {

constexpr std::size_t people_kept = 16;
/// An animation asks for one window after another: a reading serves a fortnight on each side.
constexpr std::chrono::days margin(14);
constexpr const char *read_only = "ISOLATION LEVEL REPEATABLE READ READ ONLY";

bool covers(const engine::Window &span, const engine::Window &window) {
  return span.from <= window.from && window.to <= span.to;
}

std::optional<QgsGeometry> whole_ground(pg::Connection &connection, const tension::Perimeter &perimeter,
                                        const engine::TensionModel &model) {
  if (!tension::sees_all_sources(perimeter, model))
    return QgsGeometry();
  if (!perimeter.units)
    return std::nullopt;
  double reach = 0;
  for (const engine::TensionSource &source : model.sources)
    reach = std::max(reach, source.weight == 0 ? 0 : engine::reach(source.kernel, source.bandwidth));
  const auto wkb = tension::read_whole_ground(connection, reach);
  QgsGeometry ground;
  ground.fromWkb(QByteArray(reinterpret_cast<const char *>(wkb.data()), static_cast<int>(wkb.size())));
  return ground;
}

} // namespace

// Each request of a server makes its layers anew: what the last people saw outlives them.
std::shared_ptr<SeenEvents> SeenEvents::of(const Access &access, const engine::TensionModel &model) {
  static std::mutex mutex;
  static std::list<std::pair<std::string, std::shared_ptr<SeenEvents>>> recent;
  const std::lock_guard lock(mutex);
  std::string key = access.key() + "\n" + model.digest;
  for (const engine::TensionSource &source : model.sources)
    key += "\n" + source.name;
  const auto found =
      std::find_if(recent.begin(), recent.end(), [&](const auto &one) { return one.first == key; });
  if (found != recent.end())
    recent.splice(recent.begin(), recent, found);
  else
    recent.emplace_front(key, std::shared_ptr<SeenEvents>(new SeenEvents(access, model)));
  if (recent.size() > people_kept)
    recent.pop_back();
  return recent.front().second;
}

SeenEvents::SeenEvents(Access access, const engine::TensionModel &model)
    : access_(std::move(access)), model_(model) {}

std::shared_ptr<const Seen> SeenEvents::during(const engine::Window &window,
                                               const engine::Progress &progress) {
  const std::lock_guard lock(mutex_);
  const pg::Stop stop = [&progress] { return progress && !progress(0); };
  if (stop())
    throw pg::Interrupted();
  if (still_holds(window, stop))
    return seen_;
  seen_.reset();
  listen(stop); // before reading: what is saved meanwhile is heard the next time
  const auto session = take_session(access_, stop);
  pg::Transaction snapshot(*session, read_only);
  auto seen = std::make_shared<Seen>();
  seen->perimeter = tension::read_perimeter(*session);
  seen->whole_ground = whole_ground(*session, seen->perimeter, model_);
  seen->span = {window.from - margin, window.to + margin};
  seen->events = tension::read_events(*session, model_, seen->span, progress);
  seen->occasions = read_occasions(*session, seen->span);
  snapshot.commit();
  seen_ = std::move(seen);
  return seen_;
}

bool SeenEvents::still_holds(const engine::Window &window, const pg::Stop &stop) {
  if (!seen_ || saved_since() || !covers(seen_->span, window))
    return false;
  // Rights are asked each time: an expiry announces itself to nobody.
  const auto session = take_session(access_, stop);
  return tension::read_perimeter(*session) == seen_->perimeter;
}

// Asked, not told: a thread that waits would outlive a server's request, and FastCGI replaces the process's
// environment between requests while libpq reads it for its messages.
bool SeenEvents::saved_since() {
  if (!ear_)
    return true;
  try {
    return !ear_->notifications(std::chrono::milliseconds(0)).empty();
  } catch (const pg::Error &) {
    ear_.reset();
    return true;
  }
}

void SeenEvents::listen(const pg::Stop &stop) {
  if (ear_)
    return;
  auto ear = open_session(access_, stop);
  ear->listen("cortege");
  ear->heed({});
  ear_ = std::move(ear);
}

} // namespace cortege::qgis
