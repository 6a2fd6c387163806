#pragma once

#include "report/report.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace holdfast {

/// Names a finding for ever: by its rule, its file, its resource, and what tells it apart. Lines and messages may
/// change. The path is the one from the source root. 32 hexadecimal digits.
std::string fingerprint(const Finding& finding, std::string_view path);
/// The same, with the file where readers of the repository find it.
std::string fingerprint(const Report& report, const Finding& finding);

/// Fingerprints for readers who want each to be there once: of findings alike, the second is told by its number.
class UniqueFingerprints {
 public:
  explicit UniqueFingerprints(const Report& report);
  const std::string& operator()(const Finding& finding) const { return by_finding_.at(&finding); }

 private:
  std::unordered_map<const Finding*, std::string> by_finding_;
};

}  // namespace holdfast
