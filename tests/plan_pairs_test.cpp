// Every folder in fixtures/plans is a root with the plan that Terraform made of it (`terraform show -json`, cut to what
// is compared). What the sources leave open stands in open.txt, one subject a line; nothing may be different.
#include "expression/function.h"
#include "model/model.h"
#include "plan_comparison.h"
#include "rule/pack.h"
#include "terraform/terraform.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace holdfast;

std::vector<std::string> read_lines(const fs::path& path) {
  std::vector<std::string> lines;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

void check(const fs::path& directory, const Definitions& definitions, const FunctionTable& functions) {
  CAPTURE(directory.filename().string());
  Workspace workspace;
  Diagnostics diagnostics;
  const Result<FileId> file = workspace.load((directory / "plan.json").string());
  REQUIRE(file);
  const auto plan = terraform::read_plan(*file, workspace.file(*file).text(), diagnostics);
  REQUIRE(plan);
  Model model(definitions, functions, Value());
  const auto sources = load_terraform(workspace, directory.string(), {}, functions, &model);
  model.attach(*sources);
  CHECK(sources->diagnostics.all().empty());
  const PlanComparison comparison = compare_with_plan(*plan, *sources);
  std::vector<std::string> open;
  for (const auto& [match, subject, detail] : comparison.deviations) {
    if (match == terraform::Match::open) {
      open.push_back(subject);
    } else {
      FAIL_CHECK(subject, ": ", detail);
    }
  }
  CHECK(comparison.equal > 0);
  CHECK(open == read_lines(directory / "open.txt"));
}

}  // namespace

TEST_CASE("roots evaluate to what Terraform planned for them") {
  Workspace workspace;
  Diagnostics diagnostics;
  Packs packs;
  load_embedded_packs(packs, workspace, embedded_packs(), diagnostics);
  packs.finish(diagnostics);
  const FunctionTable functions;
  std::vector<fs::path> directories;
  for (const auto& entry : fs::directory_iterator(fs::path(HOLDFAST_SOURCE_DIR) / "fixtures/plans")) {
    directories.push_back(entry.path());
  }
  std::ranges::sort(directories);
  REQUIRE(!directories.empty());
  for (const fs::path& directory : directories) check(directory, packs.definitions(), functions);
}
