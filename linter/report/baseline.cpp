#include "report/baseline.h"

#include "report/fingerprint.h"
#include "report/json_writer.h"
#include "report/location_path.h"
#include "report/shown_findings.h"
#include "rule/pack.h"
#include "syntax/document.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace holdfast {

namespace {

constexpr uint64_t kVersion = 1;

std::string path_of(const Report& report, const Finding& finding) {
  return finding.at.exists() ? repository_path(report, finding.at.file) : std::string();
}

std::string text_of(const Document& document, DocumentNodeId entry, std::string_view key) {
  const DocumentNodeId* value = document.find(entry, key);
  return value && document.node(*value).kind == DocumentKind::scalar ? std::string(document.text(*value))
                                                                     : std::string();
}

/// Something that a baseline knows and nobody finds any more.
Finding absent_finding(const Baseline::Entry& entry, const Rule& rule, const Span at, const std::string& reason) {
  Finding finding;
  finding.rule = &rule;
  finding.severity = rule.severity;
  finding.message = "this is not found any more: " + rule.title;
  finding.at = at;
  finding.resource = entry.resource;
  finding.discriminator = entry.discriminator;
  finding.suppression.emplace();
  finding.suppression->is_in_source = false;
  finding.suppression->reason = reason;
  finding.baseline = BaselineState::absent;
  return finding;
}

}  // namespace

Baseline baseline_of(const Report& report) {
  Baseline baseline;
  for (const Finding& finding : report.findings) {
    if (!is_open_fault(finding)) continue;
    const std::string path = path_of(report, finding);
    Baseline::Entry& entry = baseline.entries[fingerprint(finding, path)];
    entry = {entry.count + 1, finding.rule->id, path, finding.resource, finding.discriminator};
  }
  return baseline;
}

std::string baseline_text(const Baseline& baseline) {
  std::vector<const std::pair<const std::string, Baseline::Entry>*> sorted;
  for (const auto& entry : baseline.entries) sorted.push_back(&entry);
  std::ranges::sort(sorted, {}, [](const auto* entry) {
    return std::tie(entry->second.path, entry->second.resource, entry->second.rule, entry->first);
  });
  JsonWriter json;
  json.object([&] {
    json.number("version", kVersion);
    json.array("findings", [&] {
      for (const auto* entry : sorted) {
        json.row([&] {
          json.text("path", entry->second.path);
          json.text("resource", entry->second.resource);
          json.text("rule", entry->second.rule);
          json.text_if_any("discriminator", entry->second.discriminator);
          json.text("fingerprint", entry->first);
          json.number("count", entry->second.count);
        });
      }
    });
  });
  return json.take();
}

Result<Baseline> read_baseline(const std::string& path, Workspace& workspace) {
  const Result<FileId> file = workspace.load(path);
  if (!file) return tl::unexpected(file.error());
  Diagnostics problems;
  const Document document = parse_json(*file, workspace.file(*file).text(), problems);
  const DocumentNodeId* findings = document.is_empty() ? nullptr : document.find(document.root, "findings");
  const bool is_readable = !document.has_errors && findings && text_of(document, document.root, "version") == "1";
  if (!is_readable) return failure(path + ": this is no baseline; --write-baseline makes one");
  Baseline baseline;
  for (const DocumentNodeId item : document.children_of(*findings)) {
    Baseline::Entry entry{1, text_of(document, item, "rule"), text_of(document, item, "path"),
                          text_of(document, item, "resource"), text_of(document, item, "discriminator")};
    const std::string count = text_of(document, item, "count");
    std::from_chars(count.data(), count.data() + count.size(), entry.count);
    baseline.entries[text_of(document, item, "fingerprint")] = entry;
  }
  return baseline;
}

void compare_with(const Baseline& baseline, const Packs& packs, const std::string& reason, Report& report) {
  report.is_compared = true;
  std::unordered_map<std::string, std::size_t> left;
  for (const auto& [print, entry] : baseline.entries) left[print] = entry.count;
  std::unordered_map<std::string, FileId> files;
  for (const FileId file : report.files) files.emplace(repository_path(report, file), file);
  for (Finding& finding : report.findings) {
    // What is accepted by other means is known as well.
    if (finding.verdict != Verdict::fail) continue;
    const auto known = left.find(fingerprint(finding, path_of(report, finding)));
    const bool is_known = known != left.end() && known->second > 0;
    finding.baseline = is_known ? BaselineState::unchanged : BaselineState::added;
    if (!is_known) continue;
    --known->second;
    if (finding.suppression) continue;
    finding.suppression.emplace();
    finding.suppression->is_in_source = false;
    finding.suppression->reason = reason;
  }
  for (const auto& [print, entry] : baseline.entries) {
    const Rule* rule = packs.rule(entry.rule);
    // A file that was not analysed has not lost its faults.
    const auto file = files.find(entry.path);
    if (!rule || file == files.end() || std::ranges::find(report.rules, rule) == report.rules.end()) continue;
    for (std::size_t i = 0; i < left[print]; ++i)
      report.findings.push_back(absent_finding(entry, *rule, {file->second, 0, 0}, reason));
  }
}

}  // namespace holdfast
