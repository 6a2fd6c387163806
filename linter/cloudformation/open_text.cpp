#include "cloudformation/open_text.h"

#include "expression/evaluate.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace holdfast::cloudformation {
namespace {

/// What stands there is a name, or a pattern already.
constexpr std::array<std::string_view, 5> kNaming = {"Condition", "DependsOn", "Fn::Sub", "Ref", "Type"};
/// Of these lists the first item is one.
constexpr std::array<std::string_view, 6> kNamingFirst = {"Fn::GetAtt", "Fn::If", "Fn::Sub", "GetAtt", "If", "Sub"};
/// Below sections and what they declare stand values.
constexpr int kValueDepth = 3;

bool contains(const auto& names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

std::string mention_of(const Hole& hole) { return "${" + std::string(hole.name) + "}"; }

/// No name in a template has a colon, so this one is no other's.
std::string name_of(const Value& part, const std::vector<Hole>& holes, Arena& arena) {
  std::string name = "outer:";
  for (const char c : describe(part, arena)) {
    if (std::isalnum(static_cast<unsigned char>(c))) name += c;
  }
  const auto taken = std::ranges::count_if(holes, [&](const Hole& hole) { return hole.name.starts_with(name); });
  return taken == 0 ? name : name + ":" + std::to_string(taken + 1);
}

class Substituting {
 public:
  Substituting(const OpenText& text, Document& document) : text_(text), document_(document) {
    document_.texts.emplace_back("Sub");
    tag_ = static_cast<uint32_t>(document_.texts.size() - 1);
  }

  bool run() {
    visit(document_.root, {}, 0);
    return is_possible_;
  }

 private:
  void visit(DocumentNodeId id, std::string_view key, int depth) {
    if (is_visited_[static_cast<uint32_t>(id)]) return;
    is_visited_[static_cast<uint32_t>(id)] = true;
    const DocumentNode node = document_.node(id);
    if (node.kind == DocumentKind::scalar) return substitute(id, key, depth);
    const std::vector<DocumentNodeId> children(document_.children_of(id).begin(), document_.children_of(id).end());
    if (node.kind == DocumentKind::mapping) {
      for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
        const std::string_view name = document_.text(children[i]);
        is_parameter_ = depth == 0 ? name == "Parameters" : is_parameter_;
        // What stands where a member should may be several.
        const bool is_member = document_.node(children[i + 1]).kind == DocumentKind::mapping || !mentions_hole(name);
        is_possible_ = is_possible_ && (depth > 1 || is_member);
        visit(children[i + 1], name, depth + 1);
      }
      return;
    }
    const std::string_view function = node.tag ? document_.tag(id) : key;
    for (std::size_t i = 0; i < children.size(); ++i) {
      const bool is_name = key == "DependsOn" || (i == 0 && contains(kNamingFirst, function));
      visit(children[i], is_name ? kNaming.front() : std::string_view(), depth + 1);
    }
  }

  void substitute(DocumentNodeId id, std::string_view key, int depth) {
    DocumentNode& node = document_.nodes[static_cast<uint32_t>(id)];
    if (!mentions_hole(document_.text(id))) return;
    if (depth < kValueDepth || is_parameter_) {
      is_possible_ = is_possible_ && key == "Description";
    } else if (node.tag == 0 && !contains(kNaming, key)) {
      keep_other_mentions(node);
      node.tag = tag_;
    }
  }

  bool mentions_hole(std::string_view text) const {
    return std::ranges::any_of(text_.holes, [&](const Hole& hole) { return text.find(mention_of(hole)) != text.npos; });
  }

  /// What is no hole was no mention before.
  void keep_other_mentions(DocumentNode& node) {
    const std::string_view text = document_.texts[node.text];
    std::string kept;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const std::string_view rest = text.substr(at);
      const bool is_hole =
          std::ranges::any_of(text_.holes, [&](const Hole& hole) { return rest.starts_with(mention_of(hole)); });
      kept += text[at];
      if (rest.starts_with("${") && !is_hole) kept += text[++at] + std::string("!");
    }
    document_.decoded.push_back(std::make_unique<std::string>(std::move(kept)));
    document_.texts.emplace_back(*document_.decoded.back());
    node.text = static_cast<uint32_t>(document_.texts.size() - 1);
  }

  const OpenText& text_;
  Document& document_;
  uint32_t tag_ = 0;
  std::vector<bool> is_visited_ = std::vector<bool>(document_.nodes.size());  // aliases share what they hold
  bool is_parameter_ = false;
  bool is_possible_ = true;
};

}  // namespace

std::optional<OpenText> open_text(const Value& text, Arena& arena) {
  if (!text.is_unknown() || text.as_unknown().parts.empty()) return std::nullopt;
  OpenText open;
  for (const Value& part : text.as_unknown().parts) {
    if (part.is_text()) {
      open.text += part.as_text();
      continue;
    }
    auto hole = std::ranges::find_if(open.holes, [&](const Hole& one) { return equal_known(one.value, part); });
    if (hole == open.holes.end()) {
      open.holes.push_back({arena.copy(name_of(part, open.holes, arena)), part});
      hole = open.holes.end() - 1;
    }
    open.text += mention_of(*hole);
  }
  return open;
}

bool substitute_holes(const OpenText& text, Document& document) { return Substituting(text, document).run(); }

}  // namespace holdfast::cloudformation
