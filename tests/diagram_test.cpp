// Estates in fixtures/diagrams, each with the diagrams that `holdfast graph` draws of it and the answers of `holdfast
// why` to its questions.
#include "command/graph.h"
#include "command/why.h"
#include "rule/embedded_packs.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>

using namespace holdfast;

namespace {

namespace fs = std::filesystem;

const fs::path kEstates = HOLDFAST_SOURCE_DIR "/fixtures/diagrams";

void check_snapshot(const fs::path& path, const std::string& actual) {
  if (std::getenv("HOLDFAST_UPDATE") != nullptr) std::ofstream(path, std::ios::binary) << actual;
  std::ifstream file(path, std::ios::binary);
  const std::string expected{std::istreambuf_iterator<char>(file), {}};
  CHECK_MESSAGE(actual == expected, path << " differs from:\n" << actual);
}

/// What a command writes, on both streams.
template <class Command>
std::string written_by(Command&& command) {
  std::ostringstream written;
  std::streambuf* const out = std::cout.rdbuf(written.rdbuf());
  std::streambuf* const err = std::cerr.rdbuf(written.rdbuf());
  command();
  std::cout.rdbuf(out);
  std::cerr.rdbuf(err);
  return written.str();
}

/// Paths in what is written are those that the user gives.
class Inside {
 public:
  explicit Inside(const fs::path& directory) : before_(fs::current_path()) { fs::current_path(directory); }
  ~Inside() { fs::current_path(before_); }

 private:
  fs::path before_;
};

std::string drawn(const std::string& format, const std::string& config = {}) {
  GraphOptions options{.input = {}, .format = format};
  options.input.config = config;
  return written_by([&] { graph(options, embedded_packs()); });
}

/// A question is an address, with a rule or without.
std::string answers(const fs::path& questions) {
  std::ifstream file(questions);
  std::string text;
  for (std::string question; std::getline(file, question);) {
    WhyOptions options{.input = {}, .address = {}, .rule = {}, .color = "never", .width = 100};
    std::istringstream(question) >> options.address >> options.rule;
    text += "> " + question + "\n\n" + written_by([&] { why(options, embedded_packs()); }) + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("diagrams and answers look as their snapshots do") {
  for (const fs::directory_entry& estate : fs::directory_iterator(kEstates)) {
    const Inside inside(estate.path());
    check_snapshot("graph.mmd", drawn("mermaid"));
    check_snapshot("graph.dot", drawn("dot"));
    check_snapshot("graph.json", drawn("json"));
    if (fs::exists("questions.txt")) check_snapshot("answers.txt", answers("questions.txt"));
  }
}

TEST_CASE("a diagram shows the verdicts of the rules that the configuration wants") {
  const Inside inside(kEstates / "configured");
  CHECK(drawn("mermaid").find("orders\")]:::fail") == std::string::npos);
  CHECK(drawn("mermaid", "every-rule.hcl").find("orders\")]:::fail") != std::string::npos);
}
