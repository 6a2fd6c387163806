#include "expression/hash.h"
#include "report/fingerprint.h"
#include "report/json_writer.h"
#include "report/level.h"
#include "report/place.h"
#include "report/report.h"
#include "report/shown_findings.h"

#include <fmt/format.h>

#include <map>
#include <string>
#include <string_view>

namespace holdfast {
namespace {

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::critical: return "blocker";
    case Severity::high: return "critical";
    case Severity::medium: return "major";
    case Severity::low: return "minor";
    case Severity::info: return "info";
  }
  return {};
}

std::string_view severity_name(Gravity gravity) {
  if (gravity == Gravity::error) return "blocker";
  return gravity == Gravity::warning ? "major" : "info";
}

/// Writes entries of the Code Quality format. Fingerprints are unique in one file: the second of two alike tells so.
class EntryWriter {
 public:
  explicit EntryWriter(JsonWriter& json) : json_(json) {}

  void add(std::string_view check, std::string_view severity, std::string_view description, std::string fingerprint,
           const std::optional<Place>& place) {
    const std::size_t occurrence = ++occurrences_[fingerprint];
    if (occurrence > 1) fingerprint = named_print(fmt::format("{}:{}", fingerprint, occurrence));
    json_.object([&] {
      json_.text("description", description);
      json_.text("check_name", check);
      json_.text("fingerprint", fingerprint);
      json_.text("severity", severity);
      json_.object("location", [&] {
        json_.text("path", place ? place->path : ".");
        json_.row("lines", [&] { json_.number("begin", place ? place->begin.line : 1); });
      });
    });
  }

  static std::string named_print(std::string_view identity) {
    return hexadecimal(digest(Hash::sha256, identity)).substr(0, 32);
  }

 private:
  JsonWriter& json_;
  std::map<std::string, std::size_t> occurrences_;
};

void add(EntryWriter& entries, const Report& report, const Diagnostic& diagnostic) {
  const std::optional<Place> place = place_of(report, diagnostic.at);
  const std::string identity =
      fmt::format("{}\n{}\n{}", diagnostic.kind->id, place ? place->path : "", diagnostic.message);
  entries.add(diagnostic.kind->id, severity_name(diagnostic.kind->gravity), diagnostic.message,
              EntryWriter::named_print(identity), place);
}

void add(EntryWriter& entries, const Report& report, const Finding& finding) {
  const std::optional<Place> place = place_of(report, shown_place(report, finding));
  entries.add(finding.rule->id, severity_name(finding.severity), statement(finding),
              fingerprint(finding, place ? place->path : ""), place);
}

}  // namespace

std::string gitlab_report(const Report& report, const ReportOptions&) {
  JsonWriter json;
  EntryWriter entries(json);
  json.array({}, [&] {
    for (const Diagnostic& diagnostic : report.diagnostics) add(entries, report, diagnostic);
    for (const Finding* fault : open_faults(report)) add(entries, report, *fault);
  });
  return json.take();
}

}  // namespace holdfast
