#include "command/output.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace holdfast {

namespace {

struct Format {
  std::string_view name;
  std::string (*render)(const Report&, const ReportOptions&);
};

constexpr std::array kFormats = {
    Format{"text", text_report},     Format{"concise", concise_report},  Format{"sarif", sarif_report},
    Format{"json", json_report},     Format{"jsonl", json_lines_report}, Format{"junit", junit_report},
    Format{"github", github_report}, Format{"gitlab", gitlab_report},    Format{"markdown", markdown_report},
    Format{"csv", csv_report},
};

}  // namespace

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const Format& format : kFormats) names.push_back(format.name);
  return names;
}

bool is_format(std::string_view name) {
  return std::any_of(kFormats.begin(), kFormats.end(), [&](const Format& format) { return format.name == name; });
}

std::string render(std::string_view name, const Report& report, const ReportOptions& options) {
  const auto found =
      std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& format) { return format.name == name; });
  return found == kFormats.end() ? std::string() : found->render(report, options);
}

Result<void> write_file(const std::string& path, std::string_view content) {
  const std::string unfinished = path + ".unfinished";
  std::ofstream file(unfinished, std::ios::binary | std::ios::trunc);
  file.write(content.data(), static_cast<std::streamsize>(content.size()));
  file.close();
  std::error_code error;
  if (file) std::filesystem::rename(unfinished, path, error);
  if (!file || error) {
    std::error_code ignored;
    std::filesystem::remove(unfinished, ignored);
    return failure(path + ": cannot be written");
  }
  return {};
}

}  // namespace holdfast
