#include "report/document.h"

#include "report/escape.h"
#include "report/html_page.h"

#include <fmt/format.h>

namespace holdfast::page {
namespace {

std::string markdown_cell(const Cell& cell) {
  std::string text = cell.is_code ? markdown_code(cell.text) : markdown_text(cell.text);
  if (!cell.target.empty()) text = fmt::format("[{}]({})", text, cell.target);
  for (const std::string& note : cell.notes) text += "<br>" + markdown_text(note);
  return text;
}

struct Markdown {
  std::string operator()(const Heading& heading) const {
    const std::string anchor =
        heading.anchor.empty() ? "" : fmt::format("<a id=\"{}\"></a>", markup_text(heading.anchor));
    return fmt::format("{} {}{}\n\n", std::string(static_cast<std::size_t>(heading.level), '#'), anchor,
                       markdown_text(heading.text));
  }

  std::string operator()(const Paragraph& paragraph) const { return markdown_text(paragraph.text) + "\n\n"; }

  std::string operator()(const List& list) const {
    std::string out;
    for (const std::string& item : list.items) out += "- " + markdown_text(item) + "\n";
    return out + "\n";
  }

  std::string operator()(const Grid& grid) const {
    std::string out = markdown_head(grid);
    for (const auto& row : grid.rows) out += markdown_row(row);
    return out + "\n";
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

  std::string operator()(const List& list) const {
    std::string out = "<ul>\n";
    for (const std::string& item : list.items) out += "<li>" + markup_text(item) + "</li>\n";
    return out + "</ul>\n";
  }

  std::string operator()(const Grid& grid) const {
    std::string out = "<div class=\"scroll\"><table>\n<thead><tr>";
    for (const std::string& name : grid.head) out += fmt::format("<th>{}</th>", markup_text(name));
    out += "</tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < grid.rows.size(); ++i) {
      out += grid.kinds.empty() ? "<tr>" : fmt::format("<tr data-kind=\"{}\">", grid.kinds[i]);
      for (const Cell& cell : grid.rows[i]) out += of(cell);
      out += "</tr>\n";
    }
    out += "</tbody></table></div>\n";
    return grid.kinds.empty() ? out : "<section>\n" + html_filter(grid.kinds, "rows") + out + "</section>\n";
  }

 private:
  static std::string of(const Cell& cell) {
    std::string text = markup_text(cell.text);
    if (cell.is_code) text = "<code>" + text + "</code>";
    if (!cell.target.empty()) text = fmt::format("<a href=\"{}\">{}</a>", markup_text(cell.target), text);
    for (const std::string& note : cell.notes) text += "<small>" + markup_text(note) + "</small>";
    return cell.tone.empty() ? "<td>" + text + "</td>" : fmt::format("<td class=\"tone {}\">{}</td>", cell.tone, text);
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

std::string markdown_head(const Grid& grid) {
  std::string names = "|";
  std::string rule = "|";
  for (const std::string& name : grid.head) {
    names += fmt::format(" {} |", markdown_text(name));
    rule += " --- |";
  }
  return names + "\n" + rule + "\n";
}

std::string markdown_row(const std::vector<Cell>& row) {
  std::string out = "|";
  for (const Cell& cell : row) out += fmt::format(" {} |", markdown_cell(cell));
  return out + "\n";
}

std::string as_html(const Document& document) { return written<Html>(document); }

std::string as_html_page(const Document& document, std::string_view title) {
  return html_page(title, "<main>\n" + as_html(document) + "</main>\n");
}

}  // namespace holdfast::page
