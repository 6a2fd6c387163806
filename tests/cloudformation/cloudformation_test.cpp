// What has no text form: origins, sensitivity, identity, worlds, recognition.
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

  explicit Loaded(std::string text, const Inputs& inputs = {}) {
    const FileId file = workspace.add("template.yaml", std::move(text));
    deployment = load_cloudformation(workspace, file, inputs, functions, nullptr);
  }
  Resource& resource(std::string_view id) {
    const auto found = std::ranges::find(deployment->resources, id, &Resource::address);
    REQUIRE(found != deployment->resources.end());
    return **found;
  }
  Value property(std::string_view name) { return resource("Store").written(name); }
  std::string_view text_at(const Value& value) { return workspace.text(deployment->arena.origin(value.origin()).span); }
  std::string_view text_behind(const Value& value) {
    const Origin& origin = deployment->arena.origin(value.origin());
    return workspace.text(deployment->arena.origin(origin.via).span);
  }
};

std::string store(const std::string& properties) {
  return R"(
Parameters:
  Name: {Type: String, Default: orders}
  Stage: {Type: String, AllowedValues: [dev, prod], Default: dev}
  Open: {Type: String}
  Secret: {Type: String, NoEcho: true}
Mappings:
  Sizes: {dev: {Days: 7}}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsOpen: !Equals [!Ref Open, "yes"]
Resources:
  Key: {Type: Test::Key}
  Store:
    Type: Test::Store
    Properties:
)" + properties;
}

}  // namespace

TEST_CASE("only what may be a template is read") {
  CHECK(may_be_cloudformation("Resources:\n  A: {}\n"));
  CHECK(may_be_cloudformation(R"({"Resources": {}})"));
  CHECK(may_be_cloudformation("AWSTemplateFormatVersion: 2010-09-09\n"));
  CHECK_FALSE(may_be_cloudformation("kind: Deployment\nresources: {}\n"));
  CHECK_FALSE(may_be_cloudformation(""));
}

TEST_CASE("documents that are no templates are passed over silently") {
  for (const char* text :
       {"", "Resources: 1", "Resources: {A: {Kind: x}}", "[Resources, a]", "a: Resources:", "[", "Resources: [\n"}) {
    CAPTURE(text);
    CHECK(Loaded(text).deployment == nullptr);
  }
}

TEST_CASE("templates are known by version, by transform or by a typed resource") {
  for (const char* text :
       {"AWSTemplateFormatVersion: 2010-09-09", "Resources: {A: {Type: Test::A}}",
        "Transform: AWS::Serverless-2016-10-31\nResources: {}", "AWSTemplateFormatVersion: 2010-09-09\nResources: [\n",
        "Resources:\n\tStore: {Type: Test::Store}\n", "{\"Resources\" {\"Type\": \"Test::A\"}}"}) {
    CAPTURE(text);
    CHECK(Loaded(text).deployment != nullptr);
  }
}

