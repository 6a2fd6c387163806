#include "expression/function_themes.h"
#include "expression/worlds.h"
#include "value/entity.h"
#include "value/number.h"

#include <array>
#include <cctype>
#include <string>

namespace holdfast {

namespace {

/// Texts as they are, as far as they are known; everything else as HCL would write it.
std::string describe_text(const Value& value, Arena& arena) {
  if (value.is_text()) return std::string(value.as_text());
  if (!value.is_unknown() || value.as_unknown().parts.empty()) return describe(value, arena);
  std::string text;
  for (const Value& part : value.as_unknown().parts) text += describe_text(part, arena);
  return text;
}

/// The first value that is not null, world by world. What is unknown counts as given.
Value first_given(std::span<const Value> values, Evaluation& evaluation) {
  if (values.empty()) return Value::null();
  return for_each_world(values.front(), evaluation, [&](const Value& leaf) {
    return leaf.is_null() ? first_given(values.subspan(1), evaluation) : leaf;
  });
}

Value given(Call& call) { return first_given(call.arguments, call.evaluation); }

Value first(Call& call) {
  return for_each_world(call[0], call.evaluation, [&](const Value& leaf) {
    if (leaf.is_sequence()) return first_given(leaf.items(), call.evaluation);
    return leaf;
  });
}

/// An item to show for a list, world by world: one that is there for certain rather than one that may be.
Value example(Call& call) {
  return for_each_world(call[0], call.evaluation, [&](const Value& leaf) {
    if (!leaf.is_sequence()) return leaf;
    for (const Value& item : leaf.items()) {
      if (!item.is_null() && !may_be_absent(item)) return item;
    }
    return first_given(leaf.items(), call.evaluation);
  });
}

/// The declared entity that a value was read from, through all that passed it on: variables and modules only pass on.
Value source_of(Call& call) {
  return for_each_world(call[0], call.evaluation, [&](const Value& leaf) {
    for (OriginId id = leaf.origin(); id != kNoOrigin; id = call.arena().origin(id).via) {
      Entity* entity = call.arena().origin(id).entity;
      if (entity && entity->header().exists()) return Value::entity(*entity);
    }
    return Value::null();
  });
}

Value name_of(Call& call) {
  return for_each_world(source_of(call), call.evaluation, [&](const Value& leaf) {
    return leaf.is_entity() ? call.text_value(leaf.as_entity().label()) : leaf;
  });
}

/// Through all that passed it on, like the above.
Value is_looked_up(Call& call) {
  return for_each_world(call[0], call.evaluation, [&](const Value& leaf) {
    bool is_lookup = false;
    for (OriginId id = leaf.origin(); id != kNoOrigin; id = call.arena().origin(id).via) {
      const Entity* entity = call.arena().origin(id).entity;
      is_lookup = is_lookup || (entity && entity->is_lookup());
    }
    return Value::boolean(is_lookup);
  });
}

Value subject_of(Call& call) {
  return for_each_world(call[0], call.evaluation, [](const Value& leaf) {
    return leaf.is_entity() ? Value::entity(leaf.as_entity().subject()) : Value::null();
  });
}

/// An unknown text that is a fact about an entity: two mentions of it are equal.
Value fact_of(Call& call) {
  if (!call[0].is_entity()) return call.error(0, "facts are about objects");
  Unknown fact;
  fact.type = text_type();
  fact.not_null = true;
  fact.reason = call.arena().copy(describe_text(call[2], call.arena()));
  fact.identity = {&call[0].as_entity().subject(), call.arena().copy(describe_text(call[1], call.arena()))};
  return Value::unknown(call.arena(), fact);
}

Value unresolved(Call& call) { return unknown_value(call.arena(), describe_text(call[0], call.arena())); }

Value describe_value(Call& call) { return call.text_value(describe_text(call[0], call.arena())); }

struct TimeUnit {
  char letter;
  int64_t minutes;
};
constexpr std::array<TimeUnit, 5> kUnits = {{{'m', 1}, {'h', 60}, {'d', 1440}, {'w', 10080}, {'y', 525600}}};

/// `15-minutes`, `4 hours`, `24h`, `PT15M`, `P1D`, `7years`: a whole number and a unit. Null when it is something else.
Value parse_duration(Call& call) {
  if (call[0].is_null()) return Value::null(number_type());
  std::string text;
  for (const char c : call.text(0)) text += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  std::string_view rest = text;
  if (rest.starts_with('p')) rest.remove_prefix(rest.starts_with("pt") ? 2 : 1);
  int64_t amount = 0;
  std::size_t digits = 0;
  for (; digits < rest.size() && digits < 9 && std::isdigit(static_cast<unsigned char>(rest[digits])); ++digits) {
    amount = amount * 10 + (rest[digits] - '0');
  }
  rest.remove_prefix(digits);
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == '-' || rest.front() == '_')) rest.remove_prefix(1);
  if (digits == 0 || rest.empty()) return Value::null(number_type());
  if (rest.starts_with("mo")) return Value::integer(amount * 30 * 1440);
  for (const TimeUnit& unit : kUnits) {
    if (rest.front() == unit.letter) return Value::integer(amount * unit.minutes);
  }
  return Value::null(number_type());
}

constexpr uint16_t kAnything = kTakesNull | kTakesUnknown | kTakesChoice | kReadsMarks | kPackOnly;

constexpr Function kFunctions[] = {
    {"describe", "any -> text", kTakesNull | kTakesUnknown | kReadsMarks | kPackOnly, describe_value,
     "a value in words"},
    {"example", "any -> any", kAnything, example, "an item of a list to show, rather one that is there for certain"},
    {"fact_of", "any, text, text -> text", kTakesUnknown | kPackOnly, fact_of,
     "an unknown that is the same wherever the fact is mentioned: of what, which, and why it is open"},
    {"first", "any -> any", kAnything, first, "the first item of a list that is not null"},
    {"given", "any... -> any", kAnything, given,
     "the first argument that is not null; what is unknown counts as given"},
    {"is_looked_up", "any -> bool", kAnything, is_looked_up,
     "was a value read from something that exists elsewhere: a data source, an export?"},
    {"name_of", "any -> text", kAnything, name_of, "what the resource is called that a value was read from"},
    {"parse_duration", "text -> number", kTakesNull | kPackOnly, parse_duration, "minutes of a duration in words"},
    {"source_of", "any -> any", kAnything, source_of, "what a value was read from"},
    {"subject_of", "any -> any", kAnything, subject_of, "what an object is the view of"},
    {"unresolved", "text -> any", kTakesUnknown | kPackOnly, unresolved, "an unknown, with the reason"},
};

}  // namespace

std::span<const Function> reference_functions() { return kFunctions; }

}  // namespace holdfast
