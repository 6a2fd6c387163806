#include "terraform/child_module.h"

#include "terraform/module_files.h"
#include "terraform/opaque_entity.h"
#include "terraform/references.h"
#include "terraform/terraform_diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace holdfast::terraform {

namespace {

constexpr std::array<std::string_view, 6> kCallArguments = {"source", "version",  "providers",
                                                            "count",  "for_each", "depends_on"};

bool is_local(std::string_view source) {
  return source == "." || source == ".." || source.starts_with("./") || source.starts_with("../") ||
         source.starts_with(".\\") || source.starts_with("..\\");
}

bool would_contain_itself(const Module& caller, const ModuleSource& child) {
  for (const Module* module = &caller; module; module = module->call() ? &module->call()->caller : nullptr) {
    if (module->source().canonical == child.canonical) return true;
  }
  return false;
}

class ChildSearch {
 public:
  ChildSearch(Session& session, const Module& caller, const Declaration& call)
      : session_(session), caller_(caller), call_(call), is_first_(session.is_first_look(call)) {}

  const ModuleSource* find(const Scope& scope) {
    const Argument* source = call_.body.find("source");
    if (!source) return refuse(kModuleSource, call_.header, {call_.name});
    const Value text = evaluate(source->value, scope, session_.evaluation);
    const Span at = source->value.span();
    if (!text.is_text()) {
      if (text.is_unknown() && !text.is_error()) return leave(at, "a source that is not known");
      return refuse(kModuleSource, at, {call_.name});
    }
    const std::optional<std::string> directory = directory_of(text.as_text());
    if (!directory) return leave(at, fmt::format("\"{}\"", text.as_text()));
    return read(*directory, at);
  }

 private:
  std::optional<std::string> directory_of(std::string_view source) {
    if (is_local(source)) {
      std::string path(source);
      std::ranges::replace(path, '\\', '/');
      return join_path(caller_.source().directory, path);
    }
    const std::string path =
        caller_.path().empty() ? std::string(call_.name) : fmt::format("{}.{}", caller_.path(), call_.name);
    return session_.installed_module(path);
  }

  const ModuleSource* read(const std::string& directory, Span at) {
    if (caller_.call_chain().size() >= kModuleDepthMax) return refuse(kModuleDepth, at, {call_.name});
    const ModuleSource& child = session_.module(directory);
    if (child.is_empty()) return refuse(kMissingModule, at, {call_.name, directory});
    if (would_contain_itself(caller_, child)) return refuse(kModuleCycle, at, {call_.name});
    if (is_first_) check_arguments(child);
    return &child;
  }

  void check_arguments(const ModuleSource& child) {
    for (const Argument& argument : call_.body.arguments) {
      if (std::ranges::find(kCallArguments, argument.name) != kCallArguments.end()) continue;
      if (child.variables.contains(argument.name)) continue;
      std::vector<std::string_view> known;
      for (const auto& entry : child.variables) known.push_back(entry.first);
      session_.report(kUnknownArgument, argument.name_span,
                      {call_.name, argument.name, suggestion(argument.name, known)});
    }
  }

  const ModuleSource* refuse(const DiagnosticKind& kind, Span at, std::initializer_list<std::string_view> arguments) {
    session_.report(kind, at, arguments);
    if (session_.deployment.incomplete_because.empty()) {
      session_.deployment.incomplete_because = fmt::format("module \"{}\" could not be read", call_.name);
    }
    return nullptr;
  }

  const ModuleSource* leave(Span at, const std::string& source) {
    if (is_first_) {
      session_.deployment.opaque_parts.push_back({at, fmt::format("module \"{}\" comes from {}", call_.name, source)});
    }
    return nullptr;
  }

  Session& session_;
  const Module& caller_;
  const Declaration& call_;
  bool is_first_;
};

}  // namespace

const ModuleSource* find_child(Session& session, const Module& caller, const Declaration& call, const Scope& scope) {
  return ChildSearch(session, caller, call).find(scope);
}

std::unique_ptr<Entity> opaque_outputs(Session& session, const Declaration& call) {
  Arena& arena = session.deployment.arena;
  const std::string_view reason = arena.copy(fmt::format("module \"{}\" could not be read", call.name));
  return std::make_unique<OpaqueEntity>(arena, fmt::format("module.{}", call.name), reason, call.header);
}

}  // namespace holdfast::terraform
