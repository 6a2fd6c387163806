#pragma once

#include "rule/finding.h"
#include "text/source.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast {

/// One finding that the author of a fixture expects.
struct Expectation {
  Verdict verdict = Verdict::fail;
  bool is_suppressed = false;            // somebody accepts it, whether it fails or is undecided
  std::string id;                        // of a rule, or of a diagnostic
  uint32_t line = 1;                     // in which the finding's span begins
  std::optional<uint32_t> first_column;  // empty: anywhere in the line
  std::optional<uint32_t> last_column;
};

/// What the text of a fixture says about the fixture.
struct FixtureNotes {
  std::vector<Expectation> expectations;
  std::vector<std::string> options;   // words of the command line to analyse it with
  std::vector<std::string> rules;     // to judge it by instead of its own; "all" is every rule
  std::vector<Expectation> mistakes;  // notes that cannot be read: their line, and the words as id

  void append(const FixtureNotes& other);
};

/// Reads the comments of a fixture:
///
///     days = 0     # expect: pack/days-valid
///     #      ^ pack/days-valid                       the exact columns, in a line below
///     days = var.n # expect-undecided: pack/days-valid
///     # with: --var n=1                              in a line of its own
///     # rules: all                                   in a line of its own
///
/// Where a finding is expected, several ids may stand; `# expect-pass:` asks for a pass, `# expect-suppressed:` for a
/// finding that somebody accepts.
FixtureNotes read_comments(const SourceFile& file);

/// Reads what stands beside a fixture that cannot have comments: lines `line:column id` or `line:column-column id`,
/// preceded by the word `undecided`, `pass` or `suppressed` if the finding is no failure, and `# with:` and `# rules:`
/// as above.
FixtureNotes read_sidecar(const SourceFile& file);

}  // namespace holdfast
