#include "command/unit_analysis.h"

#include "report/location_path.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <thread>

namespace holdfast {

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

void UnitAnalysis::run(Unit& unit) const {
  const StatedObjects* stated = options_.settings ? &options_.settings->objects : nullptr;
  Model model(packs_.definitions(), functions_, policy_, stated);
  const std::unique_ptr<Deployment> deployment = load(unit, model);
  if (!deployment) return;
  deployment->name = repository_path(report_, deployment->path);
  if (stated) add_externals(*stated, functions_, *deployment);
  model.attach(*deployment);
  unit.judged = run_rules(model, options_.rules, options_.detail);
  if (options_.visit) options_.visit(model, unit.environment);
  survey(model, unit);
  unit.diagnostics.append(deployment->diagnostics);
  unit.files = deployment->files;
  unit.resources = deployment->resources.size();
  unit.is_deployment = true;
}

std::vector<std::string> UnitAnalysis::roots_of(const std::vector<std::string>& documents,
                                                const std::set<std::string>& changed, std::size_t threads) const {
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

void UnitAnalysis::survey(Model& model, Unit& unit) const {
  if (options_.table) unit.rows = rows_of(model, *options_.table);
  for (Row& row : unit.rows) row.environment = unit.environment;
  if (!options_.diagram) return;
  Drawing drawing = draw(model, *options_.diagram);
  if (!unit.environment.empty()) drawing.deployment += " in " + unit.environment;
  if (!drawing.nodes.empty()) unit.drawings.push_back(std::move(drawing));
}

void UnitAnalysis::find_exports(const std::vector<std::string>& roots, const std::vector<TemplateRelations>& relations,
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

TemplateRelations UnitAnalysis::relations_of_file(const std::string& path) const {
  const Result<FileId> file = workspace_.load(path);
  if (!file || !may_be_cloudformation(workspace_.file(*file).text())) return {};
  Model model(packs_.definitions(), functions_, policy_);
  return relations_of(workspace_, *file, options_.inputs, functions_, model, templates_);
}

std::unique_ptr<Deployment> UnitAnalysis::load(Unit& unit, Model& model) const {
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

std::unique_ptr<Deployment> UnitAnalysis::load_plan(Unit& unit, FileId file, Model& model) const {
  const std::string directory = std::filesystem::path(unit.path).parent_path().string();
  std::vector<std::string> places = {directory.empty() ? "." : directory};
  places.insert(places.end(), roots_.begin(), roots_.end());
  TerraformPlan plan = load_terraform_plan(workspace_, file, places, unit.inputs, functions_, &model, &modules_);
  unit.sources = std::move(plan.sources);
  return std::move(plan.deployment);
}

}  // namespace holdfast
