// Input that is made to be too much: what it costs is bounded, and what is left out is said.
#include "cloudformation/cloudformation.h"
#include "expression/function.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace holdfast;

namespace {

struct Loaded {
  Workspace workspace;
  FunctionTable functions;
  std::unique_ptr<Deployment> deployment;

  explicit Loaded(std::string text) {
    deployment =
        load_cloudformation(workspace, workspace.add("template.yaml", std::move(text)), {}, functions, nullptr);
  }
  Value property(std::string_view name) { return deployment->resources.at(0)->written(name); }
  bool reports(std::string_view id) const {
    return std::ranges::any_of(deployment->diagnostics.all(), [&](const Diagnostic& d) { return d.kind->id == id; });
  }
};

std::string repeated(int count, const auto& part) {
  std::string text;
  for (int i = 0; i < count; ++i) text += part(std::to_string(i));
  return text;
}

/// A template with so many conditions, each on a parameter of its own.
std::string conditions(int count, const std::string& resources) {
  const auto parameter = [](const std::string& n) { return "  P" + n + ": {Type: String, AllowedValues: [a, b]}\n"; };
  const auto condition = [](const std::string& n) { return "  C" + n + ": !Equals [!Ref P" + n + ", a]\n"; };
  return "Parameters:\n" + repeated(count, parameter) + "Conditions:\n" + repeated(count, condition) + "Resources:\n" +
         resources;
}

const std::string kLoop = "Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::S:\n";

std::string loop(int count, const std::string& body) {
  return "    - N\n    - [" + repeated(count, [](const std::string& n) { return "n" + n + ","; }) + "]\n    - " + body +
         "\n";
}

}  // namespace

TEST_CASE("independent conditions are not multiplied") {
  const auto choice = [](const std::string& n) {
    return "      V" + n + ": !If [C" + std::to_string(std::stoi(n) % 40) + ", x, y]\n";
  };
  Loaded read(conditions(40, "  Store:\n    Type: Test::Store\n    Properties:\n" + repeated(500, choice)));
  CHECK(read.deployment->diagnostics.all().empty());
  CHECK(read.property("V499").is_choice());
}

TEST_CASE("a value that hangs on forty conditions is given up with a reason") {
  const auto choice = [](const std::string& n) { return "!If [C" + n + ", x" + n + ", y" + n + "],"; };
  Loaded read(conditions(
      40, "  Store:\n    Type: Test::Store\n    Properties:\n      V: !Join ['-', [" + repeated(40, choice) + "]]\n"));
  const Value value = read.property("V");
  REQUIRE(value.is_unknown());
  CHECK(std::string(value.as_unknown().reason) == "too many scenarios");
}

TEST_CASE("loops make many resources, and not any number") {
  const auto body = [](const std::string& n) { return "\"S" + n + "${N}\": {Type: Test::Store},"; };
  const Loaded many(kLoop + loop(500, "{" + repeated(50, body) + "}"));
  CHECK(many.deployment->resources.size() == 25'000);
  CHECK(many.deployment->incomplete_because.empty());

  const std::string inner = "{\"Fn::ForEach::T\": [M, [" +
                            repeated(1000, [](const std::string& n) { return "m" + n + ","; }) +
                            "], {\"S${N}${M}\": {Type: Test::Store}}]}";
  const Loaded endless(kLoop + loop(1000, inner));
  CHECK(endless.deployment->resources.size() < 110'000);
  CHECK(endless.deployment->incomplete_because == "its loops make too many names");
}

TEST_CASE("aliases that repeat each other end") {
  std::string text = "AWSTemplateFormatVersion: 2010-09-09\nMetadata:\n  - &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 10; ++i) {
    const std::string last = "*a" + std::to_string(i - 1) + " ";
    text += "  - &a" + std::to_string(i) + " [" + repeated(10, [&](const std::string&) { return last + ","; }) + "]\n";
  }
  const Loaded read(text + "Resources: {Store: {Type: Test::Store, Properties: {V: *a9 }}}\n");
  CHECK(read.reports("yaml/too-many-aliases"));
}

TEST_CASE("nesting ends, and what is read stays") {
  const std::string open(100'000, '['), close(100'000, ']');
  const Loaded json(R"({"Resources": {"Store": {"Type": "Test::Store", "Properties": {"V": )" + open + close + "}}}}");
  CHECK(json.reports("json/too-deep"));
  CHECK(json.deployment->resources.size() == 1);
  const Loaded yaml("Resources:\n  Store:\n    Type: Test::Store\n    Properties: {V: " + open + close + "}\n");
  CHECK(yaml.reports("yaml/too-deep"));
}

TEST_CASE("a template of a megabyte is read as a small one is") {
  const auto store = [](const std::string& n) {
    return "  S" + n + ":\n    Type: Test::Store\n    Properties:\n      Name: !Sub '${AWS::StackName}-" + n +
           "'\n      Tags: [{Key: a, Value: b}, {Key: c, Value: d}]\n";
  };
  const std::string text = "Resources:\n" + repeated(8000, store);
  REQUIRE(text.size() > 1'000'000);
  const Loaded read(text);
  CHECK(read.deployment->resources.size() == 8000);
  CHECK(read.deployment->diagnostics.all().empty());
}

TEST_CASE("what is hardly a file is no template") {
  for (const char* text : {",", "\t", "---\n---\n", "- - - -", "&a [*a]", "{", "? ? ?"}) {
    CAPTURE(text);
    CHECK(Loaded(text).deployment == nullptr);
  }
}
