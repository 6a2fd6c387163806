#pragma once

#include "text/diagnostic.h"

#include <optional>
#include <string>
#include <string_view>

namespace holdfast {

struct EncodingMessages {
  const DiagnosticKind& not_utf8;
  const DiagnosticKind& control_character;
};

/// The source as a parser can take it, of the same length: bytes that are no UTF-8 and control characters are reported
/// (the first of each) and replaced in a copy held by `buffer`. Nothing for another encoding altogether.
std::optional<std::string_view> readable(FileId file, std::string_view source, std::string& buffer,
                                         const EncodingMessages& messages, Diagnostics& diagnostics);

}  // namespace holdfast
