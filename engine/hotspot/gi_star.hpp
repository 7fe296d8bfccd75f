#pragma once

#include "engine/geometry.hpp"
#include "engine/progress.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace cortege::engine {

/// Local clustering: the z-score of Ord and Getis (1995), "Local spatial autocorrelation statistics", with
/// every place in its own neighbourhood and neighbours weighing 1:
///   Gi*ᵢ = (Σⱼ wᵢⱼxⱼ − X̄ Σⱼ wᵢⱼ) / (S·√[(n Σⱼ wᵢⱼ² − (Σⱼ wᵢⱼ)²)/(n−1)])
/// High where high values gather, low where low ones do; about normal when values fall at random. It is 0
/// where it says nothing: when all values are equal, or a neighbourhood holds every place.

/// On square cells, row by row, `width` × `height` of them. Neighbours are the cells whose centres lie within
/// `distance` (inclusive), in the unit of `resolution`. NaN marks a cell outside the study: it is nobody's
/// neighbour and its score is NaN. Throws Error when sizes disagree, a value is infinite, or distance or
/// resolution is not positive and finite; Cancelled.
std::vector<double> gi_star(std::span<const double> values, std::int64_t width, std::int64_t height,
                            double resolution, double distance, const Progress &progress = {});

/// On places, one value each; neighbours are those within `distance` metres (inclusive). Throws Error when
/// sizes disagree, a number is not finite, or the distance is not positive; Cancelled.
std::vector<double> gi_star(std::span<const Point> places, std::span<const double> values, double distance,
                            const Progress &progress = {});

} // namespace cortege::engine
