#include "report/fingerprint.h"

#include "expression/hash.h"
#include "report/location_path.h"
#include "report/place.h"

#include <fmt/format.h>

namespace holdfast {
namespace {

std::string named(std::string_view identity) { return hexadecimal(digest(Hash::sha256, identity)).substr(0, 32); }

}  // namespace

std::string fingerprint(const Finding& finding, std::string_view path) {
  std::string identity = finding.rule->id;
  for (const std::string_view part :
       {path, std::string_view(finding.resource), std::string_view(finding.discriminator)}) {
    identity.append(1, '\0').append(part);
  }
  return named(identity);
}

std::string fingerprint(const Report& report, const Finding& finding) {
  const Span at = shown_place(report, finding);
  return fingerprint(finding, at.exists() ? repository_path(report, at.file) : std::string());
}

UniqueFingerprints::UniqueFingerprints(const Report& report) {
  std::unordered_map<std::string, std::size_t> occurrences;
  for (const Finding& finding : report.findings) {
    std::string print = fingerprint(report, finding);
    const std::size_t occurrence = ++occurrences[print];
    by_finding_[&finding] = occurrence == 1 ? print : named(fmt::format("{}:{}", print, occurrence));
  }
}

}  // namespace holdfast
