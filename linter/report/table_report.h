#pragma once

#include "report/document.h"
#include "report/report.h"

/// Renderings of the table in a report's survey.
namespace holdfast {

/// The columns that fit, with what is open below them.
std::string text_table(const Report& report, const ReportOptions& options);
std::string json_table(const Report& report, const ReportOptions& options);
/// Every column, in a line for each row.
std::string csv_table(const Report& report, const ReportOptions& options);
std::string markdown_table(const Report& report, const ReportOptions& options);
/// One page that needs nothing from anywhere.
std::string html_table(const Report& report, const ReportOptions& options);

/// The titled columns, as part of a page.
page::Grid table_grid(const Report& report);
/// The same with what is open below it, or a word when there are no rows.
void add_table(page::Document& document, const Report& report);

/// What cells that people read hang on, a line for each question with the rows that ask it.
std::vector<std::string> open_questions(const Report& report);

/// What people read of a value: `15 min when Environment is prod, else none`.
std::string in_words(const Datum& datum);
std::string in_words(const Cell& cell);
/// Where and when a row holds, when not everywhere: `in prod, when Stage is live`.
std::string circumstances(const Row& row);

/// Cells of a column with a demand, by whether it is met.
struct DemandCount {
  std::size_t met = 0, unmet = 0, undecided = 0;
};
DemandCount count_demands(const Report& report, std::size_t column);

}  // namespace holdfast
