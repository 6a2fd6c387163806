#include "survey/datum.h"

#include "expression/worlds.h"
#include "value/entity.h"
#include "value/number.h"

#include <fmt/format.h>

#include <algorithm>

namespace holdfast {

namespace {

/// Nobody reads more cases than that.
constexpr std::size_t kCasesMax = 16;

/// Nor more worlds of one case than that.
constexpr std::size_t kWorldsMax = 4;
constexpr std::string_view kPerhaps = "perhaps";

/// Facts that nobody can name are variables called by their reason.
bool can_be_named(const Variable& variable) { return variable.name != variable.reason; }

class Detaching {
 public:
  Detaching(Condition assumption, Evaluation& evaluation, std::vector<OpenQuestion>& open)
      : assumption_(assumption), evaluation_(evaluation), open_(open) {}

  Datum detach(const Value& value) {
    switch (value.kind()) {
      case ValueKind::null:
      case ValueKind::absent: return {};
      case ValueKind::boolean: return detach_boolean(value);
      case ValueKind::number:
        if (is_infinite(value)) return Datum(Datum::Kind::text, "infinity");
        return Datum(Datum::Kind::number, to_string_number(value));
      case ValueKind::text: return Datum(Datum::Kind::text, std::string(value.as_text()));
      case ValueKind::entity: return Datum(Datum::Kind::text, value.as_entity().label());
      case ValueKind::list:
      case ValueKind::set:
      case ValueKind::tuple: return detach_items(value);
      case ValueKind::map:
      case ValueKind::object: return detach_entries(value);
      case ValueKind::unknown: return detach_unknown(value);
      case ValueKind::choice: return detach_choice(value);
    }
    return {};
  }

 private:
  static Datum detach_boolean(const Value& value) {
    Datum datum(Datum::Kind::boolean);
    datum.flag = value.as_boolean();
    return datum;
  }

  Datum detach_items(const Value& value) {
    Datum list(Datum::Kind::list);
    for (const Value& item : value.items()) list.members.push_back({{}, detach(item)});
    return list;
  }

  Datum detach_entries(const Value& value) {
    Datum object(Datum::Kind::object);
    for (const Value::Entry& entry : value.entries())
      object.members.push_back({std::string(entry.key), detach(entry.value)});
    return object;
  }

  void ask(std::string_view reason, std::string_view input) {
    const OpenQuestion question{std::string(reason), std::string(input)};
    if (!reason.empty() && std::find(open_.begin(), open_.end(), question) == open_.end()) open_.push_back(question);
  }

  Datum detach_unknown(const Value& value) {
    const Unknown& unknown = value.as_unknown();
    Datum datum(Datum::Kind::undecided);
    for (const Value& part : unknown.parts) {
      if (part.is_text())
        datum.text += part.as_text();
      else
        datum.text += describe(part, evaluation_.arena), detach(part);
    }
    if (unknown.parts.empty()) ask(unknown.reason, unknown.input);
    const bool is_text = unknown.type && unknown.type->kind == TypeKind::text;
    if (is_text && unknown.parts.empty() && !unknown.input.empty())
      datum.text = "${" + std::string(unknown.input) + "}";
    if (!is_text && unknown.minimum && unknown.minimum->is_number()) datum.minimum = digits(*unknown.minimum);
    if (!is_text && unknown.maximum && unknown.maximum->is_number()) datum.maximum = digits(*unknown.maximum);
    return datum;
  }

  static std::string digits(const Value& number) {
    return is_infinite(number) ? std::string() : to_string_number(number);
  }

  Datum detach_choice(const Value& value) {
    struct Case {
      Condition condition;
      Datum value;
      bool is_absent;
    };
    std::vector<Case> cases;
    for (const Leaf& leaf : leaves(value, evaluation_)) {
      const Condition condition = conjoin(evaluation_.arena, assumption_, leaf.condition);
      if (satisfiable(condition) == Truth::no) continue;
      for (const Variable* variable : variables(leaf.condition)) {
        if (!variable->declared) ask(variable->reason, variable->input);
      }
      Case added{leaf.condition, detach(leaf.value), leaf.value.is_absent()};
      const auto same = std::find_if(cases.begin(), cases.end(), [&](const Case& known) {
        return known.value == added.value && known.is_absent == added.is_absent;
      });
      if (same == cases.end())
        cases.push_back(std::move(added));
      else
        same->condition = disjoin(evaluation_.arena, same->condition, added.condition);
    }
    if (cases.size() == 1 && !cases[0].is_absent) return std::move(cases[0].value);
    if (cases.size() > kCasesMax) return Datum(Datum::Kind::undecided);
    Datum datum(Datum::Kind::cases);
    // What vanishes is no case.
    const bool covers_all = std::erase_if(cases, [](const Case& found) { return found.is_absent; }) == 0;
    bool are_told = covers_all;
    for (const Case& found : cases) {
      const bool is_rest = are_told && &found == &cases.back();
      Worlds worlds =
          is_rest ? Worlds{std::string(kOtherwise), true} : worlds_of(found.condition, assumption_, evaluation_.arena);
      are_told &= worlds.is_exact;
      datum.members.push_back({std::move(worlds.words), found.value});
    }
    add_bounds(datum);
    return datum;
  }

  /// Of numbers: the least and the most that they can be in any case.
  static void add_bounds(Datum& datum) {
    const Datum* least = nullptr;
    const Datum* most = nullptr;
    for (const Datum::Member& member : datum.members) {
      if (member.value.kind != Datum::Kind::number) return;
      const auto is_less = [](const Datum& a, const Datum& b) { return std::stod(a.text) < std::stod(b.text); };
      if (!least || is_less(member.value, *least)) least = &member.value;
      if (!most || is_less(*most, member.value)) most = &member.value;
    }
    if (!least) return;
    datum.minimum = least->text;
    datum.maximum = most->text;
  }

  Condition assumption_;
  Evaluation& evaluation_;
  std::vector<OpenQuestion>& open_;
};

}  // namespace

Worlds worlds_of(Condition condition, Condition assumption, Arena& arena) {
  const std::vector<const Variable*> told = variables(condition);
  std::string certain, possible;
  Condition left = conjoin(arena, assumption, condition);
  for (std::size_t count = 0; count < kWorldsMax; ++count) {
    World world;
    const Truth is_left = satisfiable(left, &world);
    if (is_left == Truth::no) break;
    std::erase_if(world, [&](const Assignment& assignment) {
      return !can_be_named(*assignment.variable) ||
             std::find(told.begin(), told.end(), assignment.variable) == told.end();
    });
    if (is_left == Truth::unknown || world.empty()) return {};
    const Condition named = as_condition(world, arena);
    const bool is_certain = implied(conjoin(arena, assumption, named), condition, arena) == Truth::yes;
    std::string& words = is_certain ? certain : possible;
    words += (words.empty() ? "" : " or ") + to_string(world);
    left = conjoin(arena, left, negate(arena, named));
  }
  const bool is_exact = possible.empty() && satisfiable(left) == Truth::no;
  if (!possible.empty()) certain += fmt::format("{}{} when {}", certain.empty() ? "" : ", ", kPerhaps, possible);
  return {std::move(certain), is_exact};
}

std::string when(std::string_view worlds) {
  return worlds.starts_with(kPerhaps) ? std::string(worlds) : "when " + std::string(worlds);
}

Datum detached(const Value& value, Condition assumption, Evaluation& evaluation, std::vector<OpenQuestion>& open) {
  return Detaching(assumption, evaluation, open).detach(under(value, assumption, evaluation.arena));
}

}  // namespace holdfast
