#include "expression/collection.h"
#include "expression/function_themes.h"
#include "expression/unknowns.h"
#include "expression/worlds.h"

namespace holdfast {

namespace {

/// An entity stands where its header does.
Value at(Call& call) {
  const Value& place = call[0];
  if (!place.is_entity() || !place.as_entity().header().exists()) return call[1].with_origin(place.origin());
  return call[1].with_origin(call.arena().add_origin({.span = place.as_entity().header()}));
}

Value is_known(Call& call) {
  return for_each_world(call[0], call.evaluation,
                        [](const Value& leaf) { return Value::boolean(leaf.is_wholly_known()); });
}

Value is_dangling(Call& call) {
  return for_each_world(call[0], call.evaluation, [](const Value& leaf) {
    return Value::boolean(leaf.is_unknown() && leaf.as_unknown().dangles);
  });
}

Value is_literal(Call& call) {
  return for_each_world(call[0], call.evaluation, [&](const Value& leaf) {
    const bool is_passed_on = call.arena().origin(leaf.origin()).via != kNoOrigin;
    return Value::boolean(leaf.is_wholly_known() && !leaf.is_null() && !is_passed_on);
  });
}

Value is_set(Call& call) {
  const bool has_place = call[0].origin() != kNoOrigin;
  return for_each_world(call[0], call.evaluation, [&](const Value& leaf) {
    if (leaf.is_null()) return Value::boolean(false);
    if (leaf.is_entity()) return Value::boolean(true);
    if (!has_place && leaf.origin() == kNoOrigin) return Value::boolean(false);
    if (!leaf.is_unknown() || leaf.as_unknown().not_null) return Value::boolean(true);
    return unknown_result(call.evaluation, {leaf}, boolean_type());
  });
}

Value is_object(Call& call) {
  return for_each_world(call[0], call.evaluation, [](const Value& leaf) { return Value::boolean(leaf.is_mapping()); });
}

Value blocks(Call& call) {
  return for_each_world(call[0], call.evaluation, [&](const Value& leaf) {
    if (leaf.is_null()) return tuple_of(call.arena(), {});
    if (leaf.is_sequence() || leaf.is_error()) return leaf;
    if (!leaf.is_unknown()) return tuple_of(call.arena(), {&leaf, 1}).with_origin(leaf.origin());
    const Type* type = leaf.as_unknown().type;
    const bool is_one = type && (type->kind == TypeKind::object || type->kind == TypeKind::map);
    return is_one ? tuple_of(call.arena(), {&leaf, 1}) : leaf;
  });
}

constexpr uint16_t kAnything = kTakesNull | kTakesUnknown | kTakesChoice | kReadsMarks | kPackOnly;

constexpr Function kFunctions[] = {
    {"at", "any, any -> any", kAnything, at, "a value that counts as written where another stands"},
    {"blocks", "any -> any", kAnything, blocks, "nothing, one block or several as a list"},
    {"is_dangling", "any -> bool", kAnything | kTakesError, is_dangling,
     "does a value come from something that nothing declares?"},
    {"is_known", "any -> bool", kAnything | kTakesError, is_known, "is a value known, with everything inside?"},
    {"is_literal", "any -> bool", kAnything, is_literal, "is a known value written where it is used, by no reference?"},
    {"is_object", "any -> bool", kAnything, is_object, "is a value an object or a map? What is unknown counts as none"},
    {"is_set", "any -> bool", kAnything, is_set, "has the author written this value?"},
};

}  // namespace

std::span<const Function> origin_functions() { return kFunctions; }

}  // namespace holdfast
