#include "report/escape.h"
#include "report/table_report.h"

#include <fmt/format.h>

namespace holdfast {

std::string markdown_table(const TableReport& report) {
  std::string text = "## " + markdown_text(report.table.title) + "\n\n";
  if (report.rows.empty()) return text + "There is no " + report.table.subject + " here.\n";
  std::string head = "| " + report.table.subject;
  std::string rule = "| ---";
  for (const Column& column : report.table.columns) {
    if (column.title.empty()) continue;
    head += " | " + markdown_text(column.title);
    rule += " | ---";
  }
  text += head + " |\n" + rule + " |\n";
  for (const Row& row : report.rows) {
    text +=
        "| " + markdown_code(row.address) + (circumstances(row).empty() ? "" : " " + markdown_text(circumstances(row)));
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (!report.table.columns[i].title.empty()) text += " | " + markdown_text(in_words(row.cells[i]));
    }
    text += " |\n";
  }
  text += '\n';
  for (const std::string& line : open_questions(report)) text += "- " + markdown_text(line) + "\n";
  return text;
}

}  // namespace holdfast
