#pragma once

#include <string>
#include <string_view>

namespace holdfast {

/// Text for `message.text`, where braces would be placeholders and `[a](1)` a link. Readers do not agree on how to
/// escape a brace, so it becomes its full-width form; line ends become blanks.
std::string sarif_text(std::string_view text);

/// The same as a sentence, with its full stop.
std::string sarif_sentence(std::string_view text);

/// A link to the location of that id, as it may stand in a message.
std::string sarif_link(std::string_view text, std::size_t id);

/// "lock-present" -> "LockPresent"
std::string pascal_case(std::string_view id);

}  // namespace holdfast
