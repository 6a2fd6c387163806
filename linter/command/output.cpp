#include "command/output.h"

#include "report/control_report.h"
#include "report/diagram_report.h"
#include "report/table_report.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <span>

namespace holdfast {

namespace {

struct Format {
  std::string_view name;
  std::string (*render)(const Report&, const ReportOptions&);
  bool shows_survey = false;
};

constexpr std::array kFindingFormats = {
    Format{"text", text_report},       Format{"concise", concise_report},  Format{"sarif", sarif_report},
    Format{"json", json_report},       Format{"jsonl", json_lines_report}, Format{"junit", junit_report},
    Format{"github", github_report},   Format{"gitlab", gitlab_report},    Format{"markdown", markdown_report, true},
    Format{"html", html_report, true}, Format{"csv", csv_report},
};
constexpr std::array kControlFormats = {
    Format{"markdown", control_markdown_report, true},
    Format{"html", control_html_report, true},
    Format{"csv", control_csv_report},
    Format{"json", control_json_report},
    Format{"oscal", oscal_report},
};
constexpr std::array kTableFormats = {
    Format{"text", text_table, true},         Format{"json", json_table, true}, Format{"csv", csv_table, true},
    Format{"markdown", markdown_table, true}, Format{"html", html_table, true},
};
constexpr std::array kDiagramFormats = {
    Format{"mermaid", mermaid_diagram, true},
    Format{"dot", dot_diagram, true},
    Format{"json", json_diagram, true},
};

std::span<const Format> formats(Subject subject) {
  switch (subject) {
    case Subject::findings: return kFindingFormats;
    case Subject::controls: return kControlFormats;
    case Subject::table: return kTableFormats;
    case Subject::diagram: return kDiagramFormats;
  }
  return {};
}

const Format* find(std::string_view name, Subject subject) {
  const auto found = std::ranges::find(formats(subject), name, &Format::name);
  return found == formats(subject).end() ? nullptr : &*found;
}

}  // namespace

std::vector<std::string_view> format_names(Subject subject) {
  std::vector<std::string_view> names;
  for (const Format& format : formats(subject)) names.push_back(format.name);
  return names;
}

bool is_format(std::string_view name, Subject subject) { return find(name, subject) != nullptr; }

bool shows_survey(std::string_view name, Subject subject) {
  const Format* format = find(name, subject);
  return format && format->shows_survey;
}

std::string render(std::string_view name, const Report& report, const ReportOptions& options, Subject subject) {
  const Format* format = find(name, subject);
  return format ? format->render(report, options) : std::string();
}

Result<void> write_file(const std::string& path, std::string_view content) {
  std::error_code error;
  // Devices and pipes are written to; a new file in their place would be none.
  if (std::filesystem::is_other(path, error)) {
    std::ofstream file(path, std::ios::binary);
    return file.write(content.data(), static_cast<std::streamsize>(content.size())).flush()
               ? Result<void>()
               : failure(path + ": cannot be written");
  }
  const std::string unfinished = path + ".unfinished";
  std::ofstream file(unfinished, std::ios::binary | std::ios::trunc);
  file.write(content.data(), static_cast<std::streamsize>(content.size()));
  file.close();
  if (file) std::filesystem::rename(unfinished, path, error);
  if (!file || error) {
    std::error_code ignored;
    std::filesystem::remove(unfinished, ignored);
    return failure(path + ": cannot be written");
  }
  return {};
}

Result<void> replace_file(const std::string& path, std::string_view content) {
  std::error_code error;
  const std::filesystem::path file = std::filesystem::canonical(path, error);
  if (error) return failure(path + ": cannot be written");
  const auto permissions = std::filesystem::status(file, error).permissions();
  if (auto written = write_file(file.string(), content); !written) return written;
  std::filesystem::permissions(file, permissions, error);
  return {};
}

}  // namespace holdfast
