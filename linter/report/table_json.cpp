#include "report/json_writer.h"
#include "report/table_report.h"

#include <map>

namespace holdfast {

namespace {

// Raised when a member changes its meaning or goes; new members do not count.
constexpr uint64_t kSchemaVersion = 1;

void write_datum(JsonWriter& json, std::string_view key, const Datum& datum);

void write_bounds(JsonWriter& json, const Datum& datum) {
  if (!datum.minimum.empty()) json.digits("minimum", datum.minimum);
  if (!datum.maximum.empty()) json.digits("maximum", datum.maximum);
}

void write_cases(JsonWriter& json, const Datum& datum) {
  json.array("cases", [&] {
    for (const Datum::Member& member : datum.members) {
      json.row([&] {
        json.text_if_any("when", member.key);
        write_datum(json, "value", member.value);
      });
    }
  });
  write_bounds(json, datum);
}

void write_undecided(JsonWriter& json, const Datum& datum) {
  json.boolean("undecided", true);
  json.text_if_any("text", datum.text);
  write_bounds(json, datum);
}

void write_datum(JsonWriter& json, std::string_view key, const Datum& datum) {
  switch (datum.kind) {
    case Datum::Kind::null: json.null(key); return;
    case Datum::Kind::boolean: json.boolean(key, datum.flag); return;
    case Datum::Kind::number: json.digits(key, datum.text); return;
    case Datum::Kind::text: json.text(key, datum.text); return;
    case Datum::Kind::list:
      json.array(key, [&] {
        for (const Datum::Member& item : datum.members) write_datum(json, {}, item.value);
      });
      return;
    case Datum::Kind::object:
      json.row(key, [&] {
        for (const Datum::Member& member : datum.members) write_datum(json, member.key, member.value);
      });
      return;
    case Datum::Kind::cases: json.row(key, [&] { write_cases(json, datum); }); return;
    case Datum::Kind::undecided: json.row(key, [&] { write_undecided(json, datum); }); return;
  }
}

void write_truth(JsonWriter& json, std::string_view key, Truth truth) {
  if (truth == Truth::unknown)
    json.null(key);
  else
    json.boolean(key, truth == Truth::yes);
}

void write_open(JsonWriter& json, const Table& table, const Row& row) {
  std::map<OpenQuestion, std::vector<std::string>> columns;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    for (const OpenQuestion& question : row.cells[i].value->open) columns[question].push_back(table.columns[i].name);
  }
  json.array("open", [&] {
    for (const auto& open : columns) {
      json.row([&] {
        json.text("reason", open.first.reason);
        json.text_if_any("input", open.first.input);
        json.list("facts", open.second);
      });
    }
  });
}

void write_row(JsonWriter& json, const Report& report, const Row& row) {
  json.text("address", row.address);
  json.text("type", row.type);
  json.text("provider_type", row.provider_type);
  if (row.at.exists()) {
    const SourceFile& file = report.workspace->file(row.at.file);
    json.text("path", file.path());
    json.number("line", file.position(row.at.begin).line);
  }
  json.text_if_any("environment", row.environment);
  json.text_if_any("when", row.world);
  json.object("facts", [&] {
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      write_datum(json, report.survey.table->columns[i].name, row.cells[i].value->datum);
  });
  json.row("met", [&] {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (row.cells[i].met) write_truth(json, report.survey.table->columns[i].name, *row.cells[i].met);
    }
  });
  write_open(json, *report.survey.table, row);
}

void write_summary(JsonWriter& json, const Report& report) {
  json.number("rows", report.survey.rows.size());
  json.object("demands", [&] {
    for (std::size_t i = 0; i < report.survey.table->columns.size(); ++i) {
      if (!report.survey.table->columns[i].met) continue;
      const DemandCount count = count_demands(report, i);
      json.row(report.survey.table->columns[i].name, [&] {
        json.number("met", count.met);
        json.number("unmet", count.unmet);
        json.number("undecided", count.undecided);
      });
    }
  });
}

void write_diagnostics(JsonWriter& json, const Report& analysis) {
  for (const Diagnostic& diagnostic : analysis.diagnostics) {
    json.row([&] {
      json.text("id", diagnostic.kind->id);
      json.text("message", diagnostic.message);
      if (!diagnostic.at.exists()) return;
      const SourceFile& file = analysis.workspace->file(diagnostic.at.file);
      json.text("path", file.path());
      json.number("line", file.position(diagnostic.at.begin).line);
    });
  }
}

}  // namespace

std::string json_table(const Report& report, const ReportOptions&) {
  JsonWriter json;
  json.object([&] {
    json.number("schema_version", kSchemaVersion);
    json.row("tool", [&] {
      json.text("name", "Holdfast");
      json.text("version", report.version);
    });
    json.text("table", report.survey.table->name);
    json.text("profile", report.profile);
    json.object("summary", [&] { write_summary(json, report); });
    json.array("diagnostics", [&] { write_diagnostics(json, report); });
    json.array("rows", [&] {
      for (const Row& row : report.survey.rows) json.object([&] { write_row(json, report, row); });
    });
  });
  return json.take();
}

}  // namespace holdfast
