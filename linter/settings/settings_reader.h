#pragma once

#include "settings/settings.h"

#include <string>

namespace holdfast {

/// Fills in what the tree of a configuration says. Files that it names are looked for in `folder`.
void read_settings(Settings& settings, const std::string& folder, const Packs& packs, Diagnostics& diagnostics);

}  // namespace holdfast
