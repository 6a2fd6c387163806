#pragma once

#include <string>
#include <string_view>

namespace holdfast {

/// A page of HTML that needs nothing from anywhere: its styles and its script are inside, and it permits itself no
/// others. The title is text, the body is markup. It reads well without the script, which adds filter and search.
std::string html_page(std::string_view title, std::string_view body);

/// What a terminal would show in colours, as the content of a `pre` element.
std::string html_of_terminal(std::string_view text);

}  // namespace holdfast
