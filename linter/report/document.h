#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// A page to read, before it is Markdown or HTML. All text is plain and is escaped when it is written.
namespace holdfast::page {

struct Cell {
  std::string text;
  std::string target = {};  // of a link: an address, or "#" and the anchor of a heading
  bool is_code = false;
};

struct Heading {
  int level;
  std::string text;
  std::string anchor = {};
};
struct Paragraph {
  std::string text;
};
struct Grid {
  std::vector<std::string> head;
  std::vector<std::vector<Cell>> rows;
};

using Document = std::vector<std::variant<Heading, Paragraph, Grid>>;

std::string as_markdown(const Document& document);
/// The title is what a window shows.
std::string as_html(const Document& document, std::string_view title);

}  // namespace holdfast::page
