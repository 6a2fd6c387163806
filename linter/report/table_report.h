#pragma once

#include "report/report.h"
#include "survey/table.h"

namespace holdfast {

/// A table of what is deployed. Rows are sorted by file path, offset and address.
struct TableReport {
  const Report& analysis;  // what was read on the way
  const Table& table;
  std::string profile;
  std::vector<Row> rows = {};
};

/// The columns that fit, with what is open below them.
std::string text_table(const TableReport& report, const ReportOptions& options);
std::string json_table(const TableReport& report);
/// Every column, in a line for each row.
std::string csv_table(const TableReport& report);
std::string markdown_table(const TableReport& report);
/// One page that needs nothing from anywhere.
std::string html_table(const TableReport& report);

/// What cells that people read hang on, a line for each question with the rows that ask it.
std::vector<std::string> open_questions(const TableReport& report);

/// What people read of a value: `15 min when Environment is prod, else none`.
std::string in_words(const Datum& datum);
std::string in_words(const Cell& cell);
/// Where and when a row holds, when not everywhere: `in prod, when Stage is live`.
std::string circumstances(const Row& row);

/// Cells of a column with a demand, by whether it is met.
struct DemandCount {
  std::size_t met = 0, unmet = 0, undecided = 0;
};
DemandCount count_demands(const TableReport& report, std::size_t column);

}  // namespace holdfast
