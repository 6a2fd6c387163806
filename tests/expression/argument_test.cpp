#include "workbench.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace holdfast {

namespace {

using Texts = std::vector<std::string>;

/// Values that a function may not have thought of, outside and inside of collections.
const Texts kOdd{"null",
                 "us",
                 "ud",
                 "ub ? 1 : null",
                 "\"\"",
                 "-1",
                 "1e400",
                 "1 / 0",
                 "[]",
                 "[null]",
                 "[us, ud]",
                 "[[null], us]",
                 "ub ? [] : [\"a\"]",
                 "sp",
                 "[ub ? 1 : \"a\"]",
                 "{}",
                 "{a = null}",
                 "{a = us}",
                 "{a = [null, us, ud]}",
                 "um",
                 "ul",
                 "nl",
                 "[for x in l : x if ub]",
                 "{for x in l : x => x if ub}",
                 "sensitive([null])",
                 "[sensitive(us)]",
                 "{a = ub ? null : []}",
                 "nosuch",
                 "\"a${us}b\""};
const Texts kOddest{"null", "us", "\"\"", "-1", "[null, us]", "ub ? [] : [null]"};

/// Calls a function with every combination of these, so many at once.
void call_with_all(Workbench& bench, const std::string& name, const Texts& values, int count,
                   const std::string& arguments = "") {
  if (count == 0) {
    bench.show(name + "(" + arguments + ")");
    return;
  }
  for (const std::string& value : values) {
    call_with_all(bench, name, values, count - 1, arguments.empty() ? value : arguments + ", " + value);
  }
}

}  // namespace

TEST_CASE("no function is upset by any argument") {
  for (const bool is_pack : {false, true}) {
    Workbench names;
    for (const std::string_view name : names.functions.names(is_pack)) {
      Workbench bench;
      bench.evaluation.is_pack = is_pack;
      call_with_all(bench, std::string(name), kOdd, 1);
      call_with_all(bench, std::string(name), kOdd, 2);
      call_with_all(bench, std::string(name), kOddest, 3);
    }
  }
}

}  // namespace holdfast
