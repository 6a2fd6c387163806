#include "report/location_path.h"

#include <doctest/doctest.h>

using namespace holdfast;

TEST_CASE("a path is made absolute without looking at the disk") {
  CHECK(absolute_path("/work", "a/b.tf") == "/work/a/b.tf");
  CHECK(absolute_path("/work", "./a/.././b.tf") == "/work/b.tf");
  CHECK(absolute_path("/work", "../b.tf") == "/b.tf");
  CHECK(absolute_path("/work", "../../../b.tf") == "/b.tf");
  CHECK(absolute_path("/work", "/other//b.tf") == "/other/b.tf");
}

TEST_CASE("a path is below a folder when the folder is one of its parts") {
  CHECK(path_below("/work", "/work/a/b.tf") == "a/b.tf");
  CHECK(path_below("/work/", "/work/b.tf") == "b.tf");
  CHECK(path_below("/", "/b.tf") == "b.tf");
  CHECK(path_below("/work", "/workshop/b.tf") == "");
  CHECK(path_below("/work", "/work") == "");
}

TEST_CASE("what could mean something else in a URI is encoded in upper case") {
  CHECK(percent_encoded("a/b-c_d.e~f.tf") == "a/b-c_d.e~f.tf");
  CHECK(percent_encoded("a b:c?d#e%f[g]\\h") == "a%20b%3Ac%3Fd%23e%25f%5Bg%5D%5Ch");
  CHECK(percent_encoded("é") == "%C3%A9");
}
