#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace holdfast {

/// One pack file as it is stored in the program: its text, and its tree ready to use.
struct EmbeddedPackFile {
  std::string_view path;  // relative to the folder of packs
  std::string_view source;
  std::span<const std::byte> tree;
};

/// Defined by generated code (pack_compiler.cpp).
std::span<const EmbeddedPackFile> embedded_packs();

}  // namespace holdfast
