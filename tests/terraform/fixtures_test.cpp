// Every folder in fixtures/language/terraform is a root, or a plan if it holds a plan.json. Its expected.txt says, line
// by line, what becomes of it:
//
//   var NAME=VALUE, var-file NAME, workspace NAME     inputs, on the command line
//   ADDRESS                                           the instance exists
//   ADDRESS when CONDITION, ADDRESS symbolic          how it exists
//   ADDRESS.ATTRIBUTE… = VALUE                        as other expressions read it
//   ADDRESS META… = VALUE                             as rules read what the language says of it
//   diagnostic FILE:LINE:COLUMN ID: MESSAGE, opaque …, incomplete …
//
// Instances and diagnostics that are not mentioned must not exist. HOLDFAST_UPDATE=1 writes what is found.
#include "expression/function.h"
#include "terraform/terraform.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace holdfast;
using Lines = std::vector<std::string>;

Lines read_lines(const fs::path& path) {
  Lines lines;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

/// One name for expressions: `it`.
class Subject final : public Entity {
 public:
  explicit Subject(Value value) : value_(value) {}
  std::optional<Value> attribute(std::string_view) override { return value_; }
  std::vector<std::string_view> attribute_names() const override { return {"it"}; }
  std::string label() const override { return "it"; }

 private:
  Value value_;
};

class Fixture {
 public:
  Fixture(const fs::path& directory, const Lines& lines) : directory_(directory) {
    Inputs inputs;
    for (const std::string& line : lines) read_input(line, inputs);
    deployment_ = load(inputs);
    for (const auto& resource : deployment_->resources) by_address_[resource->address] = resource.get();
  }

  /// The lines as they should be.
  Lines render(const Lines& lines) {
    Lines rendered;
    std::set<std::string> mentioned;
    for (const std::string& line : lines) {
      if (line.starts_with("diagnostic ") || line.starts_with("opaque ") || line.starts_with("incomplete ")) continue;
      rendered.push_back(render(line, mentioned));
    }
    for (const auto& [address, resource] : by_address_) {
      if (!mentioned.contains(address)) rendered.push_back(address);
    }
    for (const Diagnostic& diagnostic : deployment_->diagnostics.all()) {
      rendered.push_back(
          fmt::format("diagnostic {} {}: {}", place(diagnostic.at), diagnostic.kind->id, relative(diagnostic.message)));
    }
    for (const Label& part : deployment_->opaque_parts) {
      rendered.push_back(fmt::format("opaque {} {}", place(part.at), part.text));
    }
    if (!deployment_->incomplete_because.empty()) {
      rendered.push_back("incomplete because " + relative(deployment_->incomplete_because));
    }
    return rendered;
  }

 private:
  std::unique_ptr<Deployment> load(const Inputs& inputs) {
    const Result<FileId> plan = workspace_.load((directory_ / "plan.json").string());
    const std::vector<std::string> places = {directory_.string()};
    if (plan) return load_terraform_plan(workspace_, *plan, places, inputs, functions_, nullptr).deployment;
    return load_terraform(workspace_, directory_.string(), inputs, functions_, nullptr);
  }

  void read_input(const std::string& line, Inputs& inputs) const {
    const auto rest = [&](std::string_view word) { return line.substr(word.size()); };
    if (line.starts_with("var-file ")) inputs.variable_files.push_back((directory_ / rest("var-file ")).string());
    if (line.starts_with("workspace ")) inputs.workspace = rest("workspace ");
    if (!line.starts_with("var ")) return;
    const std::string given = rest("var ");
    inputs.variables.emplace_back(given.substr(0, given.find('=')), given.substr(given.find('=') + 1));
  }

  std::string render(const std::string& line, std::set<std::string>& mentioned) {
    const std::string left = line.substr(0, line.find(" = "));
    Resource* resource = nullptr;
    std::string rest;
    for (const auto& [address, candidate] : by_address_) {
      if (!left.starts_with(address) || (resource && address.size() < resource->address.size())) continue;
      if (left.size() > address.size() && left[address.size()] != '.' && left[address.size()] != ' ') continue;
      resource = candidate;
      rest = left.substr(address.size());
    }
    if (!resource) return left;
    mentioned.insert(resource->address);
    if (rest.empty()) return left;
    if (rest.starts_with(" when")) return fmt::format("{} when {}", resource->address, condition(resource->exists));
    if (rest == " symbolic") return resource->is_symbolic ? left : resource->address;
    const std::size_t end = std::min(rest.find_first_of(".[", 1), rest.size());
    const std::string name = rest.substr(1, end - 1);
    const Value value = rest[0] == ' ' ? resource->meta(name) : *resource->attribute(name);
    return fmt::format("{} = {}", left, show(read(value, rest.substr(end))));
  }

  Value read(const Value& value, const std::string& path) {
    Subject subject(value);
    Evaluation evaluation{.arena = deployment_->arena, .functions = functions_};
    Diagnostics diagnostics;
    const FileId file = workspace_.add("expected", "it" + path);
    trees_.push_back(
        std::make_unique<hcl::Tree>(hcl::parse_expression(file, workspace_.file(file).text(), diagnostics)));
    return evaluate({trees_.back().get(), trees_.back()->root}, Scope(subject), evaluation);
  }

  std::string show(const Value& value) {
    if (value.is_error()) return "error: " + relative(std::string(value.as_unknown().reason));
    std::string shown = describe(value, deployment_->arena, 2000);
    if (value.is_unknown()) shown += fmt::format(" because {}", value.as_unknown().reason);
    return shown + (value.is_sensitive() ? " (sensitive)" : "");
  }

  std::string condition(Condition condition) const {
    World holds;
    World fails;
    const bool is_possible = satisfiable(condition, &holds) == Truth::yes;
    const bool is_certain = satisfiable(negate(deployment_->arena, condition), &fails) == Truth::no;
    if (is_certain) return "always";
    return is_possible ? fmt::format("{}, not when {}", to_string(holds), to_string(fails)) : "never";
  }

  std::string place(Span span) const {
    if (!span.exists()) return "nowhere";
    const SourceFile& file = workspace_.file(span.file);
    const Position position = file.position(span.begin);
    return fmt::format("{}:{}:{}", relative(file.path()), position.line, position.column);
  }

  std::string relative(std::string text) const {
    const std::string prefix = directory_.string() + "/";
    for (std::size_t at = text.find(prefix); at != text.npos; at = text.find(prefix)) text.erase(at, prefix.size());
    return text;
  }

  fs::path directory_;
  FunctionTable functions_;
  Workspace workspace_;
  std::vector<std::unique_ptr<hcl::Tree>> trees_;
  std::unique_ptr<Deployment> deployment_;
  std::map<std::string, Resource*> by_address_;
};

void check(const fs::path& directory) {
  const fs::path path = directory / "expected.txt";
  const Lines expected = read_lines(path);
  const Lines found = Fixture(directory, expected).render(expected);
  if (std::getenv("HOLDFAST_UPDATE")) {
    std::ofstream file(path);
    for (const std::string& line : found) file << line << "\n";
    return;
  }
  for (std::size_t i = 0; i < std::max(expected.size(), found.size()); ++i) {
    CAPTURE(directory.filename().string());
    CHECK((i < found.size() ? found[i] : "") == (i < expected.size() ? expected[i] : ""));
  }
}

}  // namespace

TEST_CASE("roots evaluate to what is expected of them") {
  std::vector<fs::path> directories;
  for (const auto& entry : fs::directory_iterator(fs::path(HOLDFAST_SOURCE_DIR) / "fixtures/language/terraform")) {
    directories.push_back(entry.path());
  }
  std::ranges::sort(directories);
  REQUIRE(!directories.empty());
  for (const fs::path& directory : directories) check(directory);
}
