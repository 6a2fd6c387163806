#include "report/escape.h"
#include "report/table_report.h"

namespace holdfast {

namespace {

class Line {
 public:
  void add(std::string_view field) { text_ += (text_.empty() ? "" : ",") + csv_field(field); }
  std::string end() { return std::move(text_) + "\r\n"; }

 private:
  std::string text_;
};

std::string_view truth_text(Truth truth) {
  return truth == Truth::unknown ? "undecided" : truth == Truth::yes ? "yes" : "no";
}

std::string header(const Table& table) {
  Line line;
  for (const std::string_view name : {"address", "type", "provider_type", "path", "line", "environment", "when"})
    line.add(name);
  for (const Column& column : table.columns) {
    line.add(column.name);
    if (column.met) line.add(column.name + "_met");
  }
  return line.end();
}

}  // namespace

std::string csv_table(const Report& report, const ReportOptions&) {
  std::string text = header(*report.survey.table);
  for (const Row& row : report.survey.rows) {
    Line line;
    for (const std::string& field : {row.address, row.type, row.provider_type}) line.add(field);
    const SourceFile* file = row.at.exists() ? &report.workspace->file(row.at.file) : nullptr;
    line.add(file ? file->path() : std::string());
    line.add(file ? std::to_string(file->position(row.at.begin).line) : std::string());
    line.add(row.environment);
    line.add(row.world);
    for (const Cell& cell : row.cells) {
      line.add(cell.value->datum.kind == Datum::Kind::null ? std::string() : in_words(cell.value->datum));
      if (cell.met) line.add(truth_text(*cell.met));
    }
    text += line.end();
  }
  return text;
}

}  // namespace holdfast
