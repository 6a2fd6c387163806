#include "syntax/hcl_grammar.h"

#include <tree_sitter/api.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

extern "C" const TSLanguage* tree_sitter_hcl(void);

namespace holdfast::hcl {
namespace {

using enum GrammarKind;

constexpr std::pair<std::string_view, GrammarKind> kNames[] = {
    {"attribute", attribute},
    {"expression", expression},
    {"identifier", identifier},
    {"literal_value", literal_value},
    {"numeric_lit", numeric_lit},
    {"bool_lit", bool_lit},
    {"null_lit", null_lit},
    {"string_lit", string_lit},
    {"template_expr", template_expr},
    {"quoted_template", quoted_template},
    {"heredoc_template", heredoc_template},
    {"template_interpolation", template_interpolation},
    {"template_directive", template_directive},
    {"template_if", template_if},
    {"template_if_intro", template_if_intro},
    {"template_else_intro", template_else_intro},
    {"template_if_end", template_if_end},
    {"template_for", template_for},
    {"template_for_start", template_for_start},
    {"template_for_end", template_for_end},
    {"collection_value", collection_value},
    {"tuple", tuple},
    {"object", object},
    {"object_elem", object_elem},
    {"for_expr", for_expr},
    {"for_tuple_expr", for_tuple_expr},
    {"for_object_expr", for_object_expr},
    {"for_intro", for_intro},
    {"for_cond", for_cond},
    {"ellipsis", ellipsis},
    {"variable_expr", variable_expr},
    {"get_attr", get_attr},
    {"index", index},
    {"new_index", new_index},
    {"legacy_index", legacy_index},
    {"splat", splat},
    {"attr_splat", attr_splat},
    {"full_splat", full_splat},
    {"function_call", function_call},
    {"function_arguments", function_arguments},
    {"operation", operation},
    {"unary_operation", unary_operation},
    {"binary_operation", binary_operation},
    {"conditional", conditional},
    {"(", parenthesis},
    {")", parenthesis},
    {",", comma},
    {"-", minus},
    {"!", exclamation},
    {"*", asterisk},
    {"/", slash},
    {"%", percent},
    {"+", plus},
    {">", greater},
    {">=", greater_or_equal},
    {"<", less},
    {"<=", less_or_equal},
    {"==", equal},
    {"!=", not_equal},
    {"&&", conjunction},
    {"||", disjunction},
};

// Numbers of symbols belong to the build of the grammar, names to its contract.
std::vector<GrammarKind> kinds_by_symbol() {
  std::vector<GrammarKind> kinds(ts_language_symbol_count(tree_sitter_hcl()), other);
  for (std::size_t symbol = 0; symbol < kinds.size(); ++symbol) {
    const std::string_view name = ts_language_symbol_name(tree_sitter_hcl(), static_cast<TSSymbol>(symbol));
    const auto* const known =
        std::find_if(std::begin(kNames), std::end(kNames), [&](const auto& n) { return n.first == name; });
    if (known != std::end(kNames)) kinds[symbol] = known->second;
  }
  return kinds;
}

struct TreeDeleter {
  void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};

// The progress callback comes every hundred steps. Reading takes about one step a byte; recovering from an error may
// take any number, and is of no use.
struct Budget {
  uint64_t calls_left;
};

bool is_spent(TSParseState* state) {
  auto* budget = static_cast<Budget*>(state->payload);
  return budget->calls_left-- == 0;
}

const char* read_text(void* text, uint32_t offset, TSPoint, uint32_t* size) {
  const auto* view = static_cast<const std::string_view*>(text);
  *size = offset < view->size() ? static_cast<uint32_t>(view->size()) - offset : 0;
  return view->data() + std::min<std::size_t>(offset, view->size());
}

}  // namespace

struct Grammar::Impl {
  TSParser* parser = ts_parser_new();
  TSTreeCursor cursor{};
  bool has_cursor = false;
  std::vector<GrammarNode> nodes;
  std::vector<uint32_t> parents;
  uint32_t error_offset = 0;

  void flatten(const TSTree& tree, uint32_t offset) {
    static const std::vector<GrammarKind> kinds = kinds_by_symbol();
    const TSNode root = ts_tree_root_node(&tree);
    if (has_cursor)
      ts_tree_cursor_reset(&cursor, root);
    else
      cursor = ts_tree_cursor_new(root);
    has_cursor = true;

    nodes.clear();
    parents.clear();
    while (true) {
      const TSNode node = ts_tree_cursor_current_node(&cursor);
      const auto at = static_cast<uint32_t>(nodes.size());
      nodes.push_back(
          {kinds[ts_node_symbol(node)], ts_node_start_byte(node) + offset, ts_node_end_byte(node) + offset, at + 1});
      if (ts_tree_cursor_goto_first_child(&cursor)) {
        parents.push_back(at);
        continue;
      }
      while (!ts_tree_cursor_goto_next_sibling(&cursor)) {
        if (!ts_tree_cursor_goto_parent(&cursor)) return;
        nodes[parents.back()].after = static_cast<uint32_t>(nodes.size());
        parents.pop_back();
      }
    }
  }

  // The first place where tokens are left over or missing.
  void find_error(const TSTree& tree, uint32_t offset) {
    TSNode node = ts_tree_root_node(&tree);
    error_offset = ts_node_start_byte(node) + offset;
    while (true) {
      const uint32_t count = ts_node_child_count(node);
      uint32_t i = 0;
      TSNode child{};
      for (; i < count; ++i) {
        child = ts_node_child(node, i);
        if (ts_node_has_error(child) || ts_node_is_missing(child)) break;
      }
      if (i == count) return;
      node = child;
      error_offset = ts_node_start_byte(node) + offset;
      if (ts_node_is_missing(node)) return;
    }
  }
};

Grammar::Grammar() : impl_(std::make_unique<Impl>()) { ts_parser_set_language(impl_->parser, tree_sitter_hcl()); }

Grammar::~Grammar() {
  if (impl_->has_cursor) ts_tree_cursor_delete(&impl_->cursor);
  ts_parser_delete(impl_->parser);
}

std::optional<std::span<const GrammarNode>> Grammar::parse(std::string_view text, uint32_t offset) {
  Budget budget{.calls_left = 1000 + text.size() / 10};
  const TSInput input{.payload = &text, .read = read_text, .encoding = TSInputEncodingUTF8, .decode = nullptr};
  const TSParseOptions options{.payload = &budget, .progress_callback = is_spent};
  const std::unique_ptr<TSTree, TreeDeleter> tree(ts_parser_parse_with_options(impl_->parser, nullptr, input, options));
  if (tree == nullptr) {
    ts_parser_reset(impl_->parser);
    impl_->error_offset = offset;
    return std::nullopt;
  }
  if (ts_node_has_error(ts_tree_root_node(tree.get()))) {
    impl_->find_error(*tree, offset);
    return std::nullopt;
  }
  impl_->flatten(*tree, offset);
  return std::span<const GrammarNode>(impl_->nodes);
}

uint32_t Grammar::error_offset() const { return impl_->error_offset; }

}  // namespace holdfast::hcl
