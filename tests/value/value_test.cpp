#include "value/value.h"

#include "value/entity.h"
#include "value/number.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace holdfast {
namespace {

struct Thing : Entity {
  std::optional<Value> attribute(std::string_view) override { return std::nullopt; }
  std::vector<std::string_view> attribute_names() const override { return {}; }
  std::string label() const override { return "thing"; }
};

struct Fixture {
  Arena arena;
  Variable environment{.name = "Environment"};
  Condition is_production = Condition::equals(arena, environment, "prod");

  Value text(std::string_view s) { return Value::text(arena, s); }
  Value number(std::string_view s) { return *parse_number(arena, s); }
  Value sequence(ValueKind kind, std::vector<Value> items) { return Value::sequence(arena, kind, items); }
  Value set(std::vector<Value> items) { return sequence(ValueKind::set, std::move(items)); }
  Value tuple(std::vector<Value> items) { return sequence(ValueKind::tuple, std::move(items)); }
  Value object(std::vector<Value::Entry> entries) { return Value::mapping(arena, ValueKind::object, entries); }
  Value unknown(Identity identity = {}) { return Value::unknown(arena, {.reason = "not given", .identity = identity}); }
};

TEST_CASE_FIXTURE(Fixture, "sets are sorted and have no duplicates") {
  const Value texts = set({text("b"), text("é"), text("Z"), text("10"), text("b"), text("9"), text("z")});
  std::string joined;
  for (const Value& item : texts.items()) joined.append(item.as_text()).append(" ");
  CHECK(joined == "10 9 Z b z é ");

  const Value numbers = set({Value::integer(10), number("9.5"), Value::integer(1), number("1e30"), number("9.50")});
  REQUIRE(numbers.items().size() == 4);
  CHECK(numbers.items()[0].as_integer() == 1);
  CHECK(to_string_number(numbers.items()[1]) == "9.5");
  CHECK(numbers.items()[2].as_integer() == 10);

  const Value booleans = set({Value::boolean(true), Value::boolean(false), Value::boolean(true)});
  REQUIRE(booleans.items().size() == 2);
  CHECK_FALSE(booleans.items()[0].as_boolean());
}

TEST_CASE_FIXTURE(Fixture, "unknown members stay in a set, behind the known ones, unless they are the same thing") {
  Thing thing;
  const Value arn = unknown({&thing, "arn"});
  const Value members = set({unknown(), arn, text("b"), unknown({&thing, "name"}), unknown(), arn, text("a")});
  REQUIRE(members.items().size() == 6);
  CHECK(members.items()[0].as_text() == "a");
  CHECK(members.items()[1].as_text() == "b");
  CHECK(members.items()[3].as_unknown().identity.attribute == "arn");
  CHECK_FALSE(members.is_wholly_known());

  const Value pairs = set({tuple({arn}), tuple({arn}), tuple({unknown()}), tuple({unknown()})});
  CHECK(pairs.items().size() == 3);

  Thing other;
  const Value things = set({Value::entity(thing), Value::entity(other), Value::entity(thing)});
  REQUIRE(things.items().size() == 2);
  CHECK(&things.items()[0].as_entity() == &thing);
}

TEST_CASE_FIXTURE(Fixture, "values of different types are never equal") {
  CHECK(equal_known(Value::integer(1), number("1.0")));
  CHECK_FALSE(equal_known(Value::integer(1), text("1")));
  CHECK_FALSE(equal_known(tuple({}), sequence(ValueKind::list, {})));
  CHECK_FALSE(equal_known(tuple({Value::integer(1), text("1")}), tuple({text("1"), Value::integer(1)})));
  CHECK(equal_known(tuple({Value()}), tuple({Value::null(text_type())})));
  CHECK(equal_known(Value::null(), Value::absent()));
  CHECK_FALSE(equal_known(Value(), text("")));
  CHECK(equal_known(object({{"a", Value::integer(1)}}), object({{"a", Value::integer(1)}})));
  CHECK_FALSE(equal_known(object({{"a", Value::integer(1)}}), object({{"b", Value::integer(1)}})));
  CHECK_FALSE(equal_known(tuple({text("a")}), tuple({text("a"), text("b")})));
}

TEST_CASE_FIXTURE(Fixture, "what is not known is equal to itself only") {
  Thing thing;
  Thing other;
  CHECK(equal_known(unknown({&thing, "arn"}), unknown({&thing, "arn"})));
  CHECK_FALSE(equal_known(unknown({&thing, "arn"}), unknown({&other, "arn"})));
  CHECK_FALSE(equal_known(unknown(), unknown()));
  CHECK(equal_known(Value::entity(thing), Value::entity(thing)));
  CHECK_FALSE(equal_known(Value::entity(thing), Value::entity(other)));
}

TEST_CASE_FIXTURE(Fixture, "values have an order") {
  const std::vector<Value> ascending = {Value(),
                                        Value::boolean(false),
                                        Value::boolean(true),
                                        Value::integer(-1),
                                        number("0.5"),
                                        Value::integer(1),
                                        text(""),
                                        text("a"),
                                        text("ab"),
                                        text("é"),
                                        tuple({}),
                                        tuple({text("a")}),
                                        tuple({text("a"), text("b")}),
                                        tuple({text("b")})};
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      CHECK(order(ascending[i], ascending[j]) == (i <=> j));
    }
  }
}

