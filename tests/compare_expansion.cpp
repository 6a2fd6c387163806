// Compares the resources that templates stand for with the expanded templates that are expected of them. Run by hand
// where both are at hand: compare_expansion <packs> <folder of templates> <folder of expanded ones> [all | name of one
// pair]
//
// Only types that the packs read are compared, or all of them. Both templates are evaluated, so what counts is what an
// expression comes to, not how it is written.
#include "cloudformation/cloudformation.h"
#include "expression/function.h"
#include "model/model.h"
#include "rule/pack.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace holdfast;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kTextMax = 100'000;
constexpr std::string_view kMetaFacts[] = {"DeletionPolicy", "UpdateReplacePolicy"};

struct Tally {
  int expected = 0;
  int equal = 0;
  int missing = 0;
  int unexpected = 0;
  int properties = 0;
  int different = 0;

  void add(const Tally& other) {
    expected += other.expected;
    equal += other.equal;
    missing += other.missing;
    unexpected += other.unexpected;
    properties += other.properties;
    different += other.different;
  }
};

struct Options {
  bool all_types = false;
  std::string only;
};

/// One template and its model.
class Side {
 public:
  Side(const fs::path& path, const Packs& packs, const FunctionTable& functions)
      : model_(packs.definitions(), functions, Value()) {
    if (const Result<FileId> file = workspace_.load(path.string())) {
      // Expansions are written for one partition.
      Inputs inputs;
      inputs.pins.emplace_back("partition", "aws");
      deployment_ = load_cloudformation(workspace_, *file, inputs, functions, &model_);
    }
    if (deployment_) model_.attach(*deployment_);
  }
  bool is_read() const { return deployment_ != nullptr; }

  std::map<std::string, Resource*> resources(const Packs& packs, const Options& options) const {
    std::map<std::string, Resource*> found;
    for (const auto& resource : deployment_->resources) {
      if (resource->exists.is_never()) continue;
      const bool is_mapped = !packs.definitions().mappings_of(resource->type, false).empty();
      if (is_mapped || options.all_types) found[resource->address] = resource.get();
    }
    return found;
  }
  /// Values of two deployments are the same if their texts are. The order of lists says nothing in an expanded
  /// template, and one item is as good as a list of it.
  std::string text(const Value& value) const {
    if (value.is_choice()) {
      std::string one = text(value.as_choice().then);
      std::string other = text(value.as_choice().otherwise);
      if (other < one) std::swap(one, other);
      return one + " or " + other;
    }
    if (value.is_mapping()) {
      std::string all;
      for (const Value::Entry& entry : value.entries()) {
        if (!entry.value.is_null()) all += fmt::format("{} = {}, ", entry.key, text(entry.value));
      }
      return "{" + all + "}";
    }
    if (!value.is_sequence()) return scalar(value);
    std::vector<std::string> items;
    for (const Value& item : value.items()) items.push_back(text(item));
    if (items.size() == 1) return items.front();
    std::ranges::sort(items);
    return fmt::format("[{}]", fmt::join(items, ", "));
  }

 private:
  std::string scalar(const Value& value) const {
    const std::string text = describe(value, deployment_->arena, kTextMax);
    return value.is_boolean() || value.is_number() ? '"' + text + '"' : text;
  }

  Workspace workspace_;
  Model model_;
  std::unique_ptr<Deployment> deployment_;
};

class Pair {
 public:
  Pair(const Side& made, const Side& expected, std::string name)
      : made_(made), expected_(expected), name_(std::move(name)) {}

  Tally compare(const std::map<std::string, Resource*>& made, const std::map<std::string, Resource*>& expected) {
    for (const auto& [address, resource] : expected) {
      ++tally_.expected;
      const auto found = made.find(address);
      if (found == made.end() || found->second->type != resource->type) {
        ++tally_.missing;
        fmt::print("{}: missing {} {}\n", name_, resource->type, address);
      } else {
        compare(*found->second, *resource);
      }
    }
    for (const auto& [address, resource] : made) {
      if (expected.contains(address)) continue;
      ++tally_.unexpected;
      fmt::print("{}: unexpected {} {}\n", name_, resource->type, address);
    }
    return tally_;
  }

 private:
  void compare(Resource& made, Resource& expected) {
    std::set<std::string> names;
    for (const std::string_view name : made.written_names()) names.emplace(name);
    for (const std::string_view name : expected.written_names()) names.emplace(name);
    bool is_equal = is_same(made, "exists", Value::condition(*made.arena, made.exists),
                            Value::condition(*expected.arena, expected.exists));
    for (const std::string& name : names) {
      ++tally_.properties;
      if (!is_same(made, name, made.written(name), expected.written(name))) is_equal = false;
    }
    for (const std::string_view name : kMetaFacts) {
      if (!is_same(made, name, made.meta(name), expected.meta(name))) is_equal = false;
    }
    tally_.equal += is_equal;
  }

  bool is_same(const Resource& resource, std::string_view name, const Value& made, const Value& expected) {
    const std::string ours = made_.text(made);
    const std::string theirs = expected_.text(expected);
    if (ours == theirs) return true;
    ++tally_.different;
    fmt::print("{}: {} {}.{}\n    made:     {}\n    expected: {}\n", name_, resource.type, resource.address, name, ours,
               theirs);
    return false;
  }

  const Side& made_;
  const Side& expected_;
  std::string name_;
  Tally tally_;
};

std::vector<fs::path> sorted_files(const std::string& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) return 3;
  Options options;
  if (count > 4) options.only = arguments[4];
  if (options.only == "all") options = {.all_types = true, .only = {}};

  Workspace workspace;
  Packs packs;
  Diagnostics diagnostics;
  const FunctionTable functions;
  if (!load_packs(packs, workspace, arguments[1], diagnostics)) return 2;
  packs.finish(diagnostics);
  packs.check(functions, diagnostics);
  for (const Diagnostic& problem : diagnostics.all()) {
    const SourceFile& file = workspace.file(problem.at.file);
    fmt::print("{}:{}: {}\n", file.path(), file.position(problem.at.begin).line, problem.message);
  }
  if (diagnostics.has_errors()) return 2;

  Tally total;
  int pairs = 0;
  for (const fs::path& path : sorted_files(arguments[2])) {
    const fs::path output = fs::path(arguments[3]) / path.stem().concat(".json");
    if (!fs::exists(output) || (!options.only.empty() && path.stem() != options.only)) continue;
    const Side made(path, packs, functions);
    const Side expected(output, packs, functions);
    if (!made.is_read() || !expected.is_read()) continue;
    ++pairs;
    total.add(Pair(made, expected, path.stem().string())
                  .compare(made.resources(packs, options), expected.resources(packs, options)));
  }
  fmt::print("{} pairs: {} resources expected, {} equal, {} missing, {} unexpected; {} properties, {} differences\n",
             pairs, total.expected, total.equal, total.missing, total.unexpected, total.properties, total.different);
  return total.different + total.missing + total.unexpected == 0 ? 0 : 1;
}
