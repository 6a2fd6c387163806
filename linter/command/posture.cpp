#include "command/posture.h"

#include "command/command.h"
#include "command/pack_loading.h"
#include "command/terminal.h"
#include "command/version.h"
#include "report/table_report.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <iterator>
#include <mutex>
#include <tuple>

namespace holdfast {

namespace {

constexpr std::string_view kTable = "posture";

template <std::string (*kRender)(const TableReport&)>
std::string at_any_width(const TableReport& report, const ReportOptions&) {
  return kRender(report);
}

struct Format {
  std::string_view name;
  std::string (*render)(const TableReport&, const ReportOptions&);
};
constexpr std::array<Format, 5> kFormats = {{{"text", text_table},
                                             {"json", at_any_width<json_table>},
                                             {"csv", at_any_width<csv_table>},
                                             {"markdown", at_any_width<markdown_table>},
                                             {"html", at_any_width<html_table>}}};

const Format* format_named(std::string_view name) {
  const auto found =
      std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& format) { return format.name == name; });
  return found == kFormats.end() ? nullptr : found;
}

std::vector<std::string_view> table_format_names() {
  std::vector<std::string_view> names;
  for (const Format& format : kFormats) names.push_back(format.name);
  return names;
}

}  // namespace

std::vector<Row> survey_rows(Workspace& workspace, const Packs& packs, const Table& table, AnalysisOptions options,
                             Report& analysis) {
  std::mutex guard;
  std::vector<Row> rows;
  options.visit = [&](Model& model, const std::string& environment) {
    std::vector<Row> found = rows_of(model, table);
    for (Row& row : found) row.environment = environment;
    const std::lock_guard lock(guard);
    rows.insert(rows.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  };
  AnalysisStatistics statistics;
  analysis = analyse(workspace, packs, options, statistics);
  const auto key = [&](const Row& row) {
    const std::string_view path = row.at.exists() ? workspace.file(row.at.file).path() : std::string_view();
    return std::tuple(path, row.at.begin, std::string_view(row.address), std::string_view(row.type),
                      std::string_view(row.environment));
  };
  std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return key(a) < key(b); });
  return rows;
}

int posture(const PostureOptions& options, std::span<const EmbeddedPackFile> embedded) {
  Workspace workspace;
  Packs packs;
  if (auto loaded = load_all_packs(packs, workspace, embedded, options.input.rule_directories); !loaded)
    return refuse(loaded.error().message);
  const Format* format = format_named(options.format);
  if (!format) return refuse(unknown_name("format", options.format, table_format_names()));
  if (!is_color_choice(options.color)) return refuse(unknown_name("--color value", options.color, color_choices()));
  const Table* table = packs.table(kTable);
  if (!table) return refuse("no pack has a table `posture`");
  const Result<AnalysisOptions> analysis_options = analysis_of(options.input, workspace, packs);
  if (!analysis_options) return refuse(analysis_options.error().message);

  Report analysis;
  std::vector<Row> rows = survey_rows(workspace, packs, *table, *analysis_options, analysis);
  analysis.version = kVersion;
  const TableReport report{.analysis = analysis,
                           .table = *table,
                           .profile = analysis_options->profile ? analysis_options->profile->name : std::string(),
                           .rows = std::move(rows)};
  ReportOptions shown = terminal_options(options.color);
  if (options.width > 0) shown.width = options.width;
  std::cout << format->render(report, shown) << std::flush;
  return is_incomplete(analysis) ? kExitIncomplete : kExitClean;
}

}  // namespace holdfast
