#include "value/value.h"

#include "value/entity.h"
#include "value/number.h"

#include <algorithm>
#include <cassert>
#include <unordered_set>
#include <vector>

namespace holdfast {

static_assert(sizeof(Value) == 16, "values are copied everywhere");

namespace {

/// What is asked so often of lists and maps that it is worked out once.
struct Facts {
  bool is_wholly_known = true;
  bool is_plain = true;
  uint32_t weight = 1;

  void add(const Value& inner) {
    is_wholly_known = is_wholly_known && inner.is_wholly_known();
    is_plain = is_plain && inner.is_plain();
    weight = inner.weight() > UINT32_MAX - weight ? UINT32_MAX : weight + inner.weight();
  }
};

}  // namespace

struct Value::Text {
  std::string_view text;
};

struct Value::Sequence {
  std::span<const Value> items = {};
  const Type* element = nullptr;
  Facts facts = {};
};

struct Value::Mapping {
  std::span<const Entry> entries;
  const Type* element;
  Facts facts;
};

namespace {

/// What makes a value itself that cannot be compared by its content; does not exist if nothing does.
Identity identity_of(const Value& value) {
  if (value.is_entity()) return {&value.as_entity(), {}};
  if (value.is_choice()) return {&value.as_choice(), {}};
  const Unknown& unknown = value.as_unknown();
  if (unknown.identity.exists()) return unknown.identity;
  return {unknown.variable, {}};
}

bool is_opaque(const Value& value) { return value.is_unknown() || value.is_entity() || value.is_choice(); }

enum class Absence : uint8_t { is_null, is_itself };

bool is_same(const Value& a, const Value& b, Absence absence) {
  if (a.kind() != b.kind()) return absence == Absence::is_null && a.is_null() && b.is_null();
  switch (a.kind()) {
    case ValueKind::null:
    case ValueKind::absent: return true;
    case ValueKind::boolean: return a.as_boolean() == b.as_boolean();
    case ValueKind::number: return std::is_eq(compare_numbers(a, b));
    case ValueKind::text: return a.as_text() == b.as_text();
    case ValueKind::list:
    case ValueKind::set:
    case ValueKind::tuple:
      return std::equal(a.items().begin(), a.items().end(), b.items().begin(), b.items().end(),
                        [&](const Value& x, const Value& y) { return is_same(x, y, absence); });
    case ValueKind::map:
    case ValueKind::object:
      return std::equal(a.entries().begin(), a.entries().end(), b.entries().begin(), b.entries().end(),
                        [&](const Value::Entry& x, const Value::Entry& y) {
                          return x.key == y.key && is_same(x.value, y.value, absence);
                        });
    case ValueKind::unknown:
    case ValueKind::entity:
    case ValueKind::choice: {
      const Identity identity = identity_of(a);
      return identity.exists() && identity == identity_of(b);
    }
  }
  return false;
}

int rank(const Value& value) { return value.is_null() ? 0 : static_cast<int>(value.kind()); }

struct IdentityHash {
  std::size_t operator()(const Identity& identity) const {
    return std::hash<const void*>()(identity.subject) ^ std::hash<std::string_view>()(identity.attribute);
  }
};

/// Sorts and removes duplicates. Opaque values come last, in the order in which they came.
std::span<Value> make_set(std::span<Value> items) {
  const auto is_less = [](const Value& a, const Value& b) { return std::is_lt(order(a, b)); };
  const auto is_sorted = [&](const Value& a, const Value& b) { return !is_less(a, b); };
  if (std::adjacent_find(items.begin(), items.end(), is_sorted) == items.end()) return items;
  std::stable_sort(items.begin(), items.end(), is_less);
  std::unordered_set<Identity, IdentityHash> seen;
  std::size_t kept = 0;
  std::size_t run = 0;  // start of the items that sort equal to the current one
  for (const Value& item : items) {
    if (run < kept && std::is_neq(order(items[run], item))) run = kept;
    if (is_opaque(item)) {
      const Identity identity = identity_of(item);
      if (identity.exists() && !seen.insert(identity).second) continue;
    } else if (std::any_of(items.begin() + static_cast<std::ptrdiff_t>(run),
                           items.begin() + static_cast<std::ptrdiff_t>(kept),
                           [&](const Value& other) { return equal_known(item, other); })) {
      continue;
    }
    items[kept++] = item;
  }
  return items.first(kept);
}

}  // namespace

Value Value::null(const Type* type) {
  Value value;
  value.payload_.type = type;
  return value;
}

Value Value::absent() {
  Value value;
  value.kind_ = ValueKind::absent;
  value.payload_.type = nullptr;
  return value;
}

Value Value::boolean(bool b) {
  Value value;
  value.kind_ = ValueKind::boolean;
  value.payload_.boolean = b;
  return value;
}

Value Value::integer(int64_t n) {
  Value value;
  value.kind_ = ValueKind::number;
  value.small_ = true;
  value.payload_.integer = n;
  return value;
}

Value Value::number(const BigNumber& n) {
  Value value;
  value.kind_ = ValueKind::number;
  value.payload_.big = &n;
  return value;
}

Value Value::text(Arena& arena, std::string_view text) { return borrowed_text(arena, arena.copy(text)); }

Value Value::borrowed_text(Arena& arena, std::string_view text) {
  Value value;
  value.kind_ = ValueKind::text;
  value.small_ = text.size() <= UINT8_MAX;
  if (value.small_) {
    value.length_ = static_cast<uint8_t>(text.size());
    value.payload_.characters = text.data();
  } else {
    value.payload_.text = arena.make(Text{text});
  }
  return value;
}

Value Value::sequence(Arena& arena, ValueKind kind, std::span<const Value> items, const Type* element) {
  assert(kind == ValueKind::list || kind == ValueKind::set || kind == ValueKind::tuple);
  static constexpr Sequence kEmpty{};
  Value value;
  value.kind_ = kind;
  value.payload_.sequence = &kEmpty;
  const auto is_there = [](const Value& item) { return !item.is_absent(); };
  const auto count = static_cast<std::size_t>(std::count_if(items.begin(), items.end(), is_there));
  if (count == 0 && !element) return value;
  std::span<Value> room = arena.array<Value>(count);
  std::copy_if(items.begin(), items.end(), room.begin(), is_there);
  if (kind == ValueKind::set) room = make_set(room);
  Facts facts;
  for (const Value& item : room) facts.add(item);
  value.payload_.sequence = arena.make(Sequence{room, element, facts});
  return value;
}

Value Value::mapping(Arena& arena, ValueKind kind, std::span<const Entry> sorted_entries, const Type* element) {
  assert(kind == ValueKind::map || kind == ValueKind::object);
  assert(std::adjacent_find(sorted_entries.begin(), sorted_entries.end(),
                            [](const Entry& a, const Entry& b) { return a.key >= b.key; }) == sorted_entries.end());
  Facts facts;
  for (const Entry& entry : sorted_entries) facts.add(entry.value);
  Value value;
  value.kind_ = kind;
  value.payload_.mapping = arena.make(Mapping{arena.copy(sorted_entries), element, facts});
  return value;
}

Value Value::unknown(Arena& arena, const Unknown& unknown) {
  Value value;
  value.kind_ = ValueKind::unknown;
  value.payload_.unknown = arena.make(unknown);
  return value;
}

Value Value::entity(Entity& entity) {
  Value value;
  value.kind_ = ValueKind::entity;
  value.payload_.entity = &entity;
  return value;
}

Value Value::choice(Arena& arena, Condition condition, Value then, Value otherwise) {
  if (condition.is_always()) return then;
  if (condition.is_never()) return otherwise;
  if (then.is_choice() && then.as_choice().condition == condition) then = then.as_choice().then;
  if (otherwise.is_choice() && otherwise.as_choice().condition == condition) {
    otherwise = otherwise.as_choice().otherwise;
  }
  const bool is_sensitive = then.is_sensitive() || otherwise.is_sensitive();
  if (is_same(then, otherwise, Absence::is_itself)) return then.as_sensitive(is_sensitive);
  Value value;
  value.kind_ = ValueKind::choice;
  value.sensitive_ = is_sensitive;
  value.payload_.choice = arena.make(Choice{condition, then, otherwise});
  return value;
}

Value Value::condition(Arena& arena, Condition condition) {
  return choice(arena, condition, boolean(true), boolean(false));
}

bool Value::is_error() const { return is_unknown() && payload_.unknown->is_error; }

bool Value::is_wholly_known() const {
  if (is_sequence()) return payload_.sequence->facts.is_wholly_known;
  if (is_mapping()) return payload_.mapping->facts.is_wholly_known;
  return !is_unknown() && !is_choice();
}

bool Value::is_plain() const {
  if (sensitive_) return false;
  if (is_sequence()) return payload_.sequence->facts.is_plain;
  if (is_mapping()) return payload_.mapping->facts.is_plain;
  return !is_unknown() && !is_choice() && !is_absent();
}

uint32_t Value::weight() const {
  if (is_sequence()) return payload_.sequence->facts.weight;
  if (is_mapping()) return payload_.mapping->facts.weight;
  if (!is_choice()) return 1;
  const uint64_t both = uint64_t{as_choice().then.weight()} + as_choice().otherwise.weight();
  return static_cast<uint32_t>(std::min<uint64_t>(both, UINT32_MAX));
}

std::string_view Value::as_text() const {
  assert(is_text());
  return small_ ? std::string_view(payload_.characters, length_) : payload_.text->text;
}

std::span<const Value> Value::items() const {
  assert(is_sequence());
  return payload_.sequence->items;
}

std::span<const Value::Entry> Value::entries() const {
  assert(is_mapping());
  return payload_.mapping->entries;
}

const Value* Value::find(std::string_view key) const {
  const std::span<const Entry> all = entries();
  const auto found = std::lower_bound(all.begin(), all.end(), key,
                                      [](const Entry& entry, std::string_view k) { return entry.key < k; });
  return found != all.end() && found->key == key ? &found->value : nullptr;
}

const Type* Value::element_type() const {
  if (is_sequence()) return payload_.sequence->element;
  if (is_mapping()) return payload_.mapping->element;
  return nullptr;
}

Value Value::with_origin(OriginId origin) const {
  Value value = *this;
  value.origin_ = origin;
  return value;
}

Value Value::as_sensitive(bool sensitive) const {
  Value value = *this;
  value.sensitive_ = sensitive;
  return value;
}

bool equal_known(const Value& a, const Value& b) { return is_same(a, b, Absence::is_null); }

std::strong_ordering order(const Value& a, const Value& b) {
  if (rank(a) != rank(b)) return rank(a) <=> rank(b);
  switch (a.kind()) {
    case ValueKind::boolean: return a.as_boolean() <=> b.as_boolean();
    case ValueKind::number: return compare_numbers(a, b);
    case ValueKind::text: return a.as_text() <=> b.as_text();
    case ValueKind::list:
    case ValueKind::set:
    case ValueKind::tuple:
      return std::lexicographical_compare_three_way(a.items().begin(), a.items().end(), b.items().begin(),
                                                    b.items().end(), order);
    case ValueKind::map:
    case ValueKind::object:
      return std::lexicographical_compare_three_way(a.entries().begin(), a.entries().end(), b.entries().begin(),
                                                    b.entries().end(),
                                                    [](const Value::Entry& x, const Value::Entry& y) {
                                                      const std::strong_ordering by_key = x.key <=> y.key;
                                                      return std::is_neq(by_key) ? by_key : order(x.value, y.value);
                                                    });
    default: return std::strong_ordering::equal;
  }
}

const Type* type_of(const Value& value, Arena& arena) {
  const auto or_any = [](const Type* type) { return type ? type : any_type(); };
  switch (value.kind()) {
    case ValueKind::null:
    case ValueKind::absent: return or_any(value.null_type());
    case ValueKind::boolean: return boolean_type();
    case ValueKind::number: return number_type();
    case ValueKind::text: return text_type();
    case ValueKind::list: return collection_type(arena, TypeKind::list, value.element_type());
    case ValueKind::set: return collection_type(arena, TypeKind::set, value.element_type());
    case ValueKind::map: return collection_type(arena, TypeKind::map, value.element_type());
    case ValueKind::object: {
      const std::span<TypeAttribute> attributes = arena.array<TypeAttribute>(value.entries().size());
      std::transform(value.entries().begin(), value.entries().end(), attributes.begin(),
                     [&](const Value::Entry& entry) {
                       return TypeAttribute{.name = entry.key, .type = type_of(entry.value, arena)};
                     });
      return arena.make(Type{.kind = TypeKind::object, .attributes = attributes});
    }
    case ValueKind::tuple: {
      const std::span<const Type*> elements = arena.array<const Type*>(value.items().size());
      std::transform(value.items().begin(), value.items().end(), elements.begin(),
                     [&](const Value& item) { return type_of(item, arena); });
      return arena.make(Type{.kind = TypeKind::tuple, .elements = elements});
    }
    case ValueKind::unknown: return or_any(value.as_unknown().type);
    case ValueKind::entity: return any_type();
    case ValueKind::choice: {
      const Type* const then = type_of(value.as_choice().then, arena);
      const Type* const otherwise = type_of(value.as_choice().otherwise, arena);
      return same_type(*then, *otherwise) ? then : any_type();
    }
  }
  return any_type();
}

}  // namespace holdfast