TEST_CASE("values remember the narrowest text and what it was passed from") {
  Loaded loaded(store(R"(      Literal: {Inner: [1, two]}
      Parameter: !Ref Name
      Long: {"Ref": Name}
      Mapped: !FindInMap [Sizes, dev, Days]
      Built: !Sub "${Name}-x"
)"));
  const Value literal = loaded.property("Literal");
  CHECK(loaded.text_at(literal) == "Literal");
  CHECK(loaded.text_at(*literal.find("Inner")) == "Inner");
  CHECK(loaded.text_at(literal.find("Inner")->items()[1]) == "two");
  CHECK(loaded.workspace.text(loaded.deployment->arena.origin(literal.entries()[0].key_origin).span) == "Inner");
  CHECK(loaded.text_at(loaded.property("Parameter")) == "!Ref Name");
  CHECK(loaded.text_behind(loaded.property("Parameter")) == "orders");
  CHECK(loaded.text_at(loaded.property("Long")) == R"({"Ref": Name})");
  CHECK(loaded.text_at(loaded.property("Mapped")) == "!FindInMap [Sizes, dev, Days]");
  CHECK(loaded.text_behind(loaded.property("Mapped")) == "7");
  CHECK(loaded.text_at(loaded.property("Built")) == R"(!Sub "${Name}-x")");
  CHECK(loaded.workspace.text(loaded.resource("Store").header()) == "Store");
}

TEST_CASE("attributes of resources are read through them") {
  Loaded loaded(store("      Key: !GetAtt Key.Arn\n      Same: !Sub \"${Key.Arn}\"\n      Other: !Ref Key\n"));
  const Value key = loaded.property("Key");
  REQUIRE(key.is_unknown());
  CHECK(key.as_unknown().identity.subject == &loaded.resource("Key"));
  CHECK(key.as_unknown().identity.attribute == "Arn");
  CHECK(key.as_unknown().identity == loaded.property("Same").as_unknown().identity);
  CHECK(key.as_unknown().identity != loaded.property("Other").as_unknown().identity);
  const Origin& origin = loaded.deployment->arena.origin(key.origin());
  CHECK(origin.entity == &loaded.resource("Key"));
  CHECK(origin.attribute == "Arn");
}

TEST_CASE("what is equal though unknown stays equal") {
  Loaded loaded(
      store(R"(      A: [!Ref Open, !Ref "AWS::Region", !ImportValue x, !GetAZs "", "{{resolve:ssm:a:1}}", !Ref Missing]
      B: [!Ref Open, !Sub "${AWS::Region}", !ImportValue x, !GetAZs "", "{{resolve:ssm:a:1}}", !Sub "${Missing}"]
)"));
  const auto left = loaded.property("A").items();
  const auto right = loaded.property("B").items();
  for (std::size_t i = 0; i < left.size(); ++i) {
    CAPTURE(i);
    REQUIRE(left[i].is_unknown());
    REQUIRE(right[i].is_unknown());
    CHECK(left[i].as_unknown().identity.exists());
    CHECK(left[i].as_unknown().identity == right[i].as_unknown().identity);
  }
}

TEST_CASE("the environment is what the user pinned and what pseudo parameters say") {
  Inputs inputs;
  inputs.pins = {{"region", "eu-west-1"}};
  Loaded loaded(store("      Account: !Ref AWS::AccountId\n"), inputs);
  Entity& environment = loaded.resource("Store").meta("environment").as_entity();
  CHECK(environment.attribute("region")->as_text() == "eu-west-1");
  CHECK(environment.attribute("account")->as_unknown().identity == loaded.property("Account").as_unknown().identity);
}

TEST_CASE("secrets stay secret") {
  Loaded loaded(
      store("      A: !Ref Secret\n      B: !Sub \"x-${Secret}\"\n      C: \"{{resolve:secretsmanager:a}}\"\n"
            "      D: \"{{resolve:ssm:a}}\"\n      E: !Ref Name\n"));
  CHECK(loaded.property("A").is_sensitive());
  CHECK(loaded.property("B").is_sensitive());
  CHECK(loaded.property("C").is_sensitive());
  CHECK_FALSE(loaded.property("D").is_sensitive());
  CHECK_FALSE(loaded.property("E").is_sensitive());
}

TEST_CASE("a choice hangs on the parameter that decides it") {
  Loaded loaded(store("      Declared: !If [IsProd, 1, 2]\n      Undeclared: !If [IsOpen, 1, 2]\n"));
  const Value declared = loaded.property("Declared");
  REQUIRE(declared.is_choice());
  World world;
  REQUIRE(satisfiable(declared.as_choice().condition, &world) == Truth::yes);
  CHECK(to_string(world) == "Stage is prod");
  CHECK(variables(declared.as_choice().condition)[0]->declared);
  const Value undeclared = loaded.property("Undeclared");
  REQUIRE(undeclared.is_choice());
  CHECK_FALSE(variables(undeclared.as_choice().condition)[0]->declared);
  CHECK(variables(undeclared.as_choice().condition)[0]->reason == "parameter Open has no default");
}

TEST_CASE("a parameter file that cannot be read is reported") {
  Inputs inputs;
  inputs.parameter_files = {"no/such/file.json"};
  const Loaded loaded(store("      Name: !Ref Name\n"), inputs);
  REQUIRE(loaded.deployment->diagnostics.all().size() == 1);
  CHECK(loaded.deployment->diagnostics.all()[0].kind->id == "cloudformation/unreadable-parameters");
}

TEST_CASE("deep nesting, long chains and wide choices end") {
  std::string deep = "      Deep: ";
  for (int i = 0; i < 200; ++i) deep += "{\"Fn::Sub\": [\"${A}\", {A: ";
  deep += "x";
  for (int i = 0; i < 200; ++i) deep += "}]}";
  CHECK(Loaded(store(deep + "\n")).deployment != nullptr);

  std::string chain = "AWSTemplateFormatVersion: 2010-09-09\nConditions:\n  C0: !Equals [a, !Ref AWS::Region]\n";
  for (int i = 1; i < 2000; ++i) {
    chain += "  C" + std::to_string(i) + ": !Not [!Condition C" + std::to_string(i - 1) + "]\n";
  }
  chain += "Resources:\n  Store: {Type: Test::Store, Condition: C1999}\n";
  CHECK(Loaded(chain).deployment != nullptr);
}

TEST_CASE("many conditions and choices are read in no time") {
  std::string text = "Parameters:\n";
  for (int i = 0; i < 20; ++i) {
    text += "  P" + std::to_string(i) + ": {Type: String, AllowedValues: [dev, test, prod], Default: dev}\n";
  }
  text += "Conditions:\n";
  for (int i = 0; i < 40; ++i) {
    const auto other = [&](int step) { return "!Condition C" + std::to_string((i * step + 7) % i); };
    text += "  C" + std::to_string(i) + ": ";
    if (i < 20) {
      text += "!Equals [!Ref P" + std::to_string(i) + ", prod]\n";
    } else {
      text += "!Or [!And [" + other(3) + ", !Not [" + other(5) + "]], " + other(11) + "]\n";
    }
  }
  text += "Resources:\n";
  for (int i = 0; i < 50; ++i) {
    text += "  R" + std::to_string(i) + ":\n    Type: Test::Store\n    Properties:\n";
    for (int j = 0; j < 10; ++j) {
      const auto condition = [&](int step) { return "C" + std::to_string((i * 7 + j * step) % 40); };
      text += "      P" + std::to_string(j) + ": !If [" + condition(3) + ", !If [" + condition(5) +
              ", 1, !Ref AWS::NoValue], !If [" + condition(11) + ", 2, 3]]\n";
    }
  }
  Loaded loaded(text);
  REQUIRE(loaded.deployment);
  int choices = 0;
  for (const auto& resource : loaded.deployment->resources) {
    for (const std::string_view name : resource->written_names()) choices += resource->written(name).is_choice();
  }
  CHECK(choices > 400);
}

TEST_CASE("what is made from an unknown is not that unknown") {
  Loaded loaded(store(R"(      Index: !Select [!Ref Open, [a, b]]
      Key: !FindInMap [Sizes, !Ref Open, Days, {DefaultValue: 1}]
      Lookup: !FindInMap [!Sub "${Open}-x", dev, Days]
      Joined: !Join ["", !Ref "AWS::NotificationARNs"]
      Encoded: !Base64 {Ref: Open}
)"));
  for (const char* name : {"Index", "Lookup", "Joined", "Encoded"}) {
    CAPTURE(name);
    REQUIRE(loaded.property(name).is_unknown());
    CHECK_FALSE(loaded.property(name).as_unknown().identity.exists());
    CHECK(loaded.property(name).as_unknown().variable == nullptr);
  }
  CHECK(loaded.property("Key").is_choice());
}
