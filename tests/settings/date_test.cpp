#include "settings/date.h"

#include <doctest/doctest.h>

using namespace holdfast;

TEST_CASE("a date is a day that exists") {
  CHECK(is_date("2028-02-29"));
  CHECK(is_date(current_date()));
  for (const char* text : {"2027-02-29", "2027-13-01", "2027-00-10", "27-01-01", "2027-1-01", "2027/01/01",
                           "+027-01-01", "2027-01-01T00:00", "never", ""}) {
    CAPTURE(text);
    CHECK_FALSE(is_date(text));
  }
}
