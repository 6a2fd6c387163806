#include "report/code_scanning.h"
#include "report/json_writer.h"
#include "report/level.h"
#include "report/report.h"
#include "report/sarif_artifacts.h"
#include "report/sarif_driver.h"
#include "report/sarif_result.h"
#include "report/sarif_review.h"
#include "report/sarif_text.h"
#include "report/shown_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace holdfast {
namespace {

constexpr SarifNotice kResultsLeftOut{"report/results-left-out", "Only the most severe findings are in this file"};

/// What one file is made of, gathered before the first byte is written.
struct Run {
  const Report& report;
  const ReportOptions& options;
  std::size_t left_out = 0;
  std::vector<const Finding*> findings = {};
  std::vector<const Rule*> rules = {};  // sorted by id
  std::unordered_map<const Rule*, std::size_t> rule_index = {};
  std::vector<SarifNotice> notices = {};  // sorted by id
  bool has_reviews = false;
};

void choose_findings(Run& run) {
  run.findings = shown_findings(run.report, run.options);
  using code_scanning::kResultsMax;
  if (run.options.audit || run.findings.size() <= kResultsMax) return;
  run.left_out = run.findings.size() - kResultsMax;
  sort_by_severity(run.findings);
  run.findings.resize(kResultsMax);
}

void choose_rules(Run& run) {
  if (run.options.audit) run.rules = run.report.rules;
  if (run.has_reviews) run.rules.push_back(&sarif_review_rule());
  for (const Finding* finding : run.findings) run.rules.push_back(finding->rule);
  std::ranges::sort(run.rules, {}, &Rule::id);
  run.rules.erase(std::unique(run.rules.begin(), run.rules.end()), run.rules.end());
  for (std::size_t i = 0; i < run.rules.size(); ++i) run.rule_index[run.rules[i]] = i;
}

void choose_notices(Run& run) {
  std::map<std::string_view, std::string_view> notices;
  for (const Diagnostic& diagnostic : run.report.diagnostics) notices[diagnostic.kind->id] = diagnostic.kind->message;
  if (run.left_out > 0) notices[kResultsLeftOut.id] = kResultsLeftOut.text;
  for (const auto& [id, text] : notices) run.notices.push_back({.id = id, .text = text});
}

std::vector<FileId> mentioned_files(const Run& run) {
  std::vector<FileId> files;
  if (run.options.audit) files = run.report.files;
  for (const Finding* finding : run.findings) {
    const std::vector<FileId> mentioned = sarif_files(run.report, *finding);
    files.insert(files.end(), mentioned.begin(), mentioned.end());
  }
  for (const Diagnostic& diagnostic : run.report.diagnostics) {
    if (diagnostic.at.exists()) files.push_back(diagnostic.at.file);
  }
  return files;
}

void sort_findings(Run& run, const SarifArtifacts& artifacts) {
  struct Placed {
    std::size_t file;
    uint32_t offset;
    const Finding* finding;
  };
  std::vector<Placed> placed;
  for (const Finding* finding : run.findings) {
    const Span place = sarif_place(run.report, *finding);
    placed.push_back({.file = artifacts.index(place.file), .offset = place.begin, .finding = finding});
  }
  std::ranges::stable_sort(placed, [](const Placed& a, const Placed& b) {
    const auto key = [](const Placed& p) {
      return std::tie(p.file, p.offset, p.finding->rule->id, p.finding->resource, p.finding->discriminator);
    };
    return key(a) < key(b);
  });
  std::ranges::transform(placed, run.findings.begin(), &Placed::finding);
}

void write_notification(JsonWriter& json, const Run& run, std::string_view id, std::string_view level,
                        std::string_view message, const SarifArtifacts& artifacts, Span at) {
  const auto notice = std::ranges::find(run.notices, id, &SarifNotice::id);
  json.object([&] {
    json.row("descriptor", [&] {
      json.text("id", id);
      json.number("index", static_cast<uint64_t>(notice - run.notices.begin()));
    });
    json.text("level", level);
    json.row("message", [&] { json.text("text", sarif_sentence(message)); });
    if (!at.exists()) return;
    json.array("locations", [&] { json.object([&] { artifacts.write_location(json, at); }); });
  });
}

void write_notifications(JsonWriter& json, const Run& run, const SarifArtifacts& artifacts) {
  json.array("toolExecutionNotifications", [&] {
    for (const Diagnostic& diagnostic : run.report.diagnostics) {
      write_notification(json, run, diagnostic.kind->id, level(diagnostic.kind->gravity), diagnostic.message, artifacts,
                         diagnostic.at);
    }
    if (run.left_out == 0) return;
    const std::string message = fmt::format(
        "This file holds the {} most severe of {} findings, since code scanning keeps no more; an audit file holds all",
        code_scanning::kResultsMax, code_scanning::kResultsMax + run.left_out);
    write_notification(json, run, kResultsLeftOut.id, "warning", message, artifacts, {});
  });
}

void write_invocation(JsonWriter& json, const Run& run, const SarifArtifacts& artifacts) {
  const bool is_complete = std::ranges::none_of(run.report.diagnostics,
                                                [](const Diagnostic& d) { return d.kind->gravity == Gravity::error; });
  json.boolean("executionSuccessful", is_complete);
  json.number("exitCode", static_cast<uint64_t>(run.report.exit_code));
  if (!is_complete) json.text("exitCodeDescription", "Some input could not be read; results are incomplete.");
  if (!run.notices.empty()) write_notifications(json, run, artifacts);
}

void write_revision(JsonWriter& json, const Revision& revision) {
  json.array("versionControlProvenance", [&] {
    json.object([&] {
      json.text("repositoryUri", revision.repository_uri);
      json.text("revisionId", revision.commit);
      json.row("mappedTo", [&] { json.text("uriBaseId", "%SRCROOT%"); });
    });
  });
}

void write_results(JsonWriter& json, const Run& run, SarifArtifacts& artifacts) {
  const bool has_suppressions = std::ranges::any_of(run.findings, [](const Finding* f) { return !!f->suppression; });
  bool are_reviews_due = run.has_reviews;
  const auto write_reviews = [&] {
    if (are_reviews_due) write_sarif_reviews(json, run.report, artifacts, run.rule_index.at(&sarif_review_rule()));
    are_reviews_due = false;
  };
  for (const Finding* finding : run.findings) {
    if (follows_sarif_reviews(run.report, *finding)) write_reviews();
    const SarifResultOptions options{.rule_index = run.rule_index.at(finding->rule),
                                     .has_suppressions = has_suppressions,
                                     .has_baseline = run.options.audit};
    json.object([&] { write_sarif_result(json, run.report, artifacts, *finding, options); });
  }
  write_reviews();
}

void write_run(JsonWriter& json, const Run& run, SarifArtifacts& artifacts) {
  json.object("tool",
              [&] { json.object("driver", [&] { write_sarif_driver(json, run.report, run.rules, run.notices); }); });
  json.array("taxonomies", [&] { write_sarif_taxonomies(json, run.report, run.rules); });
  if (const std::string& category = run.options.category; !category.empty()) {
    json.row("automationDetails", [&] { json.text("id", category + (category.ends_with('/') ? "" : "/")); });
  }
  json.text("columnKind", "utf16CodeUnits");
  json.object("originalUriBaseIds", [&] {
    json.object("%SRCROOT%", [&] { json.row("description", [&] { json.text("text", "Root of the repository."); }); });
  });
  if (run.report.revision) write_revision(json, *run.report.revision);
  json.array("invocations", [&] { json.object([&] { write_invocation(json, run, artifacts); }); });
  json.array("artifacts", [&] { artifacts.write_all(json); });
  json.array("results", [&] { write_results(json, run, artifacts); });
}

}  // namespace

std::string sarif_report(const Report& report, const ReportOptions& options) {
  Run run{.report = report, .options = options};
  run.has_reviews = options.audit && has_sarif_reviews(report);
  choose_findings(run);
  choose_rules(run);
  choose_notices(run);
  SarifArtifacts artifacts(report, mentioned_files(run));
  sort_findings(run, artifacts);

  JsonWriter json;
  json.object([&] {
    json.text("version", "2.1.0");
    json.text("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.array("runs", [&] { json.object([&] { write_run(json, run, artifacts); }); });
  });
  return json.take();
}

}  // namespace holdfast
