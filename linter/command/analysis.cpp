#include "command/analysis.h"

#include "command/environments.h"
#include "command/files.h"
#include "command/output_order.h"
#include "command/source_revision.h"
#include "command/unit_analysis.h"
#include "command/version.h"
#include "report/location_path.h"
#include "settings/suppress.h"
#include "settings/written_suppressions.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace holdfast {

namespace {

/// Roots, or documents, each in all of its environments.
std::vector<Unit> units_of(const std::vector<std::string>& paths, bool are_roots, const AnalysisOptions& options) {
  std::vector<Unit> units;
  for (const std::string& path : paths) {
    for (auto& [environment, inputs] : environments_of(path, are_roots, options.settings.get(), options.inputs))
      units.push_back({.is_root = are_roots, .path = path, .environment = environment, .inputs = std::move(inputs)});
  }
  return units;
}

void leave_out(FoundFiles& found, const Settings& settings) {
  const auto is_left_out = [&](const std::string& path) { return !settings.is_included(path); };
  std::erase_if(found.terraform_directories, is_left_out);
  std::erase_if(found.documents, is_left_out);
}

/// For a hook everything that may use what was named, wherever it is; else what was named.
FoundFiles around(const FoundFiles& found, const AnalysisOptions& options) {
  if (!options.is_hook || (found.terraform_directories.empty() && found.documents.empty())) return found;
  FoundFiles all = find_files({"."});
  if (options.settings) leave_out(all, *options.settings);
  const auto add = [](std::vector<std::string>& to, const std::vector<std::string>& more) {
    to.insert(to.end(), more.begin(), more.end());
    std::ranges::sort(to);
    to.erase(std::unique(to.begin(), to.end()), to.end());
  };
  add(all.terraform_directories, found.terraform_directories);
  add(all.documents, found.documents);
  return all;
}

/// Directories that nobody calls; for a hook those that use what was named.
std::vector<std::string> roots_of(Workspace& workspace, const FoundFiles& found, const FoundFiles& all,
                                  const AnalysisOptions& options) {
  if (!options.is_hook) return terraform_roots(workspace, found.terraform_directories);
  if (found.terraform_directories.empty()) return {};
  return terraform_roots_using(workspace, all.terraform_directories, found.terraform_directories);
}

/// All documents among which there may be one that deploys what has changed.
const std::vector<std::string>& documents_of(Workspace& workspace, const FoundFiles& found, const FoundFiles& all) {
  const auto may_be_template = [&](const std::string& path) {
    const Result<FileId> file = workspace.load(path);
    return file && may_be_cloudformation(workspace.file(*file).text());
  };
  return std::ranges::any_of(found.documents, may_be_template) ? all.documents : found.documents;
}

/// The roots that no plan was made of: a plan is judged in the place of its sources.
std::vector<std::string> without_planned(std::vector<std::string> roots, const std::vector<Unit>& documents) {
  std::set<std::string_view> planned;
  for (const Unit& unit : documents) planned.insert(unit.sources);
  std::erase_if(roots, [&](const std::string& root) { return planned.contains(root); });
  return roots;
}

/// Of the files that are reached through links.
std::map<FileId, std::string> real_paths(const Report& report) {
  std::map<std::string, std::string> folders;  // where they lie
  std::map<FileId, std::string> real;
  for (const FileId id : report.files) {
    const std::string path = absolute_path(report.working_directory, report.workspace->file(id).path());
    const std::size_t slash = path.rfind('/');
    std::error_code error;
    const auto [folder, is_new] = folders.try_emplace(path.substr(0, slash));
    if (is_new) folder->second = std::filesystem::canonical(folder->first, error).string();
    std::string at = folder->second + path.substr(slash);
    if (std::filesystem::is_symlink(at, error)) at = std::filesystem::canonical(at, error).string();
    if (!error && at != path) real[id] = std::move(at);
  }
  return real;
}

/// Of many like problems in one unit the first few are told; the last of these says how many there are.
constexpr std::size_t kLikeDiagnosticsMax = 5;

std::vector<Diagnostic> without_flood(const std::vector<Diagnostic>& all) {
  std::map<const DiagnosticKind*, std::size_t> counts;
  std::map<const DiagnosticKind*, std::size_t> last;
  std::vector<Diagnostic> kept;
  for (const Diagnostic& diagnostic : all) {
    const std::size_t count = ++counts[diagnostic.kind];
    if (diagnostic.kind->gravity != Gravity::error && count > kLikeDiagnosticsMax) continue;
    last[diagnostic.kind] = kept.size();
    kept.push_back(diagnostic);
  }
  for (const auto& [kind, count] : counts) {
    if (kind->gravity == Gravity::error || count <= kLikeDiagnosticsMax) continue;
    kept[last[kind]].message += " (and " + std::to_string(count - kLikeDiagnosticsMax) + " more like it here)";
  }
  return kept;
}

/// The findings of a unit, once for all of its environments. Takes the units that begin at `first` and are of the same
/// path; returns the one after them.
std::size_t take_findings(std::vector<Unit>& units, std::size_t first, std::vector<Finding>& findings) {
  std::vector<InEnvironment> judged;
  std::size_t next = first;
  for (; next < units.size() && units[next].path == units[first].path; ++next)
    judged.push_back({units[next].environment, std::move(units[next].judged.findings)});
  std::vector<Finding> found = over_all_environments(std::move(judged));
  // One unit is often all there is, and it can be large.
  if (findings.empty()) {
    findings = std::move(found);
  } else {
    std::move(found.begin(), found.end(), std::back_inserter(findings));
  }
  return next;
}

/// Each verdict once, however many environments and callers it was reached in.
std::unordered_map<const Rule*, Unremarkable> count_unremarkable(std::vector<Unit>& units) {
  std::vector<PlainVerdict> all;
  for (Unit& unit : units) {
    const std::vector<PlainVerdict> plain = std::exchange(unit.judged.plain, {});
    all.insert(all.end(), plain.begin(), plain.end());
  }
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  std::unordered_map<const Rule*, Unremarkable> counts;
  for (const PlainVerdict& verdict : all) {
    Unremarkable& count = counts[verdict.rule];
    ++(verdict.verdict == Verdict::pass ? count.passed : count.not_applicable);
  }
  return counts;
}

/// What was seen in all units, in the order of output.
Survey survey_of(std::vector<Unit>& units, const AnalysisOptions& options, const Workspace& workspace) {
  Survey survey{.table = options.table, .rows = {}, .diagram = options.diagram, .drawings = {}};
  for (Unit& unit : units) {
    std::move(unit.rows.begin(), unit.rows.end(), std::back_inserter(survey.rows));
    std::move(unit.drawings.begin(), unit.drawings.end(), std::back_inserter(survey.drawings));
  }
  const auto key = [&](const Row& row) {
    const std::string_view path = row.at.exists() ? workspace.file(row.at.file).path() : std::string_view();
    return std::tuple(path, row.at.begin, std::string_view(row.address), std::string_view(row.type),
                      std::string_view(row.environment));
  };
  std::ranges::sort(survey.rows, {}, key);
  std::ranges::sort(survey.drawings, {}, &Drawing::deployment);
  return survey;
}

bool is_same(const Diagnostic& a, const Diagnostic& b) {
  return a.kind == b.kind && a.at == b.at && a.message == b.message;
}

void set_severities(std::vector<Finding>& findings, const std::map<const Rule*, Severity>& severities) {
  for (Finding& finding : findings) {
    if (const auto set = severities.find(finding.rule); set != severities.end()) finding.severity = set->second;
  }
}

void apply_suppressions(Report& report, const Packs& packs, const AnalysisOptions& options) {
  std::vector<StatedSuppression> stated;
  for (const FileId file : report.files) {
    for (StatedSuppression& written : written_suppressions(report.workspace->file(file)))
      stated.push_back(std::move(written));
  }
  const Settings* settings = options.settings.get();
  if (settings) stated.insert(stated.end(), settings->suppressions.begin(), settings->suppressions.end());
  const bool is_whole = settings && std::ranges::any_of(options.paths, [&](const std::string& path) {
                          const std::string name = settings->relative(path);
                          return name.find_first_not_of("./") == std::string::npos;
                        });
  suppress(report.findings, stated, {*report.workspace, packs, options.rules, options.today, settings, is_whole});
}

/// What is known of a run before anything is read.
Report begin_report(Workspace& workspace, const Packs& packs, const AnalysisOptions& options) {
  Report report;
  report.workspace = &workspace;
  report.rules = options.rules;
  for (const Framework& framework : packs.frameworks()) report.frameworks.push_back(&framework);
  for (const Register& known : packs.registers()) report.registers.push_back(&known);
  report.source_root = options.source_root.empty() ? source_root(options.paths) : options.source_root;
  std::error_code ignored;
  report.working_directory = std::filesystem::current_path(ignored).string();
  report.revision = source_revision(report.source_root);
  report.home = kHome;
  report.version = kVersion;
  report.date = options.today;
  if (options.profile) report.profile = options.profile->name;
  return report;
}

/// Judges documents first: roots of which there is a plan among them are judged as that.
std::vector<Unit> judge(Workspace& workspace, const Packs& packs, const FoundFiles& found,
                        const AnalysisOptions& options, const Report& report) {
  const FunctionTable functions;
  Arena policy_arena;
  Evaluation evaluation{
      .arena = policy_arena, .functions = functions, .defined = &packs.definitions(), .is_pack = true};
  const auto changes = options.settings ? options.settings->policy : std::vector<NamedExpression>();
  const Value policy = options.profile ? packs.policy_of(*options.profile, evaluation, changes) : Value();
  const std::size_t threads = options.threads ? options.threads : std::max(1u, std::thread::hardware_concurrency());
  const FoundFiles all = around(found, options);
  const std::vector<std::string> roots = roots_of(workspace, found, all, options);
  const UnitAnalysis analysis(workspace, packs, functions, options, policy, roots, report);
  const auto run_all = [&](std::vector<Unit>& units) {
    if (options.progress) options.progress->add_work(units.size());
    for_each_index(units.size(), threads, [&](std::size_t i) {
      analysis.run(units[i]);
      if (options.progress) options.progress->finish(units[i].path);
    });
  };
  const std::vector<std::string>& documents = options.is_hook ? documents_of(workspace, found, all) : found.documents;
  const std::set<std::string> changed(found.documents.begin(), found.documents.end());
  std::vector<Unit> units = units_of(analysis.roots_of(documents, changed, threads), false, options);
  run_all(units);
  std::vector<Unit> root_units = units_of(without_planned(roots, units), true, options);
  run_all(root_units);
  std::move(root_units.begin(), root_units.end(), std::back_inserter(units));
  return units;
}

void gather(std::vector<Unit>& units, const AnalysisOptions& options, Report& report, AnalysisStatistics& statistics) {
  for (std::size_t i = 0; i < units.size();) i = take_findings(units, i, report.findings);
  report.unremarkable = count_unremarkable(units);
  if (options.settings) set_severities(report.findings, options.settings->severities);
  for (const Unit& unit : units) {
    for (Diagnostic& diagnostic : without_flood(unit.diagnostics.all()))
      report.diagnostics.push_back(std::move(diagnostic));
    report.files.insert(report.files.end(), unit.files.begin(), unit.files.end());
    statistics.resources += unit.resources;
    statistics.deployments += unit.is_deployment;
  }
  report.survey = survey_of(units, options, *report.workspace);
}

template <class T, class Same>
void sort_without_repeats(std::vector<T>& items, const OutputOrder& order, Same same) {
  std::sort(items.begin(), items.end(), order);
  items.erase(std::unique(items.begin(), items.end(), same), items.end());
}

}  // namespace

