#include "survey/diagram.h"

#include "expression/worlds.h"
#include "model/block_reader.h"
#include "model/check.h"
#include "model/model_diagnostics.h"

#include <algorithm>
#include <unordered_map>

namespace holdfast {

namespace {

EdgeKind read_edge(const hcl::Tree& tree, hcl::NodeId block, Diagnostics& diagnostics) {
  const BlockReader reader(tree, block, diagnostics);
  reader.allow({"to", "text"});
  return {std::string(reader.label()), reader.required_expression("to"), reader.expression("text")};
}

NodeKind read_node(const hcl::Tree& tree, hcl::NodeId block, Diagnostics& diagnostics) {
  const BlockReader reader(tree, block, diagnostics);
  reader.allow({"on", "shape", "otherwise", "label", "text", "when", "address", "only_linked"}, {"edge"});
  NodeKind node{.name = std::string(reader.label()),
                .on = std::string(reader.name("on")),
                .shape = std::string(reader.text("shape", "box")),
                .otherwise = std::string(reader.text("otherwise")),
                .label = reader.required_expression("label"),
                .text = reader.expression("text"),
                .when = reader.expression("when"),
                .address = reader.expression("address"),
                .only_linked = reader.boolean("only_linked", false),
                .edges = {}};
  for (const hcl::NodeId inner : reader.blocks()) node.edges.push_back(read_edge(tree, inner, diagnostics));
  return node;
}

/// Draws from some objects on, in the order in which they are reached.
class Drawer {
 public:
  Drawer(Model& model, const Diagram& diagram) : model_(model), diagram_(diagram), arena_(model.deployment().arena) {
    drawing_.deployment = model.deployment().path;
  }

  Drawing draw_all() {
    for (const NodeKind& kind : diagram_.nodes) {
      for (Object* object : model_.objects(kind.on)) {
        if (is_shown(kind, *object)) add(kind, *object);
      }
    }
    follow();
    drop_unlinked(drawing_, [](const Drawing::Node& node) { return node.kind && node.kind->only_linked; });
    return std::move(drawing_);
  }

  Drawing draw_from(std::string_view address) {
    for (const NodeKind& kind : diagram_.nodes) {
      for (Object* object : model_.objects(kind.on)) {
        if (address_of(kind, *object) == address && is_shown(kind, *object))
          drawing_.starts.push_back(add(kind, *object));
      }
      if (!drawing_.starts.empty()) break;
    }
    follow();
    return std::move(drawing_);
  }

 private:
  bool is_shown(const NodeKind& kind, Object& object) {
    if (!kind.when) return true;
    Evaluation evaluation = model_.evaluation(object.exists);
    const Condition shown = as_condition(model_.evaluate_for(&object, kind.when, evaluation), evaluation);
    return satisfiable(conjoin(arena_, object.exists, shown)) != Truth::no;
  }

  std::string address_of(const NodeKind& kind, Object& object) {
    return kind.address ? words(object, kind.address) : object.resource().address;
  }

  std::size_t add(const NodeKind& kind, Object& object) {
    const auto [entry, is_new] = known_.try_emplace(&object, drawing_.nodes.size());
    if (!is_new) return entry->second;
    objects_.push_back(&object);
    const std::string label = words(object, kind.label);
    drawing_.nodes.push_back({.kind = &kind,
                              .label = label,
                              .text = kind.text ? words(object, kind.text) : label,
                              .address = address_of(kind, object),
                              .type = object.resource().type,
                              .at = object.header(),
                              .call_chain = object.resource().call_chain});
    return entry->second;
  }

  std::size_t add_elsewhere(std::string name) {
    const auto [entry, is_new] = elsewhere_.try_emplace(name, drawing_.nodes.size());
    if (is_new) {
      objects_.push_back(nullptr);
      drawing_.nodes.push_back({.kind = nullptr,
                                .label = name,
                                .text = std::move(name),
                                .address = {},
                                .type = {},
                                .at = {},
                                .call_chain = {}});
    }
    return entry->second;
  }

  void follow() {
    for (std::size_t i = 0; i < drawing_.nodes.size(); ++i) {
      const NodeKind* kind = drawing_.nodes[i].kind;
      if (!kind) continue;
      for (const EdgeKind& edge : kind->edges) follow_edge(i, edge);
    }
  }