TEST_CASE_FIXTURE(Fixture, "absent items vanish from sequences") {
  const Value list = tuple({text("a"), Value::absent(), text("b"), Value()});
  CHECK(list.items().size() == 3);
}

TEST_CASE_FIXTURE(Fixture, "mappings find their keys") {
  const Value mapping = object({{"a", Value::integer(1)}, {"b", Value()}, {"é", unknown()}});
  REQUIRE(mapping.find("a"));
  CHECK(mapping.find("a")->as_integer() == 1);
  CHECK(mapping.find("b")->is_null());
  CHECK(mapping.find("aa") == nullptr);
  CHECK(mapping.find("") == nullptr);
  CHECK_FALSE(mapping.is_wholly_known());
}

TEST_CASE_FIXTURE(Fixture, "a choice needs two sides") {
  const Value a = text("a");
  const Value b = text("b");
  CHECK(Value::choice(arena, Condition::always(), a, b).as_text() == "a");
  CHECK(Value::choice(arena, Condition::never(), a, b).as_text() == "b");
  CHECK(Value::choice(arena, is_production, a, text("a")).as_text() == "a");
  CHECK(Value::choice(arena, is_production, tuple({a}), tuple({text("a")})).kind() == ValueKind::tuple);
  CHECK(Value::choice(arena, is_production, a, b).is_choice());
  CHECK(Value::choice(arena, is_production, Value::null(), Value::absent()).is_choice());
  CHECK(Value::choice(arena, is_production, unknown(), unknown()).is_choice());
  CHECK(Value::choice(arena, is_production, a, text("a").as_sensitive()).is_sensitive());
}

TEST_CASE_FIXTURE(Fixture, "a choice inside a side of the same choice is decided") {
  const Value inner = Value::choice(arena, is_production, text("a"), text("b"));
  const Value outer = Value::choice(arena, is_production, inner, text("c"));
  REQUIRE(outer.is_choice());
  CHECK(outer.as_choice().then.as_text() == "a");
  CHECK(Value::choice(arena, is_production, inner, text("b")).as_choice().otherwise.as_text() == "b");
}

TEST_CASE_FIXTURE(Fixture, "a condition is a value") {
  CHECK(Value::condition(arena, Condition::always()).as_boolean());
  CHECK_FALSE(Value::condition(arena, Condition::never()).as_boolean());
  const Value open = Value::condition(arena, is_production);
  REQUIRE(open.is_choice());
  CHECK(open.as_choice().then.as_boolean());
}

TEST_CASE_FIXTURE(Fixture, "values have the narrowest type") {
  const auto type = [&](const Value& value) { return to_string(*type_of(value, arena)); };
  CHECK(type(Value()) == "any");
  CHECK(type(Value::null(number_type())) == "number");
  CHECK(type(tuple({Value::integer(1), text("a"), tuple({})})) == "tuple([number,string,tuple([])])");
  CHECK(type(object({{"a", text("")}, {"b", Value::boolean(true)}})) == "object({a=string,b=bool})");
  const std::vector<Value> items = {text("a")};
  CHECK(type(Value::sequence(arena, ValueKind::list, items, text_type())) == "list(string)");
  CHECK(type(Value::choice(arena, is_production, text("a"), text("b"))) == "string");
  CHECK(type(Value::choice(arena, is_production, text("a"), Value::integer(1))) == "any");
  CHECK(type(Value::unknown(arena, {.type = boolean_type()})) == "bool");
}

TEST_CASE_FIXTURE(Fixture, "types are compared by shape") {
  const std::vector<TypeAttribute> attributes = {{.name = "a", .type = text_type(), .optional = true}};
  const Type optional{.kind = TypeKind::object, .attributes = attributes};
  CHECK(to_string(*collection_type(arena, TypeKind::list, &optional)) == "list(object({a=optional(string)}))");
  CHECK(same_type(*collection_type(arena, TypeKind::map, text_type()),
                  *collection_type(arena, TypeKind::map, text_type())));
  CHECK_FALSE(
      same_type(*collection_type(arena, TypeKind::map, text_type()), *collection_type(arena, TypeKind::map, nullptr)));
  CHECK_FALSE(same_type(optional, *type_of(object({{"a", text("")}}), arena)));
}

TEST_CASE("the arena keeps what it was given") {
  Arena arena;
  std::vector<std::string_view> copies;
  copies.reserve(3000);
  for (int i = 0; i < 3000; ++i) copies.push_back(arena.copy(std::to_string(i)));
  const auto large = arena.array<int64_t>(100'000);
  large.back() = 7;
  for (std::size_t i = 0; i < copies.size(); ++i) CHECK(copies[i] == std::to_string(i));
  CHECK(reinterpret_cast<std::uintptr_t>(large.data()) % alignof(int64_t) == 0);
  CHECK(arena.bytes_used() > 800'000);
  CHECK(arena.array<int>(0).empty());

  const OriginId id = arena.add_origin({.span = {FileId{1}, 2, 3}});
  CHECK(arena.origin(id).span.begin == 2);
  CHECK_FALSE(arena.origin(kNoOrigin).span.exists());
}

}  // namespace
}  // namespace holdfast
