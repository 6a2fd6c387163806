#include "terraform/json_syntax.h"

#include "terraform/terraform_diagnostics.h"

#include <array>
#include <optional>
#include <string>
#include <utility>

namespace holdfast::terraform {

namespace {

using hcl::NodeId;
using hcl::NodeKind;
using Key = DocumentNodeId;

/// Blocks that the language itself defines, by the block they stand in; the file is the empty type.
struct BlockPlace {
  std::string_view parent;
  std::string_view type;
  int labels;
};
constexpr std::array kBlockPlaces = {
    BlockPlace{"", "resource", 2},           BlockPlace{"", "data", 2},
    BlockPlace{"", "ephemeral", 2},          BlockPlace{"", "variable", 1},
    BlockPlace{"", "output", 1},             BlockPlace{"", "module", 1},
    BlockPlace{"", "provider", 1},           BlockPlace{"", "locals", 0},
    BlockPlace{"", "terraform", 0},          BlockPlace{"", "moved", 0},
    BlockPlace{"", "import", 0},             BlockPlace{"", "removed", 0},
    BlockPlace{"", "check", 1},              BlockPlace{"resource", "lifecycle", 0},
    BlockPlace{"resource", "connection", 0}, BlockPlace{"resource", "provisioner", 1},
    BlockPlace{"data", "lifecycle", 0},      BlockPlace{"removed", "lifecycle", 0},
    BlockPlace{"removed", "provisioner", 1}, BlockPlace{"lifecycle", "precondition", 0},
    BlockPlace{"output", "precondition", 0}, BlockPlace{"lifecycle", "postcondition", 0},
    BlockPlace{"variable", "validation", 0}, BlockPlace{"terraform", "backend", 1},
    BlockPlace{"terraform", "cloud", 0},     BlockPlace{"terraform", "required_providers", 0},
    BlockPlace{"check", "data", 2},          BlockPlace{"check", "assert", 0},
    BlockPlace{"dynamic", "content", 0},
};

/// Arguments whose text is no template. Everything in a variable is static.
constexpr std::array kStaticArguments = {
    std::pair{"resource", "provider"}, std::pair{"resource", "depends_on"}, std::pair{"lifecycle", "ignore_changes"},
    std::pair{"data", "provider"},     std::pair{"data", "depends_on"},     std::pair{"output", "depends_on"},
    std::pair{"module", "source"},     std::pair{"module", "version"},      std::pair{"module", "providers"},
    std::pair{"module", "depends_on"}, std::pair{"provider", "alias"},      std::pair{"output", "description"},
};

std::optional<int> labels_of(std::string_view parent, std::string_view type) {
  if (type == "dynamic" && !parent.empty()) return 1;
  for (const BlockPlace& place : kBlockPlaces) {
    if (place.parent == parent && place.type == type) return place.labels;
  }
  return std::nullopt;
}

bool is_static(std::string_view block, std::string_view argument) {
  if (block == "variable") return true;
  for (const auto& [type, name] : kStaticArguments) {
    if (type == block && name == argument) return true;
  }
  return false;
}

class JsonLowering {
 public:
  JsonLowering(const Document& document, Diagnostics& diagnostics) : document_(document), diagnostics_(diagnostics) {
    tree_.file = document.file;
    tree_.source = document.source;
    tree_.has_errors = document.has_errors;
  }

  hcl::Tree configuration() && {
    std::vector<NodeId> blocks;
    if (!document_.is_empty()) add_members({}, document_.root, blocks);
    return finish(std::move(blocks));
  }

  hcl::Tree values() && {
    std::vector<NodeId> attributes;
    if (document_.is_empty() || kind(document_.root) != DocumentKind::mapping) {
      report(document_, "values of variables are one JSON object");
    } else {
      each_member(document_.root, [&](Key key, Key value) { attributes.push_back(attribute(key, value, true)); });
    }
    return finish(std::move(attributes));
  }

 private:
  hcl::Tree finish(std::vector<NodeId> items) {
    tree_.root = add(NodeKind::body, 0, static_cast<uint32_t>(document_.source.size()), items);
    return std::move(tree_);
  }

  DocumentKind kind(Key id) const { return document_.node(id).kind; }

  template <class Visit>
  void each_member(Key mapping, Visit&& visit) {
    const auto members = document_.children_of(mapping);
    for (std::size_t i = 0; i + 1 < members.size(); i += 2) visit(members[i], members[i + 1]);
  }

