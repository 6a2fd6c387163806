#include "report/escape.h"
#include "report/table_report.h"

#include <fmt/format.h>

namespace holdfast {

namespace {

constexpr std::string_view kStyle = R"css(
:root { color-scheme: light dark; --met: #17692f; --unmet: #c4321c; --open: #7a3fa8; --line: #8884; }
@media (prefers-color-scheme: dark) { :root { --met: #62c584; --unmet: #ff8f6b; --open: #c99af0; } }
body { margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem); font: 1rem/1.5 system-ui, sans-serif; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; }
th, td { padding: .4rem .8rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th[scope=row] { font-family: ui-monospace, Menlo, Consolas, monospace; font-weight: 600; }
small { display: block; font-weight: 400; opacity: .7; }
.met { color: var(--met); } .unmet { color: var(--unmet); } .open { color: var(--open); }
)css";

std::string_view class_of(const Cell& cell) {
  if (!cell.met) return "";
  return *cell.met == Truth::yes ? " class=\"met\"" : *cell.met == Truth::no ? " class=\"unmet\"" : " class=\"open\"";
}

std::string row_markup(const TableReport& report, const Row& row) {
  std::string place;
  if (row.at.exists()) {
    const SourceFile& file = report.analysis.workspace->file(row.at.file);
    place = fmt::format("{}:{}", file.path(), file.position(row.at.begin).line);
  }
  std::string text =
      fmt::format("<tr><th scope=\"row\">{}<small>{}</small>", markup_text(row.address), markup_text(place));
  if (const std::string when = circumstances(row); !when.empty()) text += "<small>" + markup_text(when) + "</small>";
  text += "</th>";
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (report.table.columns[i].title.empty()) continue;
    text += fmt::format("<td{}>{}</td>", class_of(row.cells[i]), markup_text(in_words(row.cells[i])));
  }
  return text + "</tr>\n";
}

}  // namespace

std::string html_table(const TableReport& report) {
  const std::string title = markup_text(report.table.title);
  std::string text = fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
      "content=\"width=device-width\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<h1>{}</h1>\n",
      title, kStyle, title);
  text += fmt::format("<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">{}</th>",
                      markup_text(report.table.subject));
  for (const Column& column : report.table.columns) {
    if (!column.title.empty()) text += "<th scope=\"col\">" + markup_text(column.title) + "</th>";
  }
  text += "</tr></thead>\n<tbody>\n";
  for (const Row& row : report.rows) text += row_markup(report, row);
  text += "</tbody>\n</table></div>\n";
  const std::vector<std::string> open = open_questions(report);
  if (!open.empty()) {
    text += "<h2>Undecided</h2>\n<ul>\n";
    for (const std::string& line : open) text += "<li>" + markup_text(line) + "</li>\n";
    text += "</ul>\n";
  }
  return text + "</body>\n</html>\n";
}

}  // namespace holdfast
