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
  /// Items without a key; an object's members; cases by their worlds, as `Worlds` tells them. A case without any is
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

/// The worlds of a condition, as far as an author can tell them from others: "Environment is prod or Environment is
/// test", "Environment is prod, perhaps when Environment is test", "perhaps when Environment is prod". No words when
/// nobody can tell any.
struct Worlds {
  std::string words;
  /// It holds in these, and in no others.
  bool is_exact = false;
};
Worlds worlds_of(Condition condition, Condition assumption, Arena& arena);

/// "when Environment is prod", "perhaps when Environment is test".
std::string when(std::string_view worlds);

}  // namespace holdfast
