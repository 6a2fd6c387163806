#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace holdfast {

std::string base64_encode(std::string_view bytes);
/// Empty when the text is no padded base64.
std::optional<std::string> base64_decode(std::string_view text);

/// Text in an encoding with units of one byte (Latin 1) or two (UTF-16). Empty when a character has no place there.
std::optional<std::string> encode_text(std::string_view text, int unit, bool little_endian);
std::string decode_text(std::string_view bytes, int unit, bool little_endian);

}  // namespace holdfast