  void report(const Document& document, std::string_view message) {
    if (document.has_errors) return;  // the reader has said what is wrong
    const Span at = document.is_empty() ? Span{document.file, 0, 0} : document.span(document.root);
    diagnostics_.report(kBrokenJson, at, {message});
    tree_.has_errors = true;
  }

  /// Members of a block's body, or of the file (the empty type), which may also be spread over an array of objects.
  void add_members(std::string_view parent, Key value, std::vector<NodeId>& items) {
    if (kind(value) == DocumentKind::sequence) {
      for (const Key item : document_.children_of(value)) add_members(parent, item, items);
    } else if (kind(value) == DocumentKind::mapping) {
      each_member(value, [&](Key key, Key member) { add_member(parent, key, member, items); });
    } else {
      report(document_, "a configuration is a JSON object, or an array of them");
    }
  }

  void add_member(std::string_view parent, Key key, Key value, std::vector<NodeId>& items) {
    const std::string_view name = document_.text(key);
    if (name == "//") return;
    const std::optional<int> labels = labels_of(parent, name);
    if (labels) {
      add_blocks(name, key, value, *labels, {}, items);
    } else if (parent != "locals" && parent != "variable" && holds_dynamic(value)) {
      add_blocks(name, key, value, 0, {}, items);
    } else if (parent.empty()) {
      add_blocks(name, key, value, 0, {}, items);
    } else {
      items.push_back(attribute(key, value, is_static(parent, name), parent == "variable" && name == "type"));
    }
  }

  /// Only blocks can be repeated by `dynamic`, so what holds one is a block.
  bool holds_dynamic(Key value) const {
    if (kind(value) == DocumentKind::scalar) return false;
    const auto children = document_.children_of(value);
    const bool is_mapping = kind(value) == DocumentKind::mapping;
    for (std::size_t i = is_mapping ? 1 : 0; i < children.size(); i += is_mapping ? 2 : 1) {
      if (is_mapping && document_.text(children[i - 1]) == "dynamic") return true;
      if (holds_dynamic(children[i])) return true;
    }
    return false;
  }

  void add_blocks(std::string_view type, Key header, Key value, int labels_left, std::vector<NodeId> labels,
                  std::vector<NodeId>& items) {
    if (kind(value) == DocumentKind::sequence) {
      for (const Key item : document_.children_of(value)) add_blocks(type, header, item, labels_left, labels, items);
    } else if (kind(value) == DocumentKind::mapping && labels_left > 0) {
      each_member(value, [&](Key key, Key member) {
        labels.push_back(text_node(key));
        add_blocks(type, key, member, labels_left - 1, labels, items);
        labels.pop_back();
      });
    } else if (kind(value) == DocumentKind::mapping) {
      std::vector<NodeId> members;
      add_members(type, value, members);
      const DocumentNode& body = document_.node(value);
      labels.push_back(add(NodeKind::body, body.begin, body.end, members));
      // The header is the innermost key: the others may stand far away.
      const NodeId block = add(NodeKind::block, document_.node(header).begin, body.end, labels);
      node(block).text = add_text(type);
      node(block).name_begin = document_.node(header).begin;
      items.push_back(block);
    }
  }

  NodeId attribute(Key key, Key value, bool is_constant, bool is_type = false) {
    const NodeId expression = is_type ? type_expression(value) : value_expression(value, is_constant);
    const NodeId children[] = {expression};
    const NodeId result = add(NodeKind::attribute, document_.node(key).begin, document_.node(value).end, children);
    node(result).text = add_text(document_.text(key));
    node(result).name_begin = document_.node(key).begin + 1;  // after the quote
    return result;
  }

  NodeId value_expression(Key value, bool is_constant) {
    const DocumentNode& source = document_.node(value);
    std::vector<NodeId> children;
    switch (source.kind) {
      case DocumentKind::scalar:
        return scalar(value, is_constant);
      case DocumentKind::sequence:
        for (const Key item : document_.children_of(value)) children.push_back(value_expression(item, is_constant));
        return add(NodeKind::tuple, source.begin, source.end, children);
      case DocumentKind::mapping:
        each_member(value, [&](Key key, Key member) {
          children.push_back(text(key, is_constant));
          children.push_back(value_expression(member, is_constant));
        });
        return add(NodeKind::object, source.begin, source.end, children);
    }
    return add(NodeKind::bad, source.begin, source.end, {});
  }