  void follow_edge(std::size_t from, const EdgeKind& edge) {
    Object& object = *objects_[from];
    Evaluation evaluation = model_.evaluation(object.exists);
    const Value to = under(model_.evaluate_for(&object, edge.to, evaluation), object.exists, arena_);
    for (const Leaf& leaf : leaves(to, evaluation)) {
      if (leaf.value.is_sequence())
        for (const Value& item : leaf.value.items()) follow_item(from, edge, item, leaf.condition);
      else
        follow_item(from, edge, leaf.value, leaf.condition);
    }
  }

  void follow_item(std::size_t from, const EdgeKind& edge, const Value& item, Condition condition) {
    Object& object = *objects_[from];
    Evaluation evaluation = model_.evaluation(conjoin(arena_, object.exists, condition));
    for (const Leaf& leaf : leaves(item, evaluation)) {
      const Condition whole = conjoin(arena_, condition, leaf.condition);
      if (satisfiable(conjoin(arena_, object.exists, whole)) == Truth::no) continue;
      const std::optional<std::size_t> to = target(leaf.value);
      if (!to) continue;
      const auto is_same = [&](const Drawing::Edge& known) {
        return known.from == from && known.to == *to && known.kind == &edge;
      };
      const auto known = std::find_if(drawing_.edges.begin(), drawing_.edges.end(), is_same);
      if (known != drawing_.edges.end()) {
        Condition& either = conditions_[static_cast<std::size_t>(known - drawing_.edges.begin())];
        either = disjoin(arena_, either, whole);
        known->world = world(object, either);
        continue;
      }
      conditions_.push_back(whole);
      drawing_.edges.push_back(
          {from, *to, &edge, words_of_edge(object, edge, leaf.value, whole), world(object, whole)});
    }
  }

  std::optional<std::size_t> target(const Value& value) {
    if (value.is_entity()) {
      auto* object = dynamic_cast<Object*>(&value.as_entity());
      const NodeKind* kind = object ? kind_of(*object) : nullptr;
      if (kind) return add(*kind, *object);
      return std::nullopt;
    }
    if (value.is_text()) return add_elsewhere(std::string(value.as_text()));
    if (!value.is_unknown()) return std::nullopt;
    const Unknown& unknown = value.as_unknown();
    if (!unknown.parts.empty()) {
      std::vector<OpenQuestion> ignored;
      Evaluation evaluation = model_.evaluation();
      return add_elsewhere(detached(value, Condition::always(), evaluation, ignored).text);
    }
    // A chain that breaks off tells why; a drawing of everything has other ways to tell what is open.
    if (drawing_.starts.empty() || unknown.reason.empty()) return std::nullopt;
    return add_elsewhere("undecided, because " + std::string(unknown.reason));
  }

  const NodeKind* kind_of(const Object& object) const {
    const auto found = std::find_if(diagram_.nodes.begin(), diagram_.nodes.end(),
                                    [&](const NodeKind& kind) { return object.type().is_a(kind.on); });
    return found == diagram_.nodes.end() ? nullptr : &*found;
  }

  std::string world(const Object& from, Condition condition) {
    if (implied(from.exists, condition, arena_) == Truth::yes) return {};
    const std::string words = worlds_of(condition, from.exists, arena_).words;
    return words.empty() ? "perhaps" : words;
  }

  /// What nobody can put in words has its address at least.
  std::string words(Object& object, hcl::Expression expression) {
    Evaluation evaluation = model_.evaluation(object.exists);
    const std::string text = in_short(model_.evaluate_for(&object, expression, evaluation), object.exists);
    return text.empty() ? object.resource().address : text;
  }

  std::string words_of_edge(Object& from, const EdgeKind& edge, const Value& to, Condition condition) {
    if (!edge.text || !to.is_entity()) return {};
    auto& target = dynamic_cast<Object&>(to.as_entity());
    const Condition both = conjoin(arena_, conjoin(arena_, from.exists, target.exists), condition);
    Evaluation evaluation = model_.evaluation(both);
    return in_short(model_.evaluate_for("self", from, "to", &target, edge.text, evaluation), both);
  }

