#pragma once

#include "rule/pack.h"
#include "text/result.h"

#include <span>
#include <string>
#include <vector>

namespace holdfast {

/// The packs of the program and those of further directories, ready to use. Mistakes in packs are told one a line, with
/// their places.
Result<void> load_all_packs(Packs& packs, Workspace& workspace, std::span<const EmbeddedPackFile> embedded,
                            const std::vector<std::string>& directories);

/// Every problem in a line of its own, behind its place.
std::string listed(const Diagnostics& problems, const Workspace& workspace);

}  // namespace holdfast
