#include "terraform/inputs.h"

#include "syntax/document.h"
#include "terraform/json_syntax.h"
#include "terraform/module_files.h"
#include "terraform/references.h"
#include "terraform/terraform_diagnostics.h"

#include <fmt/format.h>

#include <algorithm>

namespace holdfast::terraform {

namespace {

class InputReader {
 public:
  InputReader(Session& session, const ModuleSource& root) : session_(session), root_(root) {}

  GivenValues read() {
    for (const std::string& name : automatic_variable_files(root_.directory)) {
      add_file(join_path(root_.directory, name));
    }
    for (const std::string& path : session_.inputs.variable_files) add_file(path);
    for (const auto& [name, value] : session_.inputs.offered) {
      if (root_.variables.contains(name)) add_text(name, value);
    }
    for (const auto& [name, value] : session_.inputs.variables) add_text(name, value);
    return std::move(given_);
  }

 private:
  void add_file(const std::string& path) {
    const Result<FileId> id = session_.workspace.load(path);
    if (!id) {
      diagnostics().report(kUnreadableFile, {}, {id.error().message});
      return;
    }
    session_.deployment.files.push_back(*id);
    const hcl::Tree& tree = keep(parse(session_.workspace.file(*id), syntax_of(path)));
    const Body body = read_body(tree, tree.root);
    for (const Block& block : body.blocks) diagnostics().report(kNotConstant, block.header, {block.type});
    for (const Argument& argument : body.arguments) add(argument);
  }

  hcl::Tree parse(const SourceFile& file, Syntax syntax) {
    if (syntax == Syntax::native) return hcl::parse_file(file.id(), file.text(), diagnostics());
    return read_json_values(parse_json(file.id(), file.text(), diagnostics()), diagnostics());
  }

  void add(const Argument& argument) {
    if (!is_declared(argument.name, argument.name_span)) return;
    if (!is_constant(argument.value)) {
      diagnostics().report(kNotConstant, argument.value.span(), {argument.name});
      return;
    }
    given_[std::string(argument.name)] = {.expression = argument.value, .text = {}, .at = argument.value.span()};
  }

  /// Text for a variable that takes text or says nothing of its type, an expression for all others.
  void add_text(const std::string& name, const std::string& value) {
    const FileId id = session_.workspace.add("-var " + name, value);
    const std::string_view source = session_.workspace.file(id).text();
    const Span at{id, 0, static_cast<uint32_t>(source.size())};
    if (!is_declared(name, at)) return;
    const Type* type = session_.type_of_variable(root_.variables.at(name));
    const bool is_scalar =
        !type || type->kind == TypeKind::text || type->kind == TypeKind::number || type->kind == TypeKind::boolean;
    GivenValue given{.expression = {}, .text = source, .is_text = is_scalar, .at = at};
    if (!is_scalar) {
      const hcl::Tree& tree = keep(hcl::parse_expression(id, source, diagnostics()));
      given.expression = {&tree, tree.root};
    }
    given_[name] = given;
  }

  bool is_declared(std::string_view name, Span at) {
    if (root_.variables.contains(name)) return true;
    std::vector<std::string_view> known;
    for (const auto& entry : root_.variables) known.push_back(entry.first);
    diagnostics().report(kUndeclaredInput, at, {name, suggestion(name, known)});
    return false;
  }

  const hcl::Tree& keep(hcl::Tree tree) {
    auto kept = std::make_shared<hcl::Tree>(std::move(tree));
    session_.deployment.keep_alive.push_back(kept);
    return *kept;
  }

  Diagnostics& diagnostics() { return session_.deployment.diagnostics; }

  Session& session_;
  const ModuleSource& root_;
  GivenValues given_;
};

}  // namespace

GivenValues given_values(Session& session, const ModuleSource& root) { return InputReader(session, root).read(); }

}  // namespace holdfast::terraform
