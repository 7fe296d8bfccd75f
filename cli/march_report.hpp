#pragma once

#include "cli/analysis/local_time.hpp"
#include "cli/march_times.hpp"

#include <nlohmann/json.hpp>

#include <span>
#include <string>

namespace cortege::cli {

/// What `march` says: for machines, and from that for people.
nlohmann::json summary_of(const engine::March &march, const std::string &count,
                          const analysis::RouteWidths &widths, const analysis::LocalTime &time);
nlohmann::json rows_of(std::span<const Passage> passages, const analysis::LocalTime &time);
nlohmann::json positions_of(const engine::March &march, std::span<const engine::Instant> instants,
                            const analysis::LocalTime &time);

/// All of the above as sentences and tables.
std::string text_of(const nlohmann::json &report);

} // namespace cortege::cli
