#include "report/document.h"
#include "report/place.h"
#include "report/table_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace holdfast {

using page::Document, page::Grid, page::Heading, page::List, page::Paragraph;

namespace {

std::string_view tone_of(Truth met) {
  switch (met) {
    case Truth::yes: return "pass";
    case Truth::no: return "fail";
    case Truth::unknown: return "undecided";
  }
  return {};
}

/// What is said of a row as a whole: the worst of it.
std::string_view kind_of(const Row& row) {
  const auto has = [&](Truth met) {
    return std::ranges::any_of(row.cells, [&](const Cell& cell) { return cell.met == met; });
  };
  return has(Truth::no) ? "unmet" : has(Truth::unknown) ? "undecided" : "met";
}

page::Cell name_cell(const Report& report, const Row& row) {
  page::Cell cell{.text = row.address, .is_code = true};
  if (const auto place = place_of(report, row.at)) {
    cell.target = web_page(report, *place);
    cell.notes.push_back(fmt::format("{}:{}", place->path, place->begin.line));
  }
  if (std::string when = circumstances(row); !when.empty()) cell.notes.push_back(std::move(when));
  return cell;
}

}  // namespace

Grid table_grid(const Report& report) {
  const Survey& survey = report.survey;
  Grid grid{.head = {survey.table->subject}, .rows = {}};
  grid.head[0][0] = static_cast<char>(std::toupper(static_cast<unsigned char>(grid.head[0][0])));
  for (const Column& column : survey.table->columns) {
    if (!column.title.empty()) grid.head.push_back(column.title);
  }
  for (const Row& row : survey.rows) {
    std::vector<page::Cell>& cells = grid.rows.emplace_back();
    cells.push_back(name_cell(report, row));
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (survey.table->columns[i].title.empty()) continue;
      const Cell& cell = row.cells[i];
      cells.push_back({.text = in_words(cell), .tone = cell.met ? tone_of(*cell.met) : std::string_view()});
    }
    grid.kinds.push_back(kind_of(row));
  }
  return grid;
}

void add_table(Document& document, const Report& report) {
  if (report.survey.rows.empty()) {
    document.push_back(Paragraph{"There is no " + report.survey.table->subject + " here."});
    return;
  }
  document.push_back(table_grid(report));
  if (std::vector<std::string> open = open_questions(report); !open.empty()) {
    document.push_back(Paragraph{"Undecided:"});
    document.push_back(List{std::move(open)});
  }
}

std::string markdown_table(const Report& report, const ReportOptions&) {
  Document document;
  document.push_back(Heading{2, report.survey.table->title});
  add_table(document, report);
  return page::as_markdown(document);
}

std::string html_table(const Report& report, const ReportOptions&) {
  Document document;
  document.push_back(Heading{1, report.survey.table->title});
  add_table(document, report);
  return page::as_html_page(document, report.survey.table->title);
}

}  // namespace holdfast
