// Every `case.expect` in fixtures/language/cloudformation says what `case.yaml` or `case.json` evaluates to: values of
// properties, and all diagnostics. Lines that are no results set the inputs.
#include "cloudformation/cloudformation.h"
#include "expression/function.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace holdfast;
namespace fs = std::filesystem;

/// Resources of type `Test::Stack` deploy the template that their `Template` names, or their `Body` is; types of one
/// family share a section of `Globals` each.
class Nesting final : public ComputedAttributes {
 public:
  std::optional<Value> computed(Resource& /*resource*/, std::string_view /*attribute*/) override {
    return std::nullopt;
  }
  std::span<const std::string_view> nesting_types() const override { return kTypes; }
  std::optional<NestedTemplate> nested(Resource& resource) override {
    if (resource.type != kTypes[0]) return std::nullopt;
    return NestedTemplate{.location = resource.written("Template"),
                          .parameters = resource.written("Parameters"),
                          .body = resource.written("Body"),
                          .place = resource.written("Place")};
  }
  std::string_view defaults_section(std::string_view type) const override {
    constexpr std::string_view kFamily = "AWS::Serverless::";
    return type.starts_with(kFamily) ? type.substr(kFamily.size()) : std::string_view();
  }

 private:
  static constexpr std::array<std::string_view, 1> kTypes = {"Test::Stack"};
};

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// `Store.Tags.0.Key`, `Store@DeletionPolicy`, `Store exists`, `Network/Store.Name`.
std::string result_of(const std::string& question, Deployment& deployment) {
  const std::string id = question.substr(0, question.find_first_of(".@ "));
  const auto found = std::ranges::find(deployment.resources, id, &Resource::address);
  if (found == deployment.resources.end()) return "no such resource";
  Resource& resource = **found;
  if (question == id + " exists") {
    if (resource.exists.is_always()) return "always";
    World world;
    return satisfiable(resource.exists, &world) == Truth::yes ? "when " + to_string(world) : "never";
  }
  if (question == id + " incomplete") return resource.incomplete_because;
  std::istringstream path(question.substr(id.size() + 1));
  std::string name;
  std::getline(path, name, '.');
  Value value = question[id.size()] == '@' ? resource.meta(name) : resource.written(name);
  while (std::getline(path, name, '.')) {
    if (value.is_sequence()) {
      value = value.items()[std::stoul(name)];
    } else {
      const Value* entry = value.is_mapping() ? value.find(name) : nullptr;
      value = entry ? *entry : Value();
    }
  }
  return describe(value, deployment.arena, 300);
}

std::vector<std::string> diagnostics_of(const Deployment& deployment, const Workspace& workspace) {
  std::vector<std::pair<Span, std::string>> found;
  for (const Diagnostic& diagnostic : deployment.diagnostics.all()) {
    std::string line = "- ";
    if (diagnostic.at.exists()) {
      const SourceFile& file = workspace.file(diagnostic.at.file);
      const Position at = file.position(diagnostic.at.begin);
      if (diagnostic.at.file != deployment.files[0]) line += fs::path(file.path()).filename().string() + ":";
      line += std::to_string(at.line) + ":" + std::to_string(at.column) + " ";
    }
    line += std::string(diagnostic.kind->id) + ": " + diagnostic.message;
    for (const Label& label : diagnostic.labels) line += " (" + label.text + ")";
    found.emplace_back(diagnostic.at, line);
  }
  std::ranges::sort(found);
  std::vector<std::string> lines;
  for (auto& [at, line] : found) lines.push_back(std::move(line));
  return lines;
}

struct Expectation {
  Inputs inputs;
  std::vector<std::string> questions;
  std::string expected;
};

Expectation read_expectation(const fs::path& path) {
  Expectation expectation;
  std::istringstream lines(read(path));
  for (std::string line; std::getline(lines, line);) {
    const std::string word = line.substr(0, line.find(' '));
    const std::string rest = line.substr(std::min(word.size() + 1, line.size()));
    const std::size_t equals = rest.find('=');
    if (word == "with") {
      expectation.inputs.variables.emplace_back(rest.substr(0, equals), rest.substr(equals + 1));
    } else if (word == "pin") {
      expectation.inputs.pins.emplace_back(rest.substr(0, equals), rest.substr(equals + 1));
    } else if (word == "parameters") {
      expectation.inputs.parameter_files.push_back((path.parent_path() / rest).generic_string());
    } else if (!line.empty()) {
      expectation.expected += line + "\n";
      if (word != "-") expectation.questions.push_back(line.substr(0, line.find(" = ")));
    }
  }
  return expectation;
}

fs::path template_of(const fs::path& expectation) {
  const std::string name = expectation.filename().generic_string();
  const fs::path stem = expectation.parent_path() / name.substr(0, name.find('.'));
  const fs::path yaml = stem.generic_string() + ".yaml";
  return fs::exists(yaml) ? yaml : fs::path(stem.generic_string() + ".json");
}

std::string evaluated(const fs::path& path, const Expectation& expectation) {
  Workspace workspace;
  const FunctionTable functions;
  Nesting nesting;
  const auto file = workspace.load(path.generic_string());
  REQUIRE(file.has_value());
  const auto deployment = load_cloudformation(workspace, *file, expectation.inputs, functions, &nesting);
  if (!deployment) return "no template\n";
  std::string lines;
  for (const std::string& question : expectation.questions) {
    lines += question + " = " + result_of(question, *deployment) + "\n";
  }
  if (!deployment->incomplete_because.empty()) lines += "- incomplete: " + deployment->incomplete_because + "\n";
  for (const std::string& line : diagnostics_of(*deployment, workspace)) lines += line + "\n";
  return lines;
}

}  // namespace

TEST_CASE("templates evaluate to what their expectations say") {
  std::vector<fs::path> expectations;
  for (const auto& entry : fs::directory_iterator(fs::path(HOLDFAST_SOURCE_DIR) / "fixtures/language/cloudformation")) {
    if (entry.path().extension() == ".expect") expectations.push_back(entry.path());
  }
  std::ranges::sort(expectations);
  REQUIRE(!expectations.empty());
  for (const fs::path& path : expectations) {
    CAPTURE(path.filename().string());
    const Expectation expectation = read_expectation(path);
    CHECK(evaluated(template_of(path), expectation) == expectation.expected);
  }
}

TEST_CASE("templates are not deployed without end") {
  const fs::path child = fs::path(HOLDFAST_SOURCE_DIR) / "fixtures/language/cloudformation/nested/inner.yaml";
  std::string text = "Resources:\n";
  for (int i = 0; i < 1001; ++i)
    text += "  S" + std::to_string(i) +
            ": {Type: Test::Stack, Properties: {Template: inner.yaml, Parameters: {Prefix: a}}}\n";
  Workspace workspace;
  const FileId file = workspace.add((child.parent_path() / "many.yaml").string(), text);
  const FunctionTable functions;
  Nesting nesting;
  const auto deployment = load_cloudformation(workspace, file, {}, functions, &nesting);
  REQUIRE(deployment->diagnostics.all().size() == 1);
  CHECK(deployment->diagnostics.all().front().kind->id == "cloudformation/nested-too-often");
  CHECK(!deployment->incomplete_because.empty());
}
