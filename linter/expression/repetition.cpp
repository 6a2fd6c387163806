#include "expression/collection.h"
#include "expression/convert.h"
#include "expression/iteration.h"
#include "expression/likeness.h"
#include "expression/unknowns.h"
#include "expression/walk.h"
#include "expression/worlds.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace holdfast {

bool list_items(const Value& collection, Evaluation& evaluation, std::vector<Item>& items) {
  Arena& arena = evaluation.arena;
  if (collection.is_entity()) return list_items(with_attributes_read(collection, evaluation), evaluation, items);
  if (collection.is_mapping()) {
    items.reserve(collection.entries().size());
    for (const Value::Entry& entry : collection.entries()) {
      if (entry.value.is_absent()) continue;
      items.push_back({Value::borrowed_text(arena, entry.key).with_origin(entry.key_origin), entry.value});
    }
    return true;
  }
  if (!collection.is_sequence()) return false;
  items.reserve(collection.items().size());
  int64_t position = 0;
  for (const Value& item : collection.items()) {
    if (item.is_absent()) continue;
    items.push_back({collection.kind() == ValueKind::set ? item : Value::integer(position), item});
    ++position;
  }
  return true;
}

Value refuse_iteration(const Value& collection, Span at, Evaluation& evaluation) {
  return error_value(evaluation.arena, at, std::string(kind_name(collection)) + " has no items to go through");
}

namespace {

/// Adds to what an item gives the condition under which it is there.
Value present_if(Condition condition, const Value& value, Evaluation& evaluation) {
  return join_worlds(evaluation.arena, condition, value, Value::absent());
}

/// Entries of an object that is being built: later ones with the same key take part or are mistakes.
class Entries {
 public:
  Entries(bool groups, Evaluation& evaluation) : groups_(groups), evaluation_(evaluation) {}

  /// False: the key is there already.
  bool add(std::string_view key, const Value& value, OriginId key_origin) {
    if (value.is_absent()) return true;
    const auto found = positions_.find(key);
    if (found == positions_.end()) {
      const std::string_view name = evaluation_.arena.copy(key);
      positions_.emplace(name, entries_.size());
      entries_.push_back({name, value, key_origin});
      if (groups_) groups_of_.push_back({value});
      return true;
    }
    if (groups_) {
      groups_of_[found->second].push_back(value);
      return true;
    }
    Value& existing = entries_[found->second].value;
    if (!may_be_absent(value) && !may_be_absent(existing)) return false;
    existing = over_absence(existing, value);
    return true;
  }

  Value result() {
    if (groups_) {
      for (std::size_t i = 0; i < entries_.size(); ++i) {
        entries_[i].value = tuple_of(evaluation_.arena, groups_of_[i]);
      }
    }
    return mapping_of(evaluation_.arena, ValueKind::object, std::move(entries_));
  }

 private:
  /// The new value where it is there, else the old one.
  Value over_absence(const Value& existing, const Value& value) {
    return for_each_world(value, evaluation_, [&](const Value& leaf) { return leaf.is_absent() ? existing : leaf; });
  }

  bool groups_;
  Evaluation& evaluation_;
  std::vector<Value::Entry> entries_;
  std::vector<std::vector<Value>> groups_of_;
  std::unordered_map<std::string_view, std::size_t> positions_;
};

}  // namespace

Walk::Filter Walk::filter(hcl::NodeId node, const Scope& scope) {
  const Value value = visit(node, scope);
  if (value.is_error()) return {Condition::never(), value};
  if (value.is_null()) return {Condition::never(), error(node, "a condition must not be null")};
  if (value.is_boolean()) return {as_condition(value, evaluation_), {}};
  const Value truth = value.is_choice() ? value : convert(value, *boolean_type(), span(node), evaluation_);
  if (truth.is_error()) return {Condition::never(), truth};
  return {as_condition(truth, evaluation_), {}};
}

/// What comes of an unknown number of items: unknown, but read where what comes of any one of them is read.
template <class Body>
Value Walk::unknown_repetition(const Value& collection, Body&& body) {
  const Value result = unknown_result(evaluation_, {collection}, nullptr, false);
  if (collection.is_error()) return result;
  const Value key = unknown_result(evaluation_, {collection}, nullptr);
  const Value any = body(key, any_member(collection, evaluation_));
  return any.is_unknown() && !any.is_error() ? result.with_origin(any.origin()) : result;
}

Value Walk::for_tuple(hcl::NodeId node, const Scope& scope) {
  const auto children = tree_.children_of(node);
  const std::string_view name = tree_.text(node);
  const std::string_view key_name = tree_.extra(node);
  const Value collection = visit(children[0], scope);
  const Value result = over_collection(collection, evaluation_, span(children[0]), [&](const Iteration& given) {
    if (given.unavailable) {
      return unknown_repetition(*given.unavailable, [&](const Value& key, const Value& item) {
        const Scope keyed(scope, key_name, key);
        return visit(children[1], Scope(key_name.empty() ? scope : keyed, name, item));
      });
    }
    std::vector<Value> results;
    results.reserve(given.items.size());
    for (const Item& item : given.items) {
      const auto body = [&](const Value& leaf) {
        if (leaf.is_absent()) return leaf;
        const Scope keyed(scope, key_name, item.key);
        const Scope inner(key_name.empty() ? scope : keyed, name, leaf);
        if (children.size() < 3) return visit(children[1], inner);
        const Filter taken = filter(children[2], inner);
        if (taken.error.is_error()) return taken.error;
        if (taken.condition.is_never()) return Value::absent();
        if (taken.condition.is_always()) return visit(children[1], inner);
        return present_if(taken.condition, visit_under(children[1], inner, taken.condition), evaluation_);
      };
      const Value value = may_be_absent(item.value) ? for_each_world(item.value, evaluation_, body) : body(item.value);
      if (value.is_error() && children.size() > 2) return value;
      if (!value.is_absent()) results.push_back(value);
    }
    return tuple_of(arena(), results).as_sensitive(collection.is_sensitive());
  });
  return made_here(result, node);
}

