#pragma once

#include "text/source.h"

#include <cstdint>
#include <string>
#include <vector>

namespace holdfast {

/// What a line and the text after it hash to, and how many lines up to here hash the same: the fingerprint by which
/// code scanning recognises a result after the lines around it have moved.
struct LineHash {
  uint64_t hash = 0;
  uint32_t occurrence = 0;
};

/// "c129715d7a2bc9a3:1"
std::string to_string(const LineHash& line);

/// Hashes of all lines, first line first. A rolling hash over 100 UTF-16 units from the start of each line, blanks left
/// out, as the uploader of code scanning computes it.
std::vector<LineHash> line_hashes(const SourceFile& file);

}  // namespace holdfast
