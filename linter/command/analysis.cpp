#include "command/analysis.h"

#include "cloudformation/cloudformation.h"
#include "command/environments.h"
#include "command/files.h"
#include "command/source_revision.h"
#include "command/version.h"
#include "expression/function.h"
#include "report/location_path.h"
#include "settings/suppress.h"
#include "settings/written_suppressions.h"
#include "terraform/terraform.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <thread>
#include <tuple>

namespace holdfast {

namespace {

constexpr DiagnosticKind kUnreadable{"input/unreadable", Gravity::error, "{}"};

/// One root, plan or template to analyse in one environment, and what came of it.
struct Unit {
  bool is_root = false;
  std::string path;
  std::string environment = {};  // empty: the only one
  Inputs inputs = {};
  std::string sources = {};  // of a plan: the root that it was made of
  std::vector<Finding> findings = {};
  std::vector<Row> rows = {};
  std::vector<Drawing> drawings = {};
  Diagnostics diagnostics = {};
  std::vector<FileId> files = {};
  std::size_t resources = 0;
  bool is_deployment = false;
};

/// Calls `work` with every index below `count`, on so many threads.
void for_each_index(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work_on) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) work_on(i);
  };
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < std::min(threads, count); ++i) others.emplace_back(work);
  work();
  for (std::thread& other : others) other.join();
}

class UnitAnalysis {
 public:
  UnitAnalysis(Workspace& workspace, const Packs& packs, const FunctionTable& functions, const AnalysisOptions& options,
               Value policy, const std::vector<std::string>& roots, const Report& report)
      : workspace_(workspace),
        packs_(packs),
        functions_(functions),
        options_(options),
        policy_(policy),
        roots_(roots),
        report_(report) {}

  void run(Unit& unit) const {
    const StatedObjects* stated = options_.settings ? &options_.settings->objects : nullptr;
    Model model(packs_.definitions(), functions_, policy_, stated);
    const std::unique_ptr<Deployment> deployment = load(unit, model);
    if (!deployment) return;
    deployment->name = repository_path(report_, deployment->path);
    if (stated) add_externals(*stated, functions_, *deployment);
    model.attach(*deployment);
    unit.findings = run_rules(model, options_.rules, options_.detail);
    if (options_.visit) options_.visit(model, unit.environment);
    survey(model, unit);
    unit.diagnostics.append(deployment->diagnostics);
    unit.files = deployment->files;
    unit.resources = deployment->resources.size();
    unit.is_deployment = true;
  }

  /// The documents that are judged by themselves: all but the templates that others deploy; for a hook of these only
  /// those that use what has changed.
  std::vector<std::string> roots_of(const std::vector<std::string>& documents, const std::set<std::string>& changed,
                                    std::size_t threads) const {
    std::vector<TemplateRelations> relations(documents.size());
    for_each_index(documents.size(), threads, [&](std::size_t i) { relations[i] = relations_of_file(documents[i]); });
    std::vector<std::string> roots;
    std::vector<TemplateRelations> root_relations;
    const std::vector<std::size_t> wanted = options_.is_hook ? cloudformation_roots_using(documents, relations, changed)
                                                             : cloudformation_roots(documents, relations);
    for (const std::size_t root : wanted) {
      roots.push_back(documents[root]);
      root_relations.push_back(std::move(relations[root]));
    }
    const auto imports = [](const TemplateRelations& of_template) { return of_template.imports; };
    if (std::ranges::any_of(relations, imports)) find_exports(roots, root_relations, threads);
    return roots;
  }

 private:
  void survey(Model& model, Unit& unit) const {
    if (options_.table) unit.rows = rows_of(model, *options_.table);
    for (Row& row : unit.rows) row.environment = unit.environment;
    if (!options_.diagram) return;
    Drawing drawing = draw(model, *options_.diagram);
    if (!unit.environment.empty()) drawing.deployment += " in " + unit.environment;
    if (!drawing.nodes.empty()) unit.drawings.push_back(std::move(drawing));
  }

  void find_exports(const std::vector<std::string>& roots, const std::vector<TemplateRelations>& relations,
                    std::size_t threads) const {
    std::vector<std::vector<std::string>> exports(roots.size());
    for_each_index(roots.size(), threads, [&](std::size_t i) {
      const Result<FileId> file = workspace_.load(roots[i]);
      if (!file || !may_be_cloudformation(workspace_.file(*file).text())) return;
      Model model(packs_.definitions(), functions_, policy_);
      exports[i] = exports_of(workspace_, *file, relations[i], options_.inputs, functions_, model, templates_);
    });
    for (std::size_t i = 0; i < roots.size(); ++i) templates_.add_exports(roots[i], exports[i]);
  }

