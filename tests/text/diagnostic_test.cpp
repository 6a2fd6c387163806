#include "text/diagnostic.h"

#include <doctest/doctest.h>

using namespace holdfast;

namespace {

constexpr DiagnosticKind kUnknownName{"test/unknown-name", Gravity::error, "`{}` is not known, did you mean `{}`?"};
constexpr DiagnosticKind kRemark{"test/remark", Gravity::note, "by the way"};

}  // namespace

TEST_CASE("a message names its arguments in order") {
  Diagnostics diagnostics;
  const Diagnostic& diagnostic = diagnostics.report(kUnknownName, Span{FileId{0}, 1, 3}, {"ab", "a{}b"});
  CHECK(diagnostic.message == "`ab` is not known, did you mean `a{}b`?");
  CHECK(diagnostic.at == Span{FileId{0}, 1, 3});
}

TEST_CASE("only errors count as errors, also appended ones") {
  Diagnostics all;
  all.report(kRemark, Span{});
  CHECK_FALSE(all.has_errors());
  Diagnostics more;
  more.report(kUnknownName, Span{}, {"a", "b"});
  all.append(more);
  CHECK(all.has_errors());
  CHECK(all.all().size() == 2);
}

TEST_CASE("a misspelt name finds the nearest candidate") {
  CHECK(nearest("schedul", {"rule", "schedule", "scheduler"}) == "schedule");
  CHECK(nearest("lokc", {"key", "lock"}) == "lock");
  CHECK(nearest("Name", {"game", "name"}) == "name");
  CHECK(nearest("tgas", {"tags", "tabs"}) == "tags");
}

TEST_CASE("a name that is near to nothing finds nothing") {
  CHECK(nearest("retention", {"schedule", "name"}) == "");
  CHECK(nearest("a", {"b"}) == "");
  CHECK(nearest("", {"b"}) == "");
  CHECK(nearest("name", {}) == "");
}
