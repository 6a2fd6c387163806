#include "workbench.h"

#include "notation.h"

namespace holdfast {

Workbench::Workbench() {
  const auto open = [&](const Type* type) { return unknown_value(arena, "it is open", "", type); };
  const auto text = [&](std::string_view t) { return Value::text(arena, t); };
  const auto sequence = [&](ValueKind kind, std::vector<Value> items) {
    return Value::sequence(arena, kind, items, text_type());
  };
  const auto collection = [&](TypeKind kind) { return collection_type(arena, kind, text_type()); };
  const auto object = [&](std::vector<Value::Entry> entries) {
    return Value::mapping(arena, ValueKind::object, entries);
  };
  bind("us", open(text_type()));
  bind("un", open(number_type()));
  bind("ub", open(boolean_type()));
  bind("ud", open(nullptr));
  bind("ul", open(collection(TypeKind::list)));
  bind("um", open(collection(TypeKind::map)));
  bind("uset", open(collection(TypeKind::set)));
  const TypeAttribute attributes[] = {{.name = "a", .type = text_type()}};
  bind("uo", open(arena.make(Type{.kind = TypeKind::object,
                                  .attributes = arena.copy(std::span<const TypeAttribute>(attributes))})));
  const Type* const elements[] = {text_type(), number_type()};
  bind("ut",
       open(arena.make(Type{.kind = TypeKind::tuple, .elements = arena.copy(std::span<const Type* const>(elements))})));
  bind("ns", Value::null(text_type()));
  bind("nb", Value::null(boolean_type()));
  bind("nl", Value::null(collection(TypeKind::list)));
  bind("nd", Value::null());
  bind("l", sequence(ValueKind::list, {text("a"), text("b")}));
  bind("el", sequence(ValueKind::list, {}));
  bind("lp", sequence(ValueKind::list, {text("a"), open(text_type())}));
  bind("s", sequence(ValueKind::set, {text("a"), text("b")}));
  bind("sp", sequence(ValueKind::set, {text("b"), open(text_type())}));
  const Value::Entry entries[] = {{"b", text("w")}, {"k", text("v")}};
  bind("m", Value::mapping(arena, ValueKind::map, entries, text_type()));
  const Value first = object({{"id", text("1")}});
  const Value items[] = {first, object({{"id", text("2")}})};
  bind("lo", Value::sequence(arena, ValueKind::list, items, type_of(first, arena)));
  bind("o", object({{"a", Value::integer(1)}, {"u", open(text_type())}}));
}

const hcl::Tree& Workbench::parse(std::string_view source) {
  sources_.emplace_back(source);
  trees_.push_back(hcl::parse_expression(FileId{0}, sources_.back(), diagnostics));
  return trees_.back();
}

Value Workbench::run(std::string_view source) {
  const hcl::Tree& tree = parse(source);
  return evaluate({&tree, tree.root}, scope(), evaluation);
}

std::string Workbench::show(std::string_view source) {
  diagnostics = {};
  const Value value = run(source);
  return diagnostics.has_errors() ? "syntax error" : notation(value);
}

Value Workbench::variable(const std::string& name, const Type* type, std::vector<std::string_view> allowed) {
  const auto* variable = arena.make(Variable{.name = arena.copy(name),
                                             .reason = arena.copy(name + " is not given"),
                                             .declared_at = {},
                                             .allowed = arena.copy(allowed),
                                             .declared = !allowed.empty()});
  return Value::unknown(
      arena, Unknown{.type = type, .reason = variable->reason, .input = variable->name, .variable = variable});
}

}  // namespace holdfast
