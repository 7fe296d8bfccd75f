#pragma once

#include "engine/tension/model.hpp"

#include <filesystem>
#include <string>

namespace cortege::tension {

/// Reads a model of metadata/tension. Every number there is { valeur, unite, raison }: one without its unit
/// or its reason, in another unit than the one expected, or a key that is not known, is refused. `digest`
/// is that of the file's bytes. Throws engine::Error naming the file and the key.
engine::TensionModel read_model(const std::filesystem::path &file);

/// The file a person names: a path, or the name of one of the product's models in `folder`. Throws
/// engine::Error that lists the models there are.
std::filesystem::path find_model(const std::string &name, const std::filesystem::path &folder);

} // namespace cortege::tension