Value Walk::for_object(hcl::NodeId node, const Scope& scope) {
  const auto children = tree_.children_of(node);
  const std::string_view name = tree_.text(node);
  const std::string_view key_name = tree_.extra(node);
  const bool groups = tree_.node(node).flags & hcl::kGroup;
  const Value collection = visit(children[0], scope);
  const Value result = over_collection(collection, evaluation_, span(children[0]), [&](const Iteration& given) {
    if (given.unavailable) {
      return unknown_repetition(*given.unavailable, [&](const Value& key, const Value& item) {
        const Scope keyed(scope, key_name, key);
        return visit(children[2], Scope(key_name.empty() ? scope : keyed, name, item));
      });
    }
    Entries entries(groups, evaluation_);
    for (const Item& item : given.items) {
      for (const Leaf& leaf : may_be_absent(item.value) ? leaves(item.value, evaluation_)
                                                        : std::vector<Leaf>{{Condition::always(), item.value}}) {
        if (leaf.value.is_absent()) continue;
        const Scope keyed(scope, key_name, item.key);
        const Scope inner(key_name.empty() ? scope : keyed, name, leaf.value);
        Condition present = leaf.condition;
        if (children.size() > 3) {
          const Filter taken = filter(children[3], inner);
          if (taken.error.is_error()) return taken.error;
          present = conjoin(arena(), present, taken.condition);
        }
        if (present.is_never()) continue;
        const Value key = visit_under(children[1], inner, present);
        const Value value = visit_under(children[2], inner, present);
        for (const Leaf& key_leaf : leaves(key, evaluation_)) {
          if (key_leaf.value.is_error()) return key_leaf.value;
          if (key_leaf.value.is_unknown()) return unknown_result(evaluation_, {key_leaf.value}, nullptr, false);
          if (key_leaf.value.is_null()) return error(children[1], "a key must not be null");
          const auto text = print_scalar(key_leaf.value);
          if (!text) return error(children[1], std::string(kind_name(key_leaf.value)) + " is no key");
          const Condition there = conjoin(arena(), present, key_leaf.condition);
          if (!entries.add(*text, present_if(there, value, evaluation_), key_leaf.value.origin())) {
            return error(children[1], "the key \"" + *text + "\" is there twice");
          }
        }
      }
    }
    return entries.result().as_sensitive(collection.is_sensitive());
  });
  return made_here(result, node);
}

Value Walk::splat(hcl::NodeId node, const Scope& scope) {
  const hcl::NodeId body = tree_.child(node, 1);
  const auto apply = [&](const Value& element) {
    return for_each_world(element, evaluation_, [&](const Value& leaf) {
      return leaf.is_absent() ? leaf : visit(body, Scope(scope, kSplatElement, leaf));
    });
  };
  const Value source = visit(tree_.child(node, 0), scope);
  const Value result = for_each_world(source, evaluation_, [&](const Value& value) {
    if (value.is_error()) return value;
    if (value.is_null()) {
      const bool is_list = value.null_type() && value.null_type()->kind != TypeKind::any &&
                           collection_type(arena(), TypeKind::list, any_type())->kind == value.null_type()->kind;
      if (is_list && !evaluation_.is_pack) return error(tree_.child(node, 0), "null has no items to go through");
      return tuple_of(arena(), {});
    }
    if (value.is_unknown()) {
      const Type* type = value.as_unknown().type;
      const bool is_typed = type && (type->kind == TypeKind::list || type->kind == TypeKind::set);
      if (entity_like(value, arena())) {
        return unknown_result(evaluation_, {value}, nullptr, false)
            .with_origin(apply(any_member(value, evaluation_)).origin());
      }
      if (!is_typed) return unknown_result(evaluation_, {value}, nullptr, false);
      const Value element = apply(unknown_result(evaluation_, {value}, type->element, false));
      if (element.is_error()) return element;
      return unknown_result(evaluation_, {value}, collection_type(arena(), TypeKind::list, type_of(element, arena())));
    }
    if (!value.is_sequence()) {
      const Value only = apply(value);
      return only.is_error() ? only : tuple_of(arena(), {&only, 1});
    }
    std::vector<Value> results;
    results.reserve(value.items().size());
    for (const Value& item : value.items()) {
      if (item.is_absent()) continue;
      results.push_back(apply(item));
      if (results.back().is_error()) return results.back();
    }
    if (value.kind() == ValueKind::tuple) return tuple_of(arena(), results).as_sensitive(value.is_sensitive());
    const Type* element = nullptr;
    if (results.empty() && value.element_type()) {
      const Value sample = apply(unknown_value(arena(), "", "", value.element_type()));
      if (sample.is_error()) return sample;
      element = type_of(sample, arena());
    } else if (!unify_values(results, span(node), evaluation_, element)) {
      return tuple_of(arena(), results).as_sensitive(value.is_sensitive());
    }
    return list_of(arena(), results, element).as_sensitive(value.is_sensitive());
  });
  return made_here(result, node);
}

}  // namespace holdfast