Report analyse(Workspace& workspace, const Packs& packs, const AnalysisOptions& options,
               AnalysisStatistics& statistics) {
  Report report = begin_report(workspace, packs, options);
  FoundFiles found = find_files(options.paths, options.standard_input);
  if (options.settings) leave_out(found, *options.settings);
  Diagnostics unreadable;
  for (const Error& error : found.errors) unreadable.report(kUnreadable, {}, {error.message});
  report.diagnostics = unreadable.all();

  std::vector<Unit> units = judge(workspace, packs, found, options, report);
  gather(units, options, report, statistics);
  const OutputOrder order(workspace);
  sort_without_repeats(report.files, order, std::equal_to());
  if (options.has_suppressions) apply_suppressions(report, packs, options);
  sort_without_repeats(report.findings, order, [](const auto& a, const auto& b) { return is_same(a, b); });
  sort_without_repeats(report.diagnostics, order, [](const auto& a, const auto& b) { return is_same(a, b); });
  report.real_paths = real_paths(report);
  statistics.files = report.files.size();
  for (FileId file : report.files) statistics.bytes += workspace.file(file).text().size();
  return report;
}

bool is_incomplete(const Report& report) {
  return std::any_of(report.diagnostics.begin(), report.diagnostics.end(),
                     [](const Diagnostic& diagnostic) { return diagnostic.kind->gravity == Gravity::error; });
}

}  // namespace holdfast
