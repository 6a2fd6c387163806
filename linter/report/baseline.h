#pragma once

#include "report/report.h"
#include "text/result.h"

#include <cstddef>
#include <map>
#include <string>

namespace holdfast {

class Packs;

/// Faults that were known at some time, by fingerprint; lines may have moved since.
struct Baseline {
  struct Entry {
    std::size_t count = 0;
    std::string rule, path, resource, discriminator;
  };
  std::map<std::string, Entry> entries;
};

/// All faults of a report that nobody accepts.
Baseline baseline_of(const Report& report);

/// Sorted, an entry a line, so that a change of it reads well.
std::string baseline_text(const Baseline& baseline);
Result<Baseline> read_baseline(const std::string& path, Workspace& workspace);

/// Marks the faults that the baseline knows, as many as it counts, as accepted for the reason, and adds those that are
/// no more; what is left is new.
void compare_with(const Baseline& baseline, const Packs& packs, const std::string& reason, Report& report);

}  // namespace holdfast