  TemplateRelations relations_of_file(const std::string& path) const {
    const Result<FileId> file = workspace_.load(path);
    if (!file || !may_be_cloudformation(workspace_.file(*file).text())) return {};
    Model model(packs_.definitions(), functions_, policy_);
    return relations_of(workspace_, *file, options_.inputs, functions_, model, templates_);
  }

  std::unique_ptr<Deployment> load(Unit& unit, Model& model) const {
    if (unit.is_root) return load_terraform(workspace_, unit.path, unit.inputs, functions_, &model, &modules_);
    const Result<FileId> file = workspace_.load(unit.path);
    if (!file) {
      unit.diagnostics.report(kUnreadable, {}, {file.error().message});
      return nullptr;
    }
    const std::string_view text = workspace_.file(*file).text();
    if (may_be_terraform_plan(text)) {
      if (auto plan = load_plan(unit, *file, model)) return plan;
    }
    if (!may_be_cloudformation(text)) return nullptr;
    return load_cloudformation(workspace_, *file, unit.inputs, functions_, &model, &templates_);
  }

  std::unique_ptr<Deployment> load_plan(Unit& unit, FileId file, Model& model) const {
    const std::string directory = std::filesystem::path(unit.path).parent_path().string();
    std::vector<std::string> places = {directory.empty() ? "." : directory};
    places.insert(places.end(), roots_.begin(), roots_.end());
    TerraformPlan plan = load_terraform_plan(workspace_, file, places, unit.inputs, functions_, &model, &modules_);
    unit.sources = std::move(plan.sources);
    return std::move(plan.deployment);
  }

  Workspace& workspace_;
  const Packs& packs_;
  const FunctionTable& functions_;
  const AnalysisOptions& options_;
  Value policy_;
  const std::vector<std::string>& roots_;
  const Report& report_;              // where the run takes place
  mutable TerraformModules modules_;  // shared by all roots: each directory is parsed once
  mutable CloudFormationTemplates templates_;
};

/// Roots, or documents, each in all of its environments.
std::vector<Unit> units_of(const std::vector<std::string>& paths, bool are_roots, const AnalysisOptions& options) {
  std::vector<Unit> units;
  for (const std::string& path : paths) {
    for (auto& [environment, inputs] : environments_of(path, are_roots, options.settings.get(), options.inputs))
      units.push_back({.is_root = are_roots, .path = path, .environment = environment, .inputs = std::move(inputs)});
  }
  return units;
}

/// Directories that nobody calls; for a hook those that use what was named, wherever they are.
std::vector<std::string> roots_of(Workspace& workspace, const FoundFiles& found, const AnalysisOptions& options) {
  if (!options.is_hook) return terraform_roots(workspace, found.terraform_directories);
  if (found.terraform_directories.empty()) return {};
  std::vector<std::string> all = find_files({"."}).terraform_directories;
  if (options.settings)
    std::erase_if(all, [&](const std::string& path) { return !options.settings->is_included(path); });
  all.insert(all.end(), found.terraform_directories.begin(), found.terraform_directories.end());
  return terraform_roots_using(workspace, all, found.terraform_directories);
}

