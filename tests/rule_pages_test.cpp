// The pages in rules/pages are what packs and fixtures make of them. HOLDFAST_UPDATE rewrites them.
#include "command/rule_pages.h"
#include "report/report.h"
#include "text/workspace.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace holdfast {

namespace {

namespace fs = std::filesystem;

const fs::path kPages = HOLDFAST_SOURCE_DIR "/rules/pages";

std::map<std::string, std::string> pages_in(const fs::path& folder) {
  std::map<std::string, std::string> pages;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
    if (!entry.is_regular_file()) continue;
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    pages[fs::relative(entry.path(), folder).string()] = text.str();
  }
  return pages;
}

void rewrite(const std::map<std::string, std::string>& pages) {
  fs::remove_all(kPages);
  for (const auto& [name, text] : pages) {
    fs::create_directories((kPages / name).parent_path());
    std::ofstream(kPages / name, std::ios::binary) << text;
  }
}

}  // namespace

TEST_CASE("pages about rules are snapshots of packs and fixtures") {
  Workspace workspace;
  Packs packs;
  Diagnostics diagnostics;
  load_embedded_packs(packs, workspace, embedded_packs(), diagnostics);
  packs.finish(diagnostics);
  REQUIRE_FALSE(diagnostics.has_errors());

  const auto wanted = rule_pages(packs, HOLDFAST_SOURCE_DIR "/fixtures/rules");
  if (std::getenv("HOLDFAST_UPDATE") != nullptr) rewrite(wanted);
  const auto written = pages_in(kPages);
  for (const auto& page : wanted) {
    const auto found = written.find(page.first);
    const bool is_current = found != written.end() && found->second == page.second;
    CHECK_MESSAGE(is_current, page.first << " is out of date: run tests/update");
  }
  CHECK(written.size() == wanted.size());
}

TEST_CASE("every rule's help in SARIF is a page that is here") {
  Workspace workspace;
  Packs packs;
  Diagnostics diagnostics;
  load_embedded_packs(packs, workspace, embedded_packs(), diagnostics);
  packs.finish(diagnostics);
  Report report;
  report.workspace = &workspace;
  report.rules = packs.rules();
  report.home = HOLDFAST_SOURCE_DIR;
  const auto sarif = nlohmann::json::parse(sarif_report(report, {.audit = true}));
  const auto& rules = sarif["runs"][0]["tool"]["driver"]["rules"];
  CHECK(rules.size() == packs.rules().size());
  for (const auto& rule : rules) CHECK(fs::is_regular_file(rule["helpUri"].get<std::string>()));
}

}  // namespace holdfast
