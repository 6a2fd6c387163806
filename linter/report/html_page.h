#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

/// A page of HTML that needs nothing from anywhere: its styles and its script are inside, and it permits itself no
/// others. The title is text, the body is markup. It reads well without the script, which adds filter and search.
std::string html_page(std::string_view title, std::string_view body);

/// A form by which readers choose among the parts of the section that it begins: those with a `data-kind`, by kind and
/// by the words in them. Kinds are classes of the style; the most telling first. Empty when there is nothing to choose.
std::string html_filter(const std::vector<std::string_view>& kinds, std::string_view noun);

/// What a terminal would show in colours, as the content of a `pre` element.
std::string html_of_terminal(std::string_view text);

}  // namespace holdfast