/// All documents among which there may be one that deploys what has changed.
std::vector<std::string> documents_of(Workspace& workspace, const FoundFiles& found, const AnalysisOptions& options) {
  const auto may_be_template = [&](const std::string& path) {
    const Result<FileId> file = workspace.load(path);
    return file && may_be_cloudformation(workspace.file(*file).text());
  };
  if (!options.is_hook || !std::ranges::any_of(found.documents, may_be_template)) return found.documents;
  std::vector<std::string> all = find_files({"."}).documents;
  if (options.settings)
    std::erase_if(all, [&](const std::string& path) { return !options.settings->is_included(path); });
  all.insert(all.end(), found.documents.begin(), found.documents.end());
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

void leave_out(FoundFiles& found, const Settings& settings) {
  const auto is_left_out = [&](const std::string& path) { return !settings.is_included(path); };
  std::erase_if(found.terraform_directories, is_left_out);
  std::erase_if(found.documents, is_left_out);
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

/// Order of output: path, offset, rule, resource. Independent of the order in which files were read.
class OutputOrder {
 public:
  explicit OutputOrder(const Workspace& workspace) : workspace_(workspace) {}

  template <class T>
  bool operator()(const T& a, const T& b) const {
    const FileId file_a = file_of(a), file_b = file_of(b);
    const int paths = file_a == file_b ? 0 : path(file_a).compare(path(file_b));
    return paths != 0 ? paths < 0 : key(a) < key(b);
  }

 private:
  std::string_view path(FileId file) const {
    return file == kNoFile ? std::string_view() : std::string_view(workspace_.file(file).path());
  }
  static FileId file_of(FileId file) { return file; }
  template <class T>
  static FileId file_of(const T& item) {
    return item.at.file;
  }
  static FileId key(FileId file) { return file; }
  static auto key(const Finding& f) {
    return std::tuple(f.at.begin, f.at.end, std::string_view(f.rule->id), std::string_view(f.resource),
                      std::string_view(f.discriminator), std::string_view(f.message));
  }
  static auto key(const Diagnostic& d) {
    return std::tuple(d.at.begin, d.at.end, d.kind->id, std::string_view(d.message));
  }

  const Workspace& workspace_;
};

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
    judged.push_back({units[next].environment, std::move(units[next].findings)});
  for (Finding& finding : over_all_environments(std::move(judged))) findings.push_back(std::move(finding));
  return next;
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

}  // namespace

Report analyse(Workspace& workspace, const Packs& packs, const AnalysisOptions& options,
               AnalysisStatistics& statistics) {
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

  FoundFiles found = find_files(options.paths, options.standard_input);
  if (options.settings) leave_out(found, *options.settings);
  Diagnostics unreadable;
  for (const Error& error : found.errors) unreadable.report(kUnreadable, {}, {error.message});

  const FunctionTable functions;
  Arena policy_arena;
  Evaluation evaluation{
      .arena = policy_arena, .functions = functions, .defined = &packs.definitions(), .is_pack = true};
  const auto changes = options.settings ? options.settings->policy : std::vector<NamedExpression>();
  const Value policy = options.profile ? packs.policy_of(*options.profile, evaluation, changes) : Value();
  const std::size_t threads = options.threads ? options.threads : std::max(1u, std::thread::hardware_concurrency());
  const std::vector<std::string> roots = roots_of(workspace, found, options);
  const UnitAnalysis analysis(workspace, packs, functions, options, policy, roots, report);
  const auto run_all = [&](std::vector<Unit>& units) {
    if (options.progress) options.progress->add_work(units.size());
    for_each_index(units.size(), threads, [&](std::size_t i) {
      analysis.run(units[i]);
      if (options.progress) options.progress->finish(units[i].path);
    });
  };
  const std::vector<std::string> documents = documents_of(workspace, found, options);
  const std::set<std::string> changed(found.documents.begin(), found.documents.end());
  std::vector<Unit> units = units_of(analysis.roots_of(documents, changed, threads), false, options);
  run_all(units);
  std::vector<Unit> root_units = units_of(without_planned(roots, units), true, options);
  run_all(root_units);
  std::move(root_units.begin(), root_units.end(), std::back_inserter(units));

  report.diagnostics = unreadable.all();
  for (std::size_t i = 0; i < units.size();) i = take_findings(units, i, report.findings);
  if (options.settings) set_severities(report.findings, options.settings->severities);
  for (const Unit& unit : units) {
    for (Diagnostic& diagnostic : without_flood(unit.diagnostics.all()))
      report.diagnostics.push_back(std::move(diagnostic));
    report.files.insert(report.files.end(), unit.files.begin(), unit.files.end());
    statistics.resources += unit.resources;
    statistics.deployments += unit.is_deployment;
  }
  report.survey = survey_of(units, options, workspace);
  const OutputOrder order(workspace);
  const auto drop_repeats = [](auto& items, auto same) {
    items.erase(std::unique(items.begin(), items.end(), same), items.end());
  };
  std::sort(report.files.begin(), report.files.end(), order);
  drop_repeats(report.files, [](FileId a, FileId b) { return a == b; });
  if (options.has_suppressions) apply_suppressions(report, packs, options);
  std::sort(report.findings.begin(), report.findings.end(), order);
  std::sort(report.diagnostics.begin(), report.diagnostics.end(), order);
  drop_repeats(report.findings, [](const auto& a, const auto& b) { return is_same(a, b); });
  drop_repeats(report.diagnostics, [](const auto& a, const auto& b) { return is_same(a, b); });
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
