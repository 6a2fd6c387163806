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
  std::string_view tone = {};           // pass, fail, undecided
  std::vector<std::string> notes = {};  // in small print below
};

struct Heading {
  int level;
  std::string text;
  std::string anchor = {};
};
struct Paragraph {
  std::string text;
};
struct List {
  std::vector<std::string> items;
};
struct Grid {
  std::vector<std::string> head;
  std::vector<std::vector<Cell>> rows;
  std::vector<std::string_view> kinds = {};  // of each row, for readers to choose by; empty: there is nothing to choose
};

using Document = std::vector<std::variant<Heading, Paragraph, List, Grid>>;

std::string as_markdown(const Document& document);
/// A table in pieces, for who has no room for all of it.
std::string markdown_head(const Grid& grid);
std::string markdown_row(const std::vector<Cell>& row);

std::string as_html(const Document& document);
/// A page of its own. The title is what a window shows.
std::string as_html_page(const Document& document, std::string_view title);

}  // namespace holdfast::page
