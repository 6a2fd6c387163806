#pragma once

#include "rule/rule.h"
#include "text/source.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

enum class Verdict : uint8_t { pass, fail, undecided, not_applicable };

std::string_view to_string(Verdict verdict);

/// A second place that a finding shows, and what is there.
struct Evidence {
  Span at;
  std::string text;  // "this plan selects it"
};

/// Why a finding is accepted for now, by whom and how long.
struct Suppression {
  bool is_in_source = true;  // a comment or metadata; false: configuration or baseline
  std::string reason;
  std::string owner;
  std::string expires;  // "2027-01-31", or empty
  Span at;              // what suppresses
};

/// How a fault stands to what was known before, when somebody says what was.
enum class BaselineState : uint8_t { added, unchanged, absent };

/// One decision of one rule about one resource (or, for set rules, about the deployment).
struct Finding {
  const Rule* rule = nullptr;
  Verdict verdict = Verdict::fail;
  Severity severity = Severity::medium;
  /// One sentence in the user's own names. For undecided it ends in the reason.
  std::string message;
  /// The narrowest text that is wrong; the resource's header when something is missing.
  Span at;
  /// Where the resource is declared, wherever `at` points.
  Span header;
  std::string resource;       // address or logical id
  std::string resource_type;  // the provider's own name
  std::string construct;      // what the author calls it where a program wrote the source; may be empty
  /// Tells findings of one rule about one resource apart: the name of the plan rule, the key of a list item.
  std::string discriminator;
  std::vector<Evidence> evidence;
  /// Where the value at `at` was passed from, nearest first, down to the literal. Empty when it was written right
  /// there.
  std::vector<Evidence> flow;
  /// Module calls (outermost first) or parent stacks through which the resource came in.
  std::vector<Span> call_chain;
  /// The world in which it fails, when it does not fail in all: "Environment is prod". Before it the configured
  /// environments, when not all of them have the finding.
  std::string world;
  /// What an undecided verdict hangs on, and the inputs that would decide it. Sorted, without repeats.
  std::vector<std::string> reasons;
  std::vector<std::string> inputs;
  /// Sub-expressions that decided, with their values, as the explanation prints them.
  std::vector<std::string> because;
  std::optional<Suppression> suppression;
  std::optional<BaselineState> baseline;
};

/// That something passes a rule or is none of its business, where nobody asks for more than how often that is so. Of
/// these there are many more than findings.
struct PlainVerdict {
  const Rule* rule = nullptr;
  Verdict verdict = Verdict::pass;
  /// Differs between all that a finding would be told of apart, and is the same in all environments.
  uint64_t subject = 0;

  friend auto operator<=>(const PlainVerdict&, const PlainVerdict&) = default;
};

}  // namespace holdfast
