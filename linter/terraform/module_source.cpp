#include "terraform/module_source.h"

#include "syntax/document.h"
#include "terraform/json_syntax.h"
#include "terraform/module_files.h"
#include "terraform/references.h"
#include "terraform/terraform_diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace holdfast::terraform {

namespace {

struct BlockKind {
  std::string_view type;
  std::size_t labels;
};
constexpr std::array kBlockKinds = {
    BlockKind{"resource", 2}, BlockKind{"data", 2},      BlockKind{"ephemeral", 2}, BlockKind{"variable", 1},
    BlockKind{"output", 1},   BlockKind{"module", 1},    BlockKind{"provider", 1},  BlockKind{"locals", 0},
    BlockKind{"moved", 0},    BlockKind{"terraform", 0}, BlockKind{"import", 0},    BlockKind{"removed", 0},
    BlockKind{"check", 1},
};
/// What a module call takes for itself.
constexpr std::array<std::string_view, 10> kReservedNames = {
    "_", "count", "depends_on", "for_each", "lifecycle", "locals", "provider", "providers", "source", "version"};
constexpr std::array<std::string_view, 3> kLabelWords = {"no label", "one label: a name",
                                                         "two labels: a type and a name"};

const BlockKind* find_kind(std::string_view type) {
  for (const BlockKind& kind : kBlockKinds) {
    if (kind.type == type) return &kind;
  }
  return nullptr;
}

/// Puts the blocks of a module's files where they belong.
class Reader {
 public:
  explicit Reader(ModuleSource& module) : module_(module) {}

  void add(const hcl::Tree& tree, bool is_override) {
    is_override_ = is_override;
    Body file = read_body(tree, tree.root);
    for (const Argument& argument : file.arguments) {
      module_.diagnostics.report(kStrayArgument, argument.name_span, {argument.name});
    }
    if (tree.has_errors) mark_incomplete(tree, file.blocks);
    for (const Block& block : file.blocks) add(block);
  }

 private:
  /// Where something inside a block could not be read, what is missing in it may still be there.
  void mark_incomplete(const hcl::Tree& tree, std::vector<Block>& blocks) {
    auto block = blocks.begin();
    for (const hcl::NodeId id : tree.children_of(tree.root)) {
      const hcl::Node& node = tree.node(id);
      if (node.kind != hcl::NodeKind::block) continue;
      for (const Diagnostic& problem : module_.diagnostics.all()) {
        const bool is_inside =
            problem.at.file == tree.file && problem.at.begin >= node.begin && problem.at.begin < node.end;
        if (is_inside) block->body.is_complete = false;
      }
      ++block;
    }
  }

  void add(const Block& block) {
    const BlockKind* kind = find_kind(block.type);
    if (!kind) return report_unknown(block);
    if (block.labels.size() != kind->labels) {
      const std::string had = block.labels.empty() ? "none" : fmt::format("{}", block.labels.size());
      module_.diagnostics.report(kWrongLabels, block.header, {block.type, kLabelWords[kind->labels], had});
      return;
    }
    if (block.type == "resource") return declare(module_.resources[block.labels[0]], block);
    if (block.type == "data") return declare(module_.data[block.labels[0]], block);
    if (block.type == "ephemeral") return declare(module_.ephemeral[block.labels[0]], block);
    if (block.type == "variable") return declare_variable(block);
    if (block.type == "output") return declare(module_.outputs, block);
    if (block.type == "module") return declare(module_.calls, block);
    if (block.type == "provider") return declare_provider(block);
    if (block.type == "locals") return declare_locals(block);
    if (block.type == "check") declare_inside(block);
    module_.statements.push_back(block);
  }

  /// A data source in a `check` block is read like any other.
  void declare_inside(const Block& check) {
    for (const Block& block : check.body.blocks) {
      if (block.type == "data" && block.labels.size() == 2) declare(module_.data[block.labels[0]], block);
    }
  }

  void declare(Declarations& declarations, const Block& block) {
    const std::string_view type = block.labels.size() == 2 ? block.labels[0] : std::string_view();
    declare_as(declarations, block.labels.back(), {type, block.labels.back(), block.header, block.body});
  }

