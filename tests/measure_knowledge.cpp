// How much of what the packs read of real templates is known: measure_knowledge <packs> <folder of sources>
//
// For each folder, of all scalars in the properties that mappings read: how many are known, a choice of known ones, a
// reference to another resource, a text known in part, or open; and which inputs most of the open ones hang on.
#include "cloudformation/cloudformation.h"
#include "expression/function.h"
#include "model/model.h"
#include "rule/pack.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace holdfast;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kReasonsShown = 5;
constexpr std::string_view kExtensions[] = {".json", ".template", ".yaml", ".yml"};

enum class Knowledge : uint8_t { known, choice, reference, partial, open, count };
constexpr auto kKinds = static_cast<std::size_t>(Knowledge::count);

struct Tally {
  std::size_t templates = 0;
  std::size_t resources = 0;
  std::array<std::size_t, kKinds> scalars = {};
  std::map<std::string, std::size_t> reasons;  // of the open ones

  void add(Knowledge knowledge) { ++scalars[static_cast<std::size_t>(knowledge)]; }
  void add(const Tally& other) {
    templates += other.templates;
    resources += other.resources;
    for (std::size_t i = 0; i < kKinds; ++i) scalars[i] += other.scalars[i];
    for (const auto& [reason, count] : other.reasons) reasons[reason] += count;
  }
  std::size_t total() const {
    std::size_t sum = 0;
    for (const std::size_t count : scalars) sum += count;
    return sum;
  }
};

/// The properties that an expression reads of what was written: `raw.Name`.
void collect_properties(hcl::Expression expression, std::set<std::string_view>& names) {
  if (!expression) return;
  const hcl::Tree& tree = *expression.tree;
  const auto children = tree.children_of(expression.node);
  const bool is_read = tree.node(expression.node).kind == hcl::NodeKind::attribute_of;
  if (is_read && tree.node(children[0]).kind == hcl::NodeKind::variable && tree.text(children[0]) == "raw") {
    names.insert(tree.text(expression.node));
  }
  for (const hcl::NodeId child : children) collect_properties({&tree, child}, names);
}

class Reading {
 public:
  explicit Reading(const Packs& packs) : packs_(packs) {}

  const std::set<std::string_view>& properties_of(const std::string& type) {
    const auto [known, is_new] = read_.try_emplace(type);
    if (!is_new) return known->second;
    for (const auto& [canonical, mapping] : packs_.definitions().mappings_of(type, false)) {
      for (const hcl::Expression part : {mapping->each, mapping->when}) collect_properties(part, known->second);
      for (const NamedExpression& attribute : mapping->attributes) collect_properties(attribute.value, known->second);
    }
    return known->second;
  }

 private:
  const Packs& packs_;
  std::map<std::string, std::set<std::string_view>> read_;
};

class Counter {
 public:
  Counter(const Arena& arena, Tally& tally) : arena_(arena), tally_(tally) {}

  void add(const Value& value, bool is_choice) {
    if (value.is_choice()) {
      add(value.as_choice().then, true);
      add(value.as_choice().otherwise, true);
    } else if (value.is_mapping()) {
      for (const Value::Entry& entry : value.entries()) add(entry.value, is_choice);
    } else if (value.is_sequence()) {
      for (const Value& item : value.items()) add(item, is_choice);
    } else if (value.is_unknown()) {
      add_unknown(value);
    } else if (!value.is_null()) {
      tally_.add(is_choice ? Knowledge::choice : Knowledge::known);
    }
  }

 private:
  void add_unknown(const Value& value) {
    const Unknown& unknown = value.as_unknown();
    if (arena_.origin(value.origin()).entity != nullptr) return tally_.add(Knowledge::reference);
    if (!unknown.parts.empty()) return tally_.add(Knowledge::partial);
    tally_.add(Knowledge::open);
    ++tally_.reasons[unknown.input.empty() ? std::string(unknown.reason) : "input " + std::string(unknown.input)];
  }

  const Arena& arena_;
  Tally& tally_;
};

void measure(const fs::path& path, const Packs& packs, const FunctionTable& functions, Reading& reading, Tally& tally) {
  Workspace workspace;
  const Result<FileId> file = workspace.load(path.string());
  if (!file || !may_be_cloudformation(workspace.file(*file).text())) return;
  Model model(packs.definitions(), functions, Value());
  const auto deployment = load_cloudformation(workspace, *file, {}, functions, &model);
  if (!deployment) return;
  model.attach(*deployment);
  ++tally.templates;
  Counter counter(deployment->arena, tally);
  for (const auto& resource : deployment->resources) {
    const std::set<std::string_view>& properties = reading.properties_of(resource->type);
    if (properties.empty() || resource->exists.is_never()) continue;
    ++tally.resources;
    for (const std::string_view name : properties) counter.add(resource->written(name), false);
  }
}

Tally measure_all(const fs::path& folder, const Packs& packs, const FunctionTable& functions, Reading& reading) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    const std::string extension = entry.path().extension().string();
    const bool may_be = std::ranges::find(kExtensions, extension) != std::end(kExtensions);
    if (may_be && entry.is_regular_file()) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  Tally tally;
  for (const fs::path& file : files) measure(file, packs, functions, reading, tally);
  return tally;
}

void print(const std::string& name, const Tally& tally) {
  fmt::print("{:60} {:5} {:6} {:7}", name.substr(0, 60), tally.templates, tally.resources, tally.total());
  const double total = std::max<double>(1, static_cast<double>(tally.total()));
  for (const std::size_t count : tally.scalars) fmt::print(" {:6.1f}%", 100 * static_cast<double>(count) / total);
  fmt::print("\n");
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 3;
  Workspace workspace;
  Packs packs;
  Diagnostics diagnostics;
  const FunctionTable functions;
  if (!load_packs(packs, workspace, arguments[1], diagnostics)) return 2;
  packs.finish(diagnostics);
  if (diagnostics.has_errors()) return 2;

  std::vector<fs::path> sources;
  for (const fs::directory_entry& entry : fs::directory_iterator(arguments[2])) {
    if (entry.is_directory()) sources.push_back(entry.path());
  }
  std::ranges::sort(sources);
  fmt::print("{:60} {:>5} {:>6} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7}\n", "source", "files", "res.", "scalars", "known",
             "choice", "refers", "partly", "open");
  Reading reading(packs);
  Tally all;
  for (const fs::path& source : sources) {
    const Tally tally = measure_all(source, packs, functions, reading);
    if (tally.templates == 0) continue;
    print(source.filename().string(), tally);
    all.add(tally);
  }
  print("all", all);
  std::vector<std::pair<std::size_t, std::string>> reasons;
  for (const auto& [reason, number] : all.reasons) reasons.emplace_back(number, reason);
  std::ranges::sort(reasons, std::greater());
  reasons.resize(std::min(reasons.size(), kReasonsShown));
  for (const auto& [number, reason] : reasons) fmt::print("{:8} open: {}\n", number, reason);
}