  NodeId scalar(Key value, bool is_constant) {
    const DocumentNode& source = document_.node(value);
    const std::string_view written = document_.text(value);
    switch (scalar_type(document_, value)) {
      case ScalarType::null:
        return add(NodeKind::null, source.begin, source.end, {});
      case ScalarType::boolean: {
        const NodeId result = add(NodeKind::boolean, source.begin, source.end, {});
        if (written == "true") node(result).flags = hcl::kTrue;
        return result;
      }
      case ScalarType::integer:
      case ScalarType::floating:
        return number(source, written);
      case ScalarType::text:
        return text(value, is_constant);
    }
    return add(NodeKind::bad, source.begin, source.end, {});
  }

  NodeId number(const DocumentNode& source, std::string_view written) {
    const bool is_negative = written.starts_with('-');
    const NodeId digits = add(NodeKind::number, source.begin + (is_negative ? 1 : 0), source.end, {});
    node(digits).text = add_text(written.substr(is_negative ? 1 : 0));
    if (!is_negative) return digits;
    const NodeId children[] = {digits};
    const NodeId result = add(NodeKind::unary, source.begin, source.end, children);
    node(result).op = hcl::Operator::negate;
    return result;
  }

  NodeId text(Key id, bool is_constant) {
    const std::string_view decoded = document_.text(id);
    if (is_constant || (decoded.find("${") == decoded.npos && decoded.find("%{") == decoded.npos)) return text_node(id);
    return splice(hcl::parse_template(document_.file, decoded, diagnostics_, document_.node(id).begin + 1));
  }

  NodeId type_expression(Key id) {
    if (kind(id) != DocumentKind::scalar) return value_expression(id, true);
    hcl::Tree type = hcl::parse_expression(document_.file, document_.text(id), diagnostics_);
    for (hcl::Node& part : type.nodes) {
      part.begin += document_.node(id).begin + 1;
      part.end += document_.node(id).begin + 1;
    }
    return splice(type);
  }

  NodeId text_node(Key id) {
    const DocumentNode& source = document_.node(id);
    const NodeId result = add(NodeKind::string, source.begin, source.end, {});
    node(result).text = add_text(document_.text(id));
    return result;
  }

  /// Takes over the nodes of a small tree, whose texts may end with the document.
  NodeId splice(const hcl::Tree& small) {
    const auto first_node = static_cast<uint32_t>(tree_.nodes.size());
    const auto first_child = static_cast<uint32_t>(tree_.children.size());
    std::vector<uint32_t> texts;
    for (uint32_t i = 0; i < small.texts.size(); ++i) texts.push_back(add_text(small.text_at(i)));
    for (hcl::Node part : small.nodes) {
      part.first_child += first_child;
      part.text = texts[part.text];
      part.extra = texts[part.extra];
      tree_.nodes.push_back(part);
    }
    for (const NodeId child : small.children) tree_.children.push_back(NodeId{static_cast<uint32_t>(child) + first_node});
    tree_.has_errors = tree_.has_errors || small.has_errors;
    return NodeId{static_cast<uint32_t>(small.root) + first_node};
  }

  NodeId add(NodeKind kind, uint32_t begin, uint32_t end, std::span<const NodeId> children) {
    hcl::Node result;
    result.kind = kind;
    result.begin = begin;
    result.end = end;
    result.first_child = static_cast<uint32_t>(tree_.children.size());
    result.child_count = static_cast<uint32_t>(children.size());
    tree_.children.insert(tree_.children.end(), children.begin(), children.end());
    tree_.nodes.push_back(result);
    return NodeId{static_cast<uint32_t>(tree_.nodes.size() - 1)};
  }

  hcl::Node& node(NodeId id) { return tree_.nodes[static_cast<uint32_t>(id)]; }

  uint32_t add_text(std::string_view text) {
    if (text.empty()) return 0;
    hcl::TextRange range;
    range.offset = static_cast<uint32_t>(tree_.decoded.size());
    range.size = static_cast<uint32_t>(text.size()) & 0x7fffffffU;
    range.is_decoded = 1;
    tree_.decoded += text;
    tree_.texts.push_back(range);
    return static_cast<uint32_t>(tree_.texts.size() - 1);
  }

  const Document& document_;
  Diagnostics& diagnostics_;
  hcl::Tree tree_;
};

}  // namespace

hcl::Tree read_json_configuration(const Document& document, Diagnostics& diagnostics) {
  return JsonLowering(document, diagnostics).configuration();
}

hcl::Tree read_json_values(const Document& document, Diagnostics& diagnostics) {
  return JsonLowering(document, diagnostics).values();
}

}  // namespace holdfast::terraform
