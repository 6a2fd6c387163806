#include "syntax/hcl_storage.h"
#include "hcl_print.h"

#include <doctest/doctest.h>

#include <cstring>
#include <vector>

using namespace holdfast;

namespace {

constexpr std::string_view kSource = "a \"b\" {\n  c = \"x\\n${d.e}\"\n}\n";

hcl::Tree parsed() {
  Diagnostics diagnostics;
  return hcl::parse_file(FileId{1}, kSource, diagnostics);
}

}  // namespace

TEST_CASE("a stored tree is used in place") {
  const hcl::Tree tree = parsed();
  std::vector<std::uint64_t> memory(hcl::stored(tree).size() / 8 + 1);
  const std::span bytes(reinterpret_cast<std::byte*>(memory.data()), hcl::stored(tree).size());
  std::memcpy(bytes.data(), hcl::stored(tree).data(), bytes.size());

  const std::optional<hcl::Tree> loaded = hcl::load(FileId{2}, kSource, bytes);
  REQUIRE(loaded.has_value());
  CHECK(hcl::print(*loaded, loaded->root) == hcl::print(tree, tree.root));
  CHECK(loaded->span(loaded->root).file == FileId{2});
  CHECK(static_cast<const void*>(loaded->nodes.data()) > static_cast<const void*>(bytes.data()));
  CHECK(hcl::is_sound(*loaded));
  CHECK(hcl::stored(*loaded).size() == bytes.size());
}

TEST_CASE("other bytes are no tree") {
  const hcl::Tree tree = parsed();
  const std::span<const std::byte> bytes = hcl::stored(tree);
  CHECK_FALSE(hcl::load(FileId{2}, kSource, {}).has_value());
  CHECK_FALSE(hcl::load(FileId{2}, kSource, bytes.first(bytes.size() - 1)).has_value());
  CHECK_FALSE(hcl::load(FileId{2}, "another source", bytes).has_value());
}

TEST_CASE("indexes that leave the tree are found") {
  const hcl::Tree tree = parsed();
  std::vector<hcl::Node> nodes(tree.nodes.begin(), tree.nodes.end());
  hcl::Tree broken = tree;
  broken.nodes = nodes;
  CHECK(hcl::is_sound(broken));
  nodes[2].text = 1000;
  CHECK_FALSE(hcl::is_sound(broken));
  nodes[2].text = 0;
  nodes[3].first_child = 1000;
  nodes[3].child_count = 1;
  CHECK_FALSE(hcl::is_sound(broken));
}

TEST_CASE("a copy of a tree outlives it") {
  hcl::Tree copy;
  {
    const hcl::Tree tree = parsed();
    copy = tree;
  }
  CHECK(hcl::print(copy, copy.root) == "{a \"b\" {c=`\"x\\n\" (. d e)`}}");
}
