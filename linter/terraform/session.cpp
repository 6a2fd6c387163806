#include "terraform/session.h"

#include "expression/convert.h"
#include "syntax/document.h"
#include "terraform/environment.h"
#include "terraform/module_files.h"
#include "terraform/references.h"
#include "terraform/terraform_diagnostics.h"

#include <fmt/format.h>

#include <algorithm>

namespace holdfast::terraform {

Session::Session(Workspace& the_workspace, TerraformModules& the_modules, Deployment& the_deployment, Inputs the_inputs,
                 const FunctionTable& functions, ComputedAttributes* the_computed)
    : workspace(the_workspace),
      modules(the_modules),
      deployment(the_deployment),
      inputs(std::move(the_inputs)),
      computed(the_computed),
      files(the_workspace, the_deployment.path),
      evaluation{.arena = the_deployment.arena,
                 .functions = functions,
                 .files = &files,
                 .defined = the_computed ? the_computed->provider_functions() : nullptr},
      environment(std::make_unique<Environment>(the_deployment.arena, inputs)),
      no_names(std::make_unique<Namespace>(
          "nothing", [](std::string_view) { return std::nullopt; }, [] { return std::vector<std::string_view>(); })) {}

const ModuleSource& Session::module(const std::string& directory) {
  std::shared_ptr<const ModuleSource>& source = read_[directory];
  if (source) return *source;
  source = modules.read(workspace, directory);
  files.allow(source->canonical);
  deployment.files.insert(deployment.files.end(), source->files.begin(), source->files.end());
  deployment.diagnostics.append(source->diagnostics);
  if (deployment.incomplete_because.empty()) deployment.incomplete_because = source->incomplete_because;
  return *source;
}

std::optional<std::string> Session::installed_module(const std::string& path) {
  if (!installed_) read_installed_modules();
  const auto found = installed_->find(path);
  return found == installed_->end() ? std::nullopt : std::optional(found->second);
}

void Session::read_installed_modules() {
  installed_.emplace();
  const Result<FileId> id = workspace.load(join_path(deployment.path, ".terraform/modules/modules.json"));
  if (!id) return;  // nothing was installed
  Diagnostics unused;
  const Document manifest = parse_json(*id, workspace.file(*id).text(), unused);
  const DocumentNodeId* entries = manifest.is_empty() ? nullptr : manifest.find(manifest.root, "Modules");
  if (!entries) return;
  for (const DocumentNodeId module : manifest.children_of(*entries)) {
    const DocumentNodeId* key = manifest.find(module, "Key");
    const DocumentNodeId* directory = manifest.find(module, "Dir");
    if (!key || !directory) continue;
    (*installed_)[std::string(manifest.text(*key))] = join_path(deployment.path, manifest.text(*directory));
  }
}

namespace {

/// `type = "list"`, as configurations before Terraform 0.12 wrote it.
const Type* quoted_type(std::string_view text, Arena& arena) {
  if (text == "string") return text_type();
  if (text == "list") return collection_type(arena, TypeKind::list, any_type());
  if (text == "map") return collection_type(arena, TypeKind::map, any_type());
  return nullptr;
}

}  // namespace

const Type* Session::type_of_variable(const Declaration& variable) {
  const auto [entry, is_new] = types_.try_emplace(&variable, nullptr);
  const Argument* written = variable.body.find("type");
  if (!is_new || !written) return entry->second;
  const hcl::Tree& tree = *written->value.tree;
  if (tree.node(written->value.node).kind == hcl::NodeKind::string) {
    entry->second = quoted_type(tree.text(written->value.node), deployment.arena);
  }
  if (!entry->second) entry->second = read_type(written->value, evaluation, deployment.diagnostics);
  return entry->second;
}

Span Session::span_of(const Value& value, Span fallback) const {
  const Span span = deployment.arena.origin(value.origin()).span;
  return span.exists() ? span : fallback;
}

void Session::report(const DiagnosticKind& kind, Span at, std::initializer_list<std::string_view> arguments,
                     std::vector<Label> labels) {
  if (!reported_.emplace(kind.id, at).second) return;
  deployment.diagnostics.report(kind, at, arguments).labels = std::move(labels);
}

void Session::report_value(const DiagnosticKind& kind, Span at, std::initializer_list<std::string_view> arguments,
                           hcl::Expression written) {
  if (is_self_contained || mentions_nothing(written)) return report(kind, at, arguments);
  Diagnostics said;
  report(kByDefault, at, {said.report(kind, at, arguments).message});
}

void Session::report_failure(const Value& error, hcl::Expression written) {
  const Span at = span_of(error, written.span());
  for (const Diagnostic& said : deployment.diagnostics.all()) {
    const bool overlaps = said.at.file == at.file && said.at.begin < at.end && at.begin < said.at.end;
    // What is declared nowhere is reported at its first mention only.
    if (overlaps || (said.kind == &kUndeclared && workspace.text(said.at) == workspace.text(at))) return;
  }
  report_value(kFailing, at, {error.as_unknown().reason}, written);
}

Value Cell::fail(Session& session, Span declared_at) {
  const auto first = std::ranges::find(session.running, declared_at);
  const std::string name(session.workspace.text(declared_at));
  std::vector<Label> way;
  for (auto place = first; place != session.running.end(); ++place) {
    if (*place != declared_at) way.push_back({*place, "by way of this"});
  }
  session.report(kCycle, declared_at, {name}, std::move(way));
  value_ = error_value(session.deployment.arena, declared_at, fmt::format("`{}` needs its own value", name));
  state_ = State::done;
  return value_;
}

}  // namespace holdfast::terraform
