#pragma once

#include "engine/tension/model.hpp"

#include <string>

namespace cortege::tension {

/// A model tried with other weights and bandwidths than its file's, as
/// "statique.poids=0;deambulatoire.portee=500": name of the source, key of the model's file, value in its
/// unit. The result is exploratoire whatever the model, its name says that it is changed and its digest is of
/// the file's and the changes, so that nobody takes it for the model. No change gives the model itself.
/// Throws engine::Error naming what is no change.
engine::TensionModel changed(engine::TensionModel model, const std::string &changes);

/// What makes `wanted` of the model, in the order of its sources; empty when nothing differs.
std::string changes_between(const engine::TensionModel &model, const engine::TensionModel &wanted);

} // namespace cortege::tension
