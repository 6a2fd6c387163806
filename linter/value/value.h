#pragma once

#include "value/arena.h"
#include "value/condition.h"
#include "value/origin.h"
#include "value/type.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace holdfast {

class BigNumber;
class Value;
struct Unknown;
struct Choice;

enum class ValueKind : uint8_t {
  null,    // written as null, or an argument that was not written
  absent,  // removed: an item or property that a condition takes away; reads as null, vanishes from lists
  boolean,
  number,
  text,
  list,
  set,
  map,
  object,
  tuple,
  unknown,  // see Unknown; errors are unknowns too
  entity,   // a resource, a canonical object, a namespace: attributes are computed on demand
  choice,   // one value or another, depending on a condition
};

/// Any value of the expression language. Small, immutable, cheap to copy; what does not fit lives in an arena that
/// outlives it.
class Value {
 public:
  Value() = default;  // null of any type

  static Value null(const Type* type = nullptr);
  static Value absent();
  static Value boolean(bool b);
  static Value integer(int64_t n);
  static Value number(const BigNumber& n);  // outlives the value
  /// Copies the text into the arena. Callers normalise to NFC where the language asks for it.
  static Value text(Arena& arena, std::string_view text);
  /// The text outlives the value: source text, a literal.
  static Value borrowed_text(Arena& arena, std::string_view text);
  /// Absent items vanish. Sets are sorted and lose duplicates; what is unknown comes last, in the order given.
  static Value sequence(Arena& arena, ValueKind kind, std::span<const Value> items, const Type* element = nullptr);
  static Value unknown(Arena& arena, const Unknown& unknown);
  static Value entity(Entity& entity);
  /// `condition ? then : otherwise`; collapses when the condition is constant or both sides are the same.
  static Value choice(Arena& arena, Condition condition, Value then, Value otherwise);
  /// The truth of a condition as a value: a bool, or a choice between true and false.
  static Value condition(Arena& arena, Condition condition);

  ValueKind kind() const { return kind_; }
  bool is_null() const { return kind_ == ValueKind::null || kind_ == ValueKind::absent; }
  bool is_absent() const { return kind_ == ValueKind::absent; }
  bool is_boolean() const { return kind_ == ValueKind::boolean; }
  bool is_number() const { return kind_ == ValueKind::number; }
  bool is_text() const { return kind_ == ValueKind::text; }
  bool is_sequence() const { return kind_ == ValueKind::list || kind_ == ValueKind::set || kind_ == ValueKind::tuple; }
  bool is_mapping() const { return kind_ == ValueKind::map || kind_ == ValueKind::object; }
  bool is_unknown() const { return kind_ == ValueKind::unknown; }
  bool is_entity() const { return kind_ == ValueKind::entity; }
  bool is_choice() const { return kind_ == ValueKind::choice; }
  /// An unknown that stands for a mistake in the input.
  bool is_error() const;
  /// Nothing unknown and no choice anywhere inside. Entities count as known.
  bool is_wholly_known() const;
  /// Wholly known, and nothing absent or sensitive anywhere inside.
  bool is_plain() const;
  /// How many values it takes to write this one out, itself included. Shared parts count every time, so a small source
  /// can make a huge value; the count stops at the greatest number.
  uint32_t weight() const;

  bool as_boolean() const { return payload_.boolean; }
  bool is_integer() const { return kind_ == ValueKind::number && small_; }  // fits the fast path
  int64_t as_integer() const { return payload_.integer; }
  const BigNumber& as_big_number() const { return *payload_.big; }
  std::string_view as_text() const;
  std::span<const Value> items() const;  // sequence; sets are sorted and free of duplicates
  struct Entry;
  std::span<const Entry> entries() const;         // mapping; sorted by key
  const Value* find(std::string_view key) const;  // mapping
  const Unknown& as_unknown() const { return *payload_.unknown; }
  Entity& as_entity() const { return *payload_.entity; }
  const Choice& as_choice() const { return *payload_.choice; }
  const Type* null_type() const { return payload_.type; }  // null; may be nullptr
  const Type* element_type() const;                        // collections; may be nullptr

  static Value mapping(Arena& arena, ValueKind kind, std::span<const Entry> sorted_entries,
                       const Type* element = nullptr);

  OriginId origin() const { return origin_; }
  Value with_origin(OriginId origin) const;
  bool is_sensitive() const { return sensitive_; }
  Value as_sensitive(bool sensitive = true) const;

 private:
  struct Sequence;
  struct Mapping;
  struct Text;
  union Payload {
    bool boolean;
    int64_t integer = 0;
    const BigNumber* big;
    const char* characters;
    const Text* text;
    const Sequence* sequence;
    const Mapping* mapping;
    const Unknown* unknown;
    Entity* entity;
    const Choice* choice;
    const Type* type;
  };

  ValueKind kind_ = ValueKind::null;
  bool small_ = false;  // a number that is an integer, a text that is short: no memory but this
  bool sensitive_ = false;
  uint8_t length_ = 0;  // of a short text
  OriginId origin_ = kNoOrigin;
  Payload payload_{};
};

struct Value::Entry {
  std::string_view key;
  Value value;
  OriginId key_origin = kNoOrigin;
};

struct Choice {
  Condition condition;
  Value then;
  Value otherwise;
};

/// Which thing an unknown is: an attribute of an entity or of a declaration. Two mentions are equal though neither
/// is known. Compared by address and text, never printed from it.
struct Identity {
  const void* subject = nullptr;
  std::string_view attribute = {};
  bool operator==(const Identity&) const = default;
  bool exists() const { return subject != nullptr; }
};

/// What is known of a value that is not known.
struct Unknown {
  const Type* type = nullptr;    // nullptr: any
  std::string_view reason = {};  // "parameter Schedule has no default"; for errors: what is wrong
  std::string_view input = {};   // what the user would have to give to decide it; may be empty
  Identity identity = {};
  const Variable* variable = nullptr;  // the value *is* this variable: comparisons with literals make choices
  bool is_error = false;
  bool dangles = false;  // it was read from something that nothing declares
  bool not_null = false;
  const Value* minimum = nullptr;  // numbers; for texts, lists and sets: of the length. Inclusive
  const Value* maximum = nullptr;
  std::span<const Value> parts = {};  // text: known texts and unknowns whose concatenation it is
};

/// Equality of known values as the language has it (`==`): different types are never equal, null equals null. Of values
/// that are not wholly known, yes means equal and no means nothing: unknowns and entities are equal to themselves only.
bool equal_known(const Value& a, const Value& b);
/// Order of map keys, set elements and output: null, bool, number, text, then structures. Values without a content to
/// compare (unknowns, entities, choices) come last, as equals.
std::strong_ordering order(const Value& a, const Value& b);

/// The narrowest type of a value; any for entities and choices of different types.
const Type* type_of(const Value& value, Arena& arena);

}  // namespace holdfast
