#include "expression/base64.h"
#include "expression/collection.h"
#include "expression/convert.h"
#include "expression/file_pattern.h"
#include "expression/function_themes.h"
#include "expression/unknowns.h"
#include "expression/worlds.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace holdfast {

namespace {

Value cannot_read(Call& call) { return unknown_value(call.arena(), "files cannot be read here", {}, call.result_type); }

Value file(Call& call) {
  if (!call.evaluation.files) return cannot_read(call);
  const Result<std::string> text = call.evaluation.files->read(call.text(0));
  return text ? call.text_value(*text) : call.error(0, text.error().message);
}

Value filebase64(Call& call) {
  if (!call.evaluation.files) return cannot_read(call);
  const Result<std::string> bytes = call.evaluation.files->read(call.text(0));
  return bytes ? call.text_value(base64_encode(*bytes)) : call.error(0, bytes.error().message);
}

Value fileexists(Call& call) {
  if (!call.evaluation.files) return cannot_read(call);
  return Value::boolean(call.evaluation.files->exists(call.text(0)));
}

Value fileset(Call& call) {
  if (!call.evaluation.files) return cannot_read(call);
  const Result<MatchingFiles> found = files_matching(call.text(0), call.text(1), *call.evaluation.files);
  if (!found) return call.error(1, found.error().message);
  if (!found->unread_because.empty()) {
    return unknown_value(call.arena(), found->unread_because, {}, call.result_type);
  }
  std::vector<Value> paths;
  for (const std::string& path : found->paths) paths.push_back(call.text_value(path));
  return set_of(call.arena(), paths, text_type());
}

/// The names that a template sees: the attributes of one object.
class TemplateNames final : public Entity {
 public:
  explicit TemplateNames(const Value& variables) : variables_(variables) {}
  std::optional<Value> attribute(std::string_view name) override {
    const Value* found = variables_.find(name);
    return found ? std::optional(*found) : std::nullopt;
  }
  std::vector<std::string_view> attribute_names() const override {
    std::vector<std::string_view> names;
    for (const Value::Entry& entry : variables_.entries()) names.push_back(entry.key);
    return names;
  }
  std::string label() const override { return {}; }

 private:
  Value variables_;
};

Value run_template(Call& call, std::string_view source) {
  const Value variables = with_attributes_read(call[1], call.evaluation);
  if (variables.is_unknown()) return call.unknown();
  if (!variables.is_mapping()) return call.error(1, std::string(kind_name(variables)) + " is no map of names");
  Diagnostics diagnostics;
  const auto tree =
      std::make_shared<const hcl::Tree>(hcl::parse_template(kNoFile, call.arena().copy(source), diagnostics));
  if (diagnostics.has_errors()) return call.error(0, "the template is broken: " + diagnostics.all().front().message);
  call.evaluation.templates.push_back(tree);
  TemplateNames names(variables);
  const Scope scope(names);
  const Value result = evaluate({tree.get(), tree->root}, scope, call.evaluation);
  return result.is_error() ? call.error(0, "in the template: " + std::string(result.as_unknown().reason)) : result;
}

Value templatefile(Call& call) {
  if (call[0].is_unknown()) return call.unknown();
  if (!call.evaluation.files) return cannot_read(call);
  const Result<std::string> text = call.evaluation.files->read(call.text(0));
  return text ? run_template(call, *text) : call.error(0, text.error().message);
}

Value templatestring(Call& call) { return call[0].is_unknown() ? call.unknown() : run_template(call, call.text(0)); }

/// Without `.`, `..` and repeated slashes, as far as the text alone tells.
std::string clean(std::string_view path) {
  const bool is_absolute = path.starts_with('/');
  std::vector<std::string_view> names;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view name = path.substr(0, slash);
    path.remove_prefix(std::min(slash + 1, path.size()));
    if (name.empty() || name == ".") continue;
    if (name == ".." && !names.empty() && names.back() != "..")
      names.pop_back();
    else if (name != ".." || !is_absolute)
      names.push_back(name);
  }
  std::string result = is_absolute ? "/" : "";
  for (std::size_t i = 0; i < names.size(); ++i) result.append(i == 0 ? "" : "/").append(names[i]);
  return result.empty() ? "." : result;
}

Value basename(Call& call) {
  std::string_view path = call.text(0);
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  if (path.empty()) return call.text_value(".");
  const std::size_t slash = path.rfind('/');
  return call.text_value(slash == std::string_view::npos || path.size() == 1 ? path : path.substr(slash + 1));
}

Value dirname(Call& call) {
  const std::string_view path = call.text(0);
  const std::size_t slash = path.rfind('/');
  return call.text_value(slash == std::string_view::npos ? "." : clean(path.substr(0, slash + 1)));
}

Value abspath(Call& call) {
  if (call.text(0).starts_with('/')) return call.text_value(clean(call.text(0)));
  return unknown_value(call.arena(), "the working directory is not known", {}, text_type());
}

Value pathexpand(Call& call) {
  if (!call.text(0).starts_with('~')) return call[0];
  return unknown_value(call.arena(), "the home directory is not known", {}, text_type());
}

constexpr uint8_t kTemplate = kTakesUnknown | kMovesItems;

constexpr Function kFunctions[] = {
    {"abspath", "text -> text", 0, abspath, "a path from the root of the file system"},
    {"basename", "text -> text", 0, basename, "the last name of a path"},
    {"dirname", "text -> text", 0, dirname, "a path without its last name"},
    {"file", "text -> text", 0, file, "the text of a file"},
    {"filebase64", "text -> text", 0, filebase64, "the bytes of a file as base64"},
    {"fileexists", "text -> bool", 0, fileexists, "is there a file?"},
    {"fileset", "text, text -> set(text)", 0, fileset, "the files that match a pattern"},
    {"pathexpand", "text -> text", 0, pathexpand, "a path with the home directory in the place of `~`"},
    {"templatefile", "text, any -> text", kTemplate, templatefile, "a file as a template"},
    {"templatestring", "text, any -> text", kTemplate, templatestring, "a text as a template"},
};

}  // namespace

std::span<const Function> file_functions() { return kFunctions; }

}  // namespace holdfast
