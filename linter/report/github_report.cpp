#include "report/escape.h"
#include "report/level.h"
#include "report/place.h"
#include "report/report.h"
#include "report/shown_findings.h"
#include "report/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {
namespace {

// A step shows ten annotations of each level; one notice is ours.
constexpr std::size_t kShownMax = 10;

struct Annotation {
  std::string_view level;
  std::string title;
  std::string message;
  std::optional<Place> place;
};

std::string_view command(std::string_view level) { return level == "note" ? "notice" : level; }

std::string line(const Annotation& annotation) {
  std::string properties;
  if (annotation.place) {
    const auto& [path, begin, end] = *annotation.place;
    properties = fmt::format("file={},line={},endLine={},", command_property(path), begin.line, end.line);
    if (begin.line == end.line) properties += fmt::format("col={},endColumn={},", begin.column, end.column);
  }
  return fmt::format("::{} {}title={}::{}\n", command(annotation.level), properties, command_property(annotation.title),
                     command_text(annotation.message));
}

Annotation annotation_of(const Report& report, const Diagnostic& diagnostic) {
  return {.level = level(diagnostic.kind->gravity),
          .title = std::string(diagnostic.kind->id),
          .message = diagnostic.message,
          .place = place_of(report, diagnostic.at)};
}

Annotation annotation_of(const Report& report, const Finding& finding) {
  const std::string& fix = finding.rule->fix;
  return {.level = level(finding.severity),
          .title = fmt::format("{} ({})", finding.rule->id, to_string(finding.severity)),
          .message = statement(finding) + (fix.empty() ? "" : "\nHelp: " + fix),
          .place = place_of(report, shown_place(report, finding))};
}

/// What is unread comes first: nothing is worse than not to have looked.
std::vector<Annotation> annotations_of(const Report& report) {
  std::vector<Annotation> annotations;
  for (const Diagnostic& diagnostic : report.diagnostics) annotations.push_back(annotation_of(report, diagnostic));
  std::vector<const Finding*> faults = open_faults(report);
  sort_by_severity(faults);
  for (const Finding* fault : faults) annotations.push_back(annotation_of(report, *fault));
  return annotations;
}

}  // namespace

std::string github_report(const Report& report, const ReportOptions&) {
  const std::vector<Annotation> annotations = annotations_of(report);
  std::string out;
  std::size_t left_out = 0;
  for (const std::string_view level : {"error", "warning", "note"}) {
    std::size_t room = kShownMax - (level == "note" ? 1 : 0);
    for (const Annotation& annotation : annotations) {
      if (annotation.level != level) continue;
      if (room == 0) {
        ++left_out;
        continue;
      }
      out += line(annotation);
      --room;
    }
  }
  if (annotations.empty()) return out;
  std::string total = summary_line(report);
  if (left_out > 0) total += fmt::format("; {} not shown here, the least severe of each level", left_out);
  return out + line({.level = "note", .title = "Holdfast", .message = total, .place = {}});
}

}  // namespace holdfast
