#pragma once

#include "rule/embedded_packs.h"

#include <span>
#include <string>

namespace holdfast {

/// A line for each pack that comes with the program: its name and the version of its content. Packs have no numbers;
/// equal contents have equal versions, whatever the release.
std::string pack_versions(std::span<const EmbeddedPackFile> packs);

}  // namespace holdfast
