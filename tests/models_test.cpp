// What packs make of provider types: fixtures/models, each with every attribute of every object that is made of it.
#include "command/analysis.h"
#include "command/pack_loading.h"
#include "report/table_report.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <set>
#include <string>

using namespace holdfast;

namespace {

namespace fs = std::filesystem;

const fs::path kModels = HOLDFAST_SOURCE_DIR "/fixtures/models";

/// A table with everything that an object of the type can be asked directly: attributes, and whom it is linked to.
/// Where a plan changes one, also what it was.
std::string inspection_of(const TypeDefinition& type, const Definitions& definitions) {
  std::string text = "table \"" + std::string(type.name) +
                     "\" {\n  title = \"t\"\n  subject = \"s\"\n  on = " + std::string(type.name) + "\n";
  const auto add = [&](const std::string& name, const std::string& value) {
    text += "  column \"" + name + "\" {\n    value = " + value + "\n  }\n";
  };
  for (const AttributeDefinition& attribute : type.attributes) {
    const std::string name(attribute.name);
    add(name, "self." + name);
    add(name + " before",
        "describe(self.before." + name + ") == describe(self.after." + name + ") ? null : self.before." + name);
  }
  for (const LinkDefinition& link : definitions.links()) {
    if (!type.is_a(link.from)) continue;
    const std::string end = "self." + std::string(link.name);
    add(std::string(link.name), link.is_single ? end + ".address" : "[for one in " + end + " : one.address]");
  }
  return text + "}\n";
}

/// One table for each canonical type that is made of one provider type.
std::deque<Table> inspections(Workspace& workspace, const Packs& packs, std::unique_ptr<hcl::Tree>& tree) {
  std::string text;
  for (const TypeDefinition& type : packs.definitions().types()) {
    if (type.name != "misfit" && !type.attributes.empty()) text += inspection_of(type, packs.definitions());
  }
  Diagnostics diagnostics;
  const FileId file = workspace.add("inspections.hcl", text);
  tree = std::make_unique<hcl::Tree>(hcl::parse_file(file, workspace.file(file).text(), diagnostics));
  std::deque<Table> tables;
  for (const hcl::NodeId block : tree->children_of(tree->root)) tables.push_back(read_table(*tree, block, diagnostics));
  REQUIRE(diagnostics.all().empty());
  return tables;
}

/// Null, or an empty list or object.
bool says_nothing(const Datum& datum) {
  if (datum.kind == Datum::Kind::list || datum.kind == Datum::Kind::object) return datum.members.empty();
  return datum.kind == Datum::Kind::null;
}

std::string in_brackets(const Datum& datum) {
  if (datum.kind != Datum::Kind::list && datum.kind != Datum::Kind::object) return in_words(datum);
  std::string inner;
  for (const Datum::Member& member : datum.members) {
    if (datum.kind == Datum::Kind::object && says_nothing(member.value)) continue;
    inner += (inner.empty() ? "" : ", ") + (member.key.empty() ? "" : member.key + " ") + in_brackets(member.value);
  }
  return datum.kind == Datum::Kind::list ? "[" + inner + "]" : "{" + inner + "}";
}

std::string to_text(const Row& row, const Table& table) {
  std::string text = row.address + " is a " + row.type + (row.world.empty() ? "" : " when " + row.world) + "\n";
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const Fact& fact = *row.cells[i].value;
    if (says_nothing(fact.datum)) continue;
    text += "  " + table.columns[i].name + ": " + in_brackets(fact.datum) + "\n";
    for (const OpenQuestion& question : fact.open) text += "    (" + question.reason + ")\n";
  }
  return text;
}

AnalysisOptions options_for(const std::string& folder, const Packs& packs) {
  AnalysisOptions options;
  options.paths = {folder};
  options.profile = packs.default_profile();
  options.inputs.pins = {{"region", "eu-west-1"}, {"account", "111122223333"}, {"partition", "aws"}};
  return options;
}

/// What is made of everything in a folder, in the order of its files.
std::string objects_of(const std::string& folder, const Packs& packs, Workspace& workspace,
                       const std::deque<Table>& tables) {
  std::map<std::pair<std::string, uint32_t>, std::vector<std::string>> objects;
  std::mutex guard;
  AnalysisOptions options = options_for(folder, packs);
  options.visit = [&](Model& model, const std::string&) {
    const std::lock_guard lock(guard);
    for (const Table& table : tables) {
      for (const Row& row : rows_of(model, table))
        objects[{std::string(workspace.file(row.at.file).path()), row.at.begin}].push_back(to_text(row, table));
    }
  };
  AnalysisStatistics statistics;
  const Report report = analyse(workspace, packs, options, statistics);
  CHECK_MESSAGE(report.diagnostics.empty(), folder << " has diagnostics");
  std::string text;
  for (const auto& [place, its_objects] : objects) {
    for (const std::string& object : its_objects) text += object + "\n";
  }
  return text;
}

void check_snapshot(const fs::path& path, const std::string& actual) {
  if (std::getenv("HOLDFAST_UPDATE") != nullptr) std::ofstream(path, std::ios::binary) << actual;
  std::ifstream file(path, std::ios::binary);
  const std::string expected{std::istreambuf_iterator<char>(file), {}};
  CHECK_MESSAGE(actual == expected, path << " differs from:\n" << actual);
}

/// Empty when nothing there holds data.
std::string posture_of(const std::string& folder, const Packs& packs, Workspace& workspace) {
  AnalysisOptions options = options_for(folder, packs);
  options.table = packs.table(kPosture);
  AnalysisStatistics statistics;
  const Report report = analyse(workspace, packs, options, statistics);
  return report.survey.rows.empty() ? std::string() : text_table(report, {.width = 160});
}

}  // namespace

TEST_CASE("what models make of resources is what their snapshots say") {
  Workspace workspace;
  Packs packs;
  REQUIRE(load_all_packs(packs, workspace, embedded_packs(), {}));
  std::unique_ptr<hcl::Tree> tree;
  const std::deque<Table> tables = inspections(workspace, packs, tree);
  const fs::path before = fs::current_path();
  fs::current_path(kModels);
  std::set<std::string> folders;
  for (const fs::directory_entry& entry : fs::directory_iterator(kModels)) folders.insert(entry.path().filename());
  for (const std::string& folder : folders) {
    check_snapshot(kModels / folder / "objects.txt", objects_of(folder, packs, workspace, tables));
    const std::string posture = posture_of(folder, packs, workspace);
    if (!posture.empty()) check_snapshot(kModels / folder / "posture.txt", posture);
  }
  fs::current_path(before);
}
