#pragma once

#include "rule/pack.h"

#include <cstddef>
#include <string>
#include <vector>

namespace holdfast {

struct PackTestResult {
  std::size_t fixtures = 0;
  std::vector<std::string> failures;  // "path:line: what was expected, what came"
  std::vector<std::string> rules;     // that a fixture named by its folder; sorted, without repeats
};

/// Analyses every fixture below a directory and compares what is found with what the fixture's own comments expect
/// (expectation.h), both ways.
///
/// A file or folder `<pack>/<rule>/fail-…`, `pass-…`, `undecided-…` or `na-…` is a fixture of that rule, judged by that
/// rule alone, and its name promises the outcome. What stands in a folder `projects` is one that all rules judge. A
/// configuration file is a root of its own. Diagnostics count like findings: a fixture is valid unless it says
/// otherwise.
PackTestResult test_packs(const Packs& packs, const std::string& directory);

/// What the program says of a fixture of a rule, a line for each finding, with the fixture's name for its path.
std::string fixture_report(const Packs& packs, const std::string& path, const std::string& rule);

}  // namespace holdfast