  void declare_variable(const Block& block) {
    if (std::ranges::find(kReservedNames, block.labels[0]) != kReservedNames.end()) {
      module_.diagnostics.report(kReservedName, block.header, {block.labels[0]});
    }
    const Argument* fallback = block.body.find("default");
    if (fallback && !is_constant(fallback->value)) {
      module_.diagnostics.report(kNotConstant, fallback->value.span(), {block.labels[0]});
    }
    declare(module_.variables, block);
  }

  void declare_provider(const Block& block) {
    const Argument* alias = block.body.find("alias");
    std::string key(block.labels[0]);
    if (alias) key += "." + static_reference(alias->value);
    declare_as(module_.providers, key, {{}, block.labels[0], block.header, block.body});
  }

  template <class Map>
  void declare_as(Map& declarations, const typename Map::key_type& key, Declaration declaration) {
    const auto found = declarations.find(key);
    if (found == declarations.end()) {
      if (is_override_) {
        module_.diagnostics.report(kOverrideWithoutBase, declaration.header, {name_of(declaration.header)});
        return;
      }
      declarations.emplace(key, std::move(declaration));
    } else if (is_override_) {
      merge_override(found->second.body, declaration.body);
    } else {
      report_twice(declaration.header, found->second.header);
    }
  }

  void declare_locals(const Block& block) {
    for (const Argument& local : block.body.arguments) {
      const auto found = module_.locals.find(local.name);
      if (found == module_.locals.end()) {
        if (is_override_) module_.diagnostics.report(kOverrideWithoutBase, local.name_span, {name_of(local.name_span)});
        module_.locals.emplace(local.name, local);
      } else if (is_override_) {
        found->second = local;
      } else {
        report_twice(local.name_span, found->second.name_span);
      }
    }
  }

  std::string name_of(Span span) const {
    for (const auto& tree : module_.trees) {
      if (tree->file == span.file) return fmt::format("`{}`", tree->source.substr(span.begin, span.end - span.begin));
    }
    return {};
  }

  void report_twice(Span second, Span first) {
    module_.diagnostics.report(kDuplicate, second, {name_of(second)}).labels.push_back({first, "first declared here"});
  }

  void report_unknown(const Block& block) {
    std::vector<std::string_view> known;
    for (const BlockKind& kind : kBlockKinds) known.push_back(kind.type);
    module_.diagnostics.report(kUnknownBlock, block.header, {block.type, suggestion(block.type, known)});
  }

  ModuleSource& module_;
  bool is_override_ = false;
};

hcl::Tree parse(const SourceFile& file, Syntax syntax, Diagnostics& diagnostics) {
  if (syntax == Syntax::native) return hcl::parse_file(file.id(), file.text(), diagnostics);
  if (file.has_byte_order_mark()) diagnostics.report(kMarkedJson, {file.id(), 0, 1}, {});
  return read_json_configuration(parse_json(file.id(), file.text(), diagnostics), diagnostics);
}

}  // namespace

std::unique_ptr<const ModuleSource> read_module(Workspace& workspace, const std::string& directory) {
  auto module = std::make_unique<ModuleSource>();
  module->directory = directory;
  module->canonical = canonical_path(directory);
  Reader reader(*module);
  for (const ModuleFile& entry : module_files(directory)) {
    const std::string path = join_path(directory, entry.name);
    const Result<FileId> id = workspace.load(path);
    if (!id) {
      module->diagnostics.report(kUnreadableFile, {}, {id.error().message});
      module->incomplete_because = id.error().message;
      continue;
    }
    module->files.push_back(*id);
    const SourceFile& file = workspace.file(*id);
    module->trees.push_back(std::make_unique<hcl::Tree>(parse(file, entry.syntax, module->diagnostics)));
    if (module->trees.back()->has_errors)
      module->incomplete_because = fmt::format("{} could not be read completely", path);
    reader.add(*module->trees.back(), entry.is_override);
  }
  check_references(*module, module->diagnostics);
  return module;
}

}  // namespace holdfast::terraform