  /// The first of several possible texts: a diagram is no place for cases. Empty when nothing is known of it.
  std::string in_short(const Value& value, Condition assumption) {
    std::vector<OpenQuestion> ignored;
    Evaluation evaluation = model_.evaluation(assumption);
    Datum datum = detached(value, assumption, evaluation, ignored);
    while (datum.kind == Datum::Kind::cases && !datum.members.empty()) {
      Datum first = std::move(datum.members.front().value);
      datum = std::move(first);
    }
    return datum.text;
  }

  Model& model_;
  const Diagram& diagram_;
  Arena& arena_;
  Drawing drawing_;
  std::vector<Object*> objects_;       // of the nodes; nullptr for what is declared elsewhere
  std::vector<Condition> conditions_;  // of the edges
  std::unordered_map<const Object*, std::size_t> known_;
  std::unordered_map<std::string, std::size_t> elsewhere_;
};

void add_chains(const Drawing& drawing, std::size_t node, std::size_t count_max, std::vector<std::size_t>& way,
                std::vector<std::vector<std::size_t>>& found) {
  bool is_end = true;
  for (std::size_t i = 0; i < drawing.edges.size() && found.size() < count_max; ++i) {
    const Drawing::Edge& edge = drawing.edges[i];
    const auto visits = [&](std::size_t passed) { return drawing.edges[passed].from == edge.to; };
    if (edge.from != node || std::any_of(way.begin(), way.end(), visits)) continue;
    is_end = false;
    way.push_back(i);
    add_chains(drawing, edge.to, count_max, way, found);
    way.pop_back();
  }
  if (is_end && found.size() < count_max) found.push_back(way);
}

}  // namespace

Diagram read_diagram(const hcl::Tree& tree, hcl::NodeId block, Diagnostics& diagnostics) {
  const BlockReader reader(tree, block, diagnostics);
  reader.allow({}, {"node"});
  Diagram diagram{.name = std::string(reader.label()), .nodes = {}, .at = reader.at()};
  for (const hcl::NodeId inner : reader.blocks()) diagram.nodes.push_back(read_node(tree, inner, diagnostics));
  return diagram;
}

void check_diagram(const Diagram& diagram, const Definitions& definitions, PackChecker& checker,
                   Diagnostics& diagnostics) {
  for (const NodeKind& node : diagram.nodes) {
    if (!definitions.is_type_or_family(node.on)) {
      diagnostics.report(kUnknownCanonicalType, diagram.at, {node.on, suggestion(node.on, definitions.type_names())});
      continue;
    }
    checker.check_rule_expression(node.label, node.on);
    checker.check_rule_expression(node.text, node.on);
    checker.check_rule_expression(node.when, node.on);
    checker.check_rule_expression(node.address, node.on);
    for (const EdgeKind& edge : node.edges) {
      checker.check_rule_expression(edge.to, node.on);
      checker.check_rule_expression(edge.text, node.on, {{"to", {}}});
    }
  }
}

Drawing draw(Model& model, const Diagram& diagram, std::string_view address) {
  Drawer drawer(model, diagram);
  return address.empty() ? drawer.draw_all() : drawer.draw_from(address);
}

std::size_t drop_unlinked(Drawing& drawing, const std::function<bool(const Drawing::Node&)>& concerns) {
  std::vector<bool> is_linked(drawing.nodes.size(), false);
  for (const Drawing::Edge& edge : drawing.edges) is_linked[edge.from] = is_linked[edge.to] = true;
  std::vector<std::size_t> place(drawing.nodes.size());
  std::vector<Drawing::Node> kept;
  for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
    place[i] = kept.size();
    if (is_linked[i] || !concerns(drawing.nodes[i])) kept.push_back(std::move(drawing.nodes[i]));
  }
  const std::size_t dropped = drawing.nodes.size() - kept.size();
  drawing.nodes = std::move(kept);
  for (Drawing::Edge& edge : drawing.edges) edge.from = place[edge.from], edge.to = place[edge.to];
  return dropped;
}

std::vector<std::vector<std::size_t>> chains(const Drawing& drawing, std::size_t start, std::size_t count_max) {
  std::vector<std::vector<std::size_t>> found;
  std::vector<std::size_t> way;
  add_chains(drawing, start, count_max, way, found);
  return found;
}

}  // namespace holdfast
