#include "syntax/hcl.h"
#include "syntax/hcl_storage.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace holdfast;

namespace {

void expect(bool holds) {
  if (!holds) std::abort();
}

void expect_sound(const hcl::Tree& tree, const Diagnostics& diagnostics) {
  expect(hcl::is_sound(tree));
  expect(tree.has_errors == !diagnostics.all().empty());
  for (const hcl::Node& node : tree.nodes) expect(node.begin <= node.end && node.end <= tree.source.size());
  for (const Diagnostic& d : diagnostics.all()) expect(d.at.begin <= d.at.end && d.at.end <= tree.source.size());
}

}  // namespace

// Any bytes make a sound tree, in each of the three readings.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  const std::string_view source(reinterpret_cast<const char*>(data), size);
  for (const auto parse : {hcl::parse_file, hcl::parse_expression}) {
    Diagnostics diagnostics;
    expect_sound(parse(FileId{0}, source, diagnostics), diagnostics);
  }
  Diagnostics diagnostics;
  expect_sound(hcl::parse_template(FileId{0}, source, diagnostics), diagnostics);
  return 0;
}
