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

void write_entry(JsonWriter& json, std::string_view check, std::string_view severity, std::string_view description,
                 std::string_view fingerprint, const std::optional<Place>& place) {
  json.object([&] {
    json.text("description", description);
    json.text("check_name", check);
    json.text("fingerprint", fingerprint);
    json.text("severity", severity);
    json.object("location", [&] {
      json.text("path", place ? place->path : ".");
      json.row("lines", [&] { json.number("begin", place ? place->begin.line : 1); });
    });
  });
}

/// Like problems in one file are told apart by their number.
std::string identity(const Diagnostic& diagnostic, const std::optional<Place>& place, std::size_t number) {
  const std::string text =
      fmt::format("{}\n{}\n{}\n{}", diagnostic.kind->id, place ? place->path : "", diagnostic.message, number);
  return hexadecimal(digest(Hash::sha256, text)).substr(0, 32);
}

void write_problems(JsonWriter& json, const Report& report) {
  std::map<std::string, std::size_t> occurrences;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    const std::optional<Place> place = place_of(report, diagnostic.at);
    const std::size_t number = ++occurrences[identity(diagnostic, place, 0)];
    write_entry(json, diagnostic.kind->id, severity_name(diagnostic.kind->gravity), diagnostic.message,
                identity(diagnostic, place, number), place);
  }
}

}  // namespace

std::string gitlab_report(const Report& report, const ReportOptions&) {
  const UniqueFingerprints fingerprints(report);
  JsonWriter json;
  json.array({}, [&] {
    write_problems(json, report);
    for (const Finding* fault : open_faults(report)) {
      write_entry(json, fault->rule->id, severity_name(fault->severity), statement(*fault), fingerprints(*fault),
                  place_of(report, shown_place(report, *fault)));
    }
  });
  return json.take();
}

}  // namespace holdfast
