#include "terraform/json_syntax.h"

#include "syntax/hcl_builder.h"
#include "terraform/terraform_diagnostics.h"

#include <algorithm>
#include <array>
#include <cstdlib>
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
    BlockPlace{"", "resource", 2},
    BlockPlace{"", "data", 2},
    BlockPlace{"", "ephemeral", 2},
    BlockPlace{"", "variable", 1},
    BlockPlace{"", "output", 1},
    BlockPlace{"", "module", 1},
    BlockPlace{"", "provider", 1},
    BlockPlace{"", "locals", 0},
    BlockPlace{"", "terraform", 0},
    BlockPlace{"", "moved", 0},
    BlockPlace{"", "import", 0},
    BlockPlace{"", "removed", 0},
    BlockPlace{"", "check", 1},
    BlockPlace{"resource", "lifecycle", 0},
    BlockPlace{"resource", "connection", 0},
    BlockPlace{"resource", "provisioner", 1},
    BlockPlace{"data", "lifecycle", 0},
    BlockPlace{"removed", "lifecycle", 0},
    BlockPlace{"removed", "provisioner", 1},
    BlockPlace{"lifecycle", "precondition", 0},
    BlockPlace{"output", "precondition", 0},
    BlockPlace{"lifecycle", "postcondition", 0},
    BlockPlace{"variable", "validation", 0},
    BlockPlace{"terraform", "backend", 1},
    BlockPlace{"terraform", "cloud", 0},
    BlockPlace{"terraform", "required_providers", 0},
    BlockPlace{"check", "data", 2},
    BlockPlace{"check", "assert", 0},
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
  JsonLowering(const Document& document, Diagnostics& diagnostics)
      : document_(document),
        diagnostics_(diagnostics),
        builder_(document.source, 0),
        has_errors_(document.has_errors) {}

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
    const hcl::Node body{.kind = NodeKind::body, .begin = 0, .end = static_cast<uint32_t>(document_.source.size())};
    const NodeId root = builder_.add(body, items);
    return builder_.finish(document_.file, root, has_errors_);
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
    has_errors_ = true;
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
      hcl::Node block = from(value, NodeKind::block);
      block.begin = document_.node(header).begin;
      block.text = builder_.text(type);
      // The header is the innermost key: the others may stand far away.
      block.name_begin = labels.empty() ? block.begin + 1 : block.begin;
      labels.push_back(builder_.add(from(value, NodeKind::body), members));
      items.push_back(builder_.add(block, labels));
    }
  }

  NodeId attribute(Key key, Key value, bool is_constant, bool is_type = false) {
    const NodeId expression = is_type ? type_expression(value) : value_expression(value, is_constant);
    hcl::Node result = from(key, NodeKind::attribute);
    result.end = document_.node(value).end;
    result.text = builder_.text(document_.text(key));
    result.name_begin = result.begin + 1;  // after the quote
    return builder_.add(result, {expression});
  }

  NodeId value_expression(Key value, bool is_constant) {
    std::vector<NodeId> children;
    switch (kind(value)) {
      case DocumentKind::scalar: return scalar(value, is_constant);
      case DocumentKind::sequence:
        for (const Key item : document_.children_of(value)) children.push_back(value_expression(item, is_constant));
        return builder_.add(from(value, NodeKind::tuple), children);
      case DocumentKind::mapping:
        each_member(value, [&](Key key, Key member) {
          children.push_back(text(key, is_constant));
          children.push_back(value_expression(member, is_constant));
        });
        return builder_.add(from(value, NodeKind::object), children);
    }
    return builder_.add(from(value, NodeKind::bad));
  }

  NodeId scalar(Key value, bool is_constant) {
    switch (scalar_type(document_, value)) {
      case ScalarType::null: return builder_.add(from(value, NodeKind::null));
      case ScalarType::boolean: {
        hcl::Node result = from(value, NodeKind::boolean);
        if (document_.text(value) == "true") result.flags = hcl::kTrue;
        return builder_.add(result);
      }
      case ScalarType::integer:
      case ScalarType::floating: return number(value);
      case ScalarType::text: return text(value, is_constant);
    }
    return builder_.add(from(value, NodeKind::bad));
  }

  NodeId number(Key value) {
    const std::string_view written = document_.text(value);
    const bool is_negative = written.starts_with('-');
    hcl::Node digits = from(value, NodeKind::number);
    digits.text = builder_.text(written.substr(is_negative ? 1 : 0));
    if (!is_negative) return builder_.add(digits);
    ++digits.begin;
    hcl::Node result = from(value, NodeKind::unary);
    result.op = hcl::Operator::negate;
    return builder_.add(result, {builder_.add(digits)});
  }

  NodeId text(Key id, bool is_constant) {
    const std::string_view decoded = document_.text(id);
    if (is_constant || (decoded.find("${") == decoded.npos && decoded.find("%{") == decoded.npos)) return text_node(id);
    Diagnostics found;
    return splice(hcl::parse_template(document_.file, decoded, found), found, places_in(id));
  }

  NodeId type_expression(Key id) {
    if (kind(id) != DocumentKind::scalar) return value_expression(id, true);
    Diagnostics found;
    return splice(hcl::parse_expression(document_.file, document_.text(id), found), found, places_in(id));
  }

  NodeId text_node(Key id) {
    hcl::Node result = from(id, NodeKind::string);
    result.text = builder_.text(document_.text(id));
    return builder_.add(result);
  }

  /// Where the bytes of a quoted text stand in the file, one past the end included.
  std::vector<uint32_t> places_in(Key id) const {
    const DocumentNode& source = document_.node(id);
    std::vector<uint32_t> places;
    uint32_t at = source.begin + 1;
    for (const std::size_t size = document_.text(id).size(); places.size() < size && at < source.end;) {
      const uint32_t written = escape_size(at);
      const std::size_t bytes = written == 6 ? utf8_size(at) : 1;
      places.insert(places.end(), bytes, at);
      at += written;
    }
    places.resize(document_.text(id).size() + 1, at);
    return places;
  }

  static uint32_t place_of(uint32_t offset, const std::vector<uint32_t>& places) {
    return places[std::min<std::size_t>(offset, places.size() - 1)];
  }

  uint32_t escape_size(uint32_t at) const {
    if (document_.source[at] != '\\') return 1;
    return document_.source.substr(at, 2) == "\\u" ? 6 : 2;
  }

  /// Bytes that a `\u` escape stands for; each half of a surrogate pair for two.
  std::size_t utf8_size(uint32_t at) const {
    const std::string digits(document_.source.substr(at + 2, 4));
    const unsigned long code = std::strtoul(digits.c_str(), nullptr, 16);
    if (code < 0x80) return 1;
    return code < 0x800 || (code >= 0xD800 && code < 0xE000) ? 2 : 3;
  }

  /// Takes over the nodes of a small tree, whose texts may end with the document.
  NodeId splice(const hcl::Tree& small, const Diagnostics& found, const std::vector<uint32_t>& places) {
    has_errors_ = has_errors_ || small.has_errors;
    for (const Diagnostic& diagnostic : found.all()) {
      const Span at{document_.file, place_of(diagnostic.at.begin, places), place_of(diagnostic.at.end, places)};
      diagnostics_.report(*diagnostic.kind, at).message = diagnostic.message;
    }
    return splice(small, small.root, places);
  }

  NodeId splice(const hcl::Tree& small, NodeId id, const std::vector<uint32_t>& places) {
    std::vector<NodeId> children;
    for (const NodeId child : small.children_of(id)) children.push_back(splice(small, child, places));
    hcl::Node node = small.node(id);
    node.begin = place_of(node.begin, places);
    node.end = place_of(node.end, places);
    node.name_begin = place_of(node.name_begin, places);
    node.text = builder_.text(small.text(id));
    node.extra = builder_.text(small.extra(id));
    return builder_.add(node, children);
  }

  hcl::Node from(Key id, NodeKind node_kind) const {
    const DocumentNode& source = document_.node(id);
    return {.kind = node_kind, .begin = source.begin, .end = source.end};
  }

  const Document& document_;
  Diagnostics& diagnostics_;
  hcl::TreeBuilder builder_;
  bool has_errors_;
};

}  // namespace

hcl::Tree read_json_configuration(const Document& document, Diagnostics& diagnostics) {
  return JsonLowering(document, diagnostics).configuration();
}

hcl::Tree read_json_values(const Document& document, Diagnostics& diagnostics) {
  return JsonLowering(document, diagnostics).values();
}

}  // namespace holdfast::terraform
