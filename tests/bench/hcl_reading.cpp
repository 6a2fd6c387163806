// What our reading of HCL costs beside the grammar's own: CPU time of reading every configuration file below the paths,
// divided by that of tree-sitter on the same whole files, and the memory that trees keep for each byte of source.
// Usage: bench_hcl_reading PATH...

#include "command/files.h"
#include "syntax/hcl.h"
#include "text/workspace.h"

#include <tree_sitter/api.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

extern "C" const TSLanguage* tree_sitter_hcl(void);

namespace {

using namespace holdfast;

constexpr int kRounds = 5;
constexpr double kTimeMax = 1.3;
constexpr double kBytesMax = 12;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

template <class Run>
double median_seconds(const Run& run) {
  std::vector<double> times;
  for (int round = 0; round < kRounds; ++round) {
    const double begin = cpu_seconds();
    run();
    times.push_back(cpu_seconds() - begin);
  }
  std::sort(times.begin(), times.end());
  return times[kRounds / 2];
}

std::size_t memory(const hcl::Tree& tree) {
  return tree.nodes.size_bytes() + tree.children.size_bytes() + tree.texts.size_bytes() + tree.decoded.size();
}

}  // namespace

int main(int argc, char** argv) {
  Workspace workspace;
  std::vector<FileId> files;
  std::size_t bytes = 0;
  for (const std::string& directory : find_files({argv + 1, argv + argc}).terraform_directories) {
    for (const auto& entry : std::filesystem::directory_iterator(directory)) {
      if (entry.path().extension() != ".tf") continue;
      const auto file = workspace.load(entry.path().string());
      if (!file) continue;
      files.push_back(*file);
      bytes += workspace.file(*file).text().size();
    }
  }
  if (bytes == 0) {
    std::fprintf(stderr, "usage: bench_hcl_reading PATH...\n");
    return 1;
  }
  TSParser* parser = ts_parser_new();
  ts_parser_set_language(parser, tree_sitter_hcl());
  const double grammar = median_seconds([&] {
    for (const FileId file : files) {
      const std::string_view text = workspace.file(file).text();
      ts_tree_delete(ts_parser_parse_string(parser, nullptr, text.data(), static_cast<uint32_t>(text.size())));
    }
  });
  ts_parser_delete(parser);
  std::size_t kept = 0;
  const double reading = median_seconds([&] {
    kept = 0;
    for (const FileId file : files) {
      Diagnostics diagnostics;
      kept += memory(hcl::parse_file(file, workspace.file(file).text(), diagnostics));
    }
  });
  const double bytes_per_byte = static_cast<double>(kept) / static_cast<double>(bytes);
  std::printf("%zu files, %zu bytes\n", files.size(), bytes);
  std::printf("grammar alone %.3f s, reading %.3f s: %.2f times, at most %.2f\n", grammar, reading, reading / grammar,
              kTimeMax);
  std::printf("kept for each byte of source: %.1f bytes, at most %.0f\n", bytes_per_byte, kBytesMax);
  return reading <= kTimeMax * grammar && bytes_per_byte <= kBytesMax ? 0 : 1;
}
