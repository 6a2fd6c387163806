#include "report/document.h"

#include "report/escape.h"
#include "report/html_page.h"

#include <fmt/format.h>

namespace holdfast::page {
namespace {

struct Markdown {
  std::string operator()(const Heading& heading) const {
    const std::string anchor =
        heading.anchor.empty() ? "" : fmt::format("<a id=\"{}\"></a>", markup_text(heading.anchor));
    return fmt::format("{} {}{}\n\n", std::string(static_cast<std::size_t>(heading.level), '#'), anchor,
                       markdown_text(heading.text));
  }

  std::string operator()(const Paragraph& paragraph) const { return markdown_text(paragraph.text) + "\n\n"; }

  std::string operator()(const Grid& grid) const {
    std::string out = "|";
    for (const std::string& name : grid.head) out += fmt::format(" {} |", markdown_text(name));
    out += "\n|";
    for (std::size_t i = 0; i < grid.head.size(); ++i) out += " --- |";
    for (const auto& row : grid.rows) {
      out += "\n|";
      for (const Cell& cell : row) out += fmt::format(" {} |", of(cell));
    }
    return out + "\n\n";
  }

 private:
  static std::string of(const Cell& cell) {
    const std::string text = cell.is_code ? markdown_code(cell.text) : markdown_text(cell.text);
    return cell.target.empty() ? text : fmt::format("[{}]({})", text, cell.target);
  }
};

struct Html {
  std::string operator()(const Heading& heading) const {
    const std::string anchor = heading.anchor.empty() ? "" : fmt::format(" id=\"{}\"", markup_text(heading.anchor));
    return fmt::format("<h{0}{1}>{2}</h{0}>\n", heading.level, anchor, markup_text(heading.text));
  }

  std::string operator()(const Paragraph& paragraph) const {
    return fmt::format("<p>{}</p>\n", markup_text(paragraph.text));
  }

  std::string operator()(const Grid& grid) const {
    std::string out = "<div class=\"scroll\"><table>\n<thead><tr>";
    for (const std::string& name : grid.head) out += fmt::format("<th>{}</th>", markup_text(name));
    out += "</tr></thead>\n<tbody>\n";
    for (const auto& row : grid.rows) {
      out += "<tr>";
      for (const Cell& cell : row) out += fmt::format("<td>{}</td>", of(cell));
      out += "</tr>\n";
    }
    return out + "</tbody></table></div>\n";
  }

 private:
  static std::string of(const Cell& cell) {
    std::string text = markup_text(cell.text);
    if (cell.is_code) text = "<code>" + text + "</code>";
    return cell.target.empty() ? text : fmt::format("<a href=\"{}\">{}</a>", markup_text(cell.target), text);
  }
};

template <class Language>
std::string written(const Document& document) {
  std::string out;
  for (const auto& block : document) out += std::visit(Language{}, block);
  return out;
}

}  // namespace

std::string as_markdown(const Document& document) { return written<Markdown>(document); }

std::string as_html(const Document& document, std::string_view title) {
  return html_page(title, "<main>\n" + written<Html>(document) + "</main>\n");
}

}  // namespace holdfast::page
