#pragma once

#include "expression/evaluate.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace holdfast {

/// Something that a value hangs on, and the input that would settle it (may be empty).
struct OpenQuestion {
  std::string reason;
  std::string input;
  auto operator<=>(const OpenQuestion&) const = default;
};

/// A value that has left its deployment: what reports show of it, in every world and as far as it is known.
struct Datum {
  enum class Kind : uint8_t { null, boolean, number, text, list, object, cases, undecided };
  struct Member;

  Datum() = default;
  explicit Datum(Kind kind, std::string text = {});

  Kind kind = Kind::null;
  bool flag = false;
  /// A number in digits, a text; of something undecided what is written of it, with `${input}` for the rest, or
  /// nothing.
  std::string text = {};
  /// Items without a key; an object's members; cases by their worlds ("Environment is prod"). A case without a world is
  /// perhaps so; where no case holds there is nothing.
  std::vector<Member> members;
  /// What nevertheless is known of a number, in digits; empty: no bound. Inclusive.
  std::string minimum = {}, maximum = {};

  bool operator==(const Datum&) const = default;
};

struct Datum::Member {
  std::string key;
  Datum value;
  bool operator==(const Member&) const = default;
};

inline Datum::Datum(Kind its_kind, std::string its_text) : kind(its_kind), text(std::move(its_text)) {}

/// The case that holds wherever the ones before it do not.
inline constexpr std::string_view kOtherwise = "otherwise";

/// Detaches a value that holds under an assumption. What it hangs on is added to the questions.
Datum detached(const Value& value, Condition assumption, Evaluation& evaluation, std::vector<OpenQuestion>& open);

/// "Environment is prod": a world of the condition, as far as its author can tell it from others; empty when nobody
/// can.
std::string world_of(Condition condition, Condition assumption, Arena& arena);

}  // namespace holdfast
