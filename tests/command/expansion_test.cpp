// What a template holds when types of it stand for others: by a small pack of its own.
#include "cloudformation/cloudformation.h"
#include "expression/function.h"
#include "model/model.h"
#include "rule/pack.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace holdfast;

namespace {

constexpr std::string_view kPack = R"hcl(
expansion "Test::Group" {
  defaults = "Group"
  names {
    prefix = "${address}-"
  }
  resource "store" {
    type = "Test::Store"
    keep = ["Size"]
    properties {
      Name  = "${prefix}store"
      Guard = guard.Ref
      First = boxes.A.Label
    }
  }
  resource "guard" {
    type = "Test::Guard"
    name = "${address}Guard"
    when = raw.Guard == null
    properties { Of = store.Size }
  }
  resource "boxes" {
    type = "Test::Box"
    name = "${address}${key}"
    each = raw.Boxes
    when = item.Open
    properties { Label = item.Label }
    meta { DeletionPolicy = "Retain" }
  }
  resource "label" {
    type = "Test::Label"
    part = "Label"
    name = "${address}Label"
    when = raw.Shelf != null
    properties { Of = sources[name_of(raw.Shelf)].Kind }
  }
  addition "books" {
    into = source_of(raw.Shelf)
    properties {
      Books = [address, "index"]
      Rooms = { "${address}" = [is_literal(raw.Size), is_literal(raw.Guard)] }
      Kind  = "deep"
    }
  }
  resource "room" {
    type = "Test::Room"
    name = "SharedRoom"
  }
}
)hcl";

constexpr std::string_view kTemplate = R"(
Parameters:
  Kind: {Type: String, AllowedValues: [small, large], Default: small}
Conditions:
  IsLarge: !Equals [!Ref Kind, large]
Globals:
  Group: {Size: 3}
Resources:
  User:
    Type: Test::User
    Properties:
      Size: !GetAtt One.Size
      Guard: !GetAtt OneGuard.Of
      Missing: !GetAtt TwoGuard.Of
      Labelled: [!GetAtt One.Label.Of, !GetAtt [One.Label, Of], !Sub "${One.Label}"]
      Label: !Ref One.Label
  One:
    Type: Test::Group
    DeletionPolicy: Snapshot
    Properties:
      Shelf: !Ref Shelf
      Boxes:
        A: {Open: true, Label: first}
        B: {Open: false, Label: second}
        C: !If [IsLarge, {Open: true, Label: third}, !Ref AWS::NoValue]
  Two:
    Type: Test::Group
    Condition: IsLarge
    Properties:
      Guard: !GetAtt OneGuard.Of
      Size: !If [IsLarge, 9, 1]
      Shelf: !Ref Shelf
  Shelf:
    Type: Test::Shelf
    Properties:
      Kind: wide
      Books: [own, index]
      Rooms: {Own: true}
)";

struct Expanded {
  Workspace workspace;
  Packs packs;
  Diagnostics diagnostics;
  FunctionTable functions;
  std::unique_ptr<Model> model;
  std::unique_ptr<Deployment> deployment;

  Expanded() {
    const FileId pack = workspace.add("pack/a.hcl", std::string(kPack));
    packs.add(std::make_unique<hcl::Tree>(hcl::parse_file(pack, workspace.file(pack).text(), diagnostics)), "pack",
              diagnostics);
    packs.finish(diagnostics);
    packs.check(functions, diagnostics);
    REQUIRE(!diagnostics.has_errors());
    model = std::make_unique<Model>(packs.definitions(), functions, Value());
    const FileId file = workspace.add("template.yaml", std::string(kTemplate));
    deployment = load_cloudformation(workspace, file, {}, functions, model.get());
    model->attach(*deployment);
  }
  ~Expanded() { deployment.reset(); }

  Resource* find(std::string_view address) {
    const auto found = std::ranges::find(deployment->resources, address, &Resource::address);
    return found == deployment->resources.end() ? nullptr : found->get();
  }
  std::string property(std::string_view address, std::string_view name) {
    return describe(find(address)->written(name), deployment->arena);
  }
  std::string_view text_at(const Value& value) { return workspace.text(deployment->arena.origin(value.origin()).span); }
};

}  // namespace

TEST_CASE("a source is replaced by what it stands for") {
  Expanded expanded;
  std::string all;
  for (const auto& resource : expanded.deployment->resources) all += resource->type + " " + resource->address + "\n";
  CHECK(all ==
        "Test::User User\nTest::Store One\nTest::Store Two\nTest::Shelf Shelf\nTest::Guard OneGuard\nTest::Box OneA\n"
        "Test::Box OneC\nTest::Label OneLabel\nTest::Room SharedRoom\nTest::Label TwoLabel\n");
  CHECK(!expanded.deployment->diagnostics.has_errors());
}

TEST_CASE("generated resources have properties from their source and from each other") {
  Expanded expanded;
  CHECK(expanded.property("One", "Name") == "\"One-store\"");
  CHECK(expanded.property("One", "Size") == "3");
  CHECK(expanded.property("Two", "Size") == "9 or 1");
  CHECK(expanded.property("One", "First") == "\"first\"");
  CHECK(expanded.property("OneGuard", "Of") == "3");
  CHECK(expanded.property("Two", "Guard") == "null");
  CHECK(expanded.property("User", "Size") == "3");
  CHECK(expanded.property("User", "Guard") == "3");
}

TEST_CASE("generated resources exist when their source and their item do") {
  Expanded expanded;
  CHECK(expanded.find("OneA")->exists.is_always());
  World world;
  REQUIRE(satisfiable(expanded.find("OneC")->exists, &world) == Truth::yes);
  CHECK(to_string(world) == "Kind is large");
  CHECK(expanded.find("SharedRoom")->exists.is_always());
  CHECK(!expanded.find("Two")->exists.is_always());
}

TEST_CASE("generated resources have the facts of their source unless they have their own") {
  Expanded expanded;
  CHECK(expanded.find("One")->meta("DeletionPolicy").as_text() == "Snapshot");
  CHECK(expanded.find("OneGuard")->meta("DeletionPolicy").as_text() == "Snapshot");
  CHECK(expanded.find("OneA")->meta("DeletionPolicy").as_text() == "Retain");
}

TEST_CASE("what is generated points at what it is made for") {
  Expanded expanded;
  CHECK(expanded.workspace.text(expanded.find("OneGuard")->header()) == "One");
  CHECK(expanded.workspace.text(expanded.find("OneA")->header()) == "A");
  CHECK(expanded.text_at(expanded.find("OneA")->written("Label")) == "first");
  CHECK(expanded.text_at(expanded.find("Two")->written("Name")) == "Two");
}

TEST_CASE("what is generated is part of its source") {
  Expanded expanded;
  CHECK(expanded.property("User", "Labelled") == "[\"wide\", \"wide\", ${Ref}]");
  CHECK(expanded.property("User", "Label") == "${Ref}");
}

TEST_CASE("a source adds to what others declare") {
  Expanded expanded;
  CHECK(expanded.property("Shelf", "Kind") == "\"wide\"");
  CHECK(expanded.property("Shelf", "Books") == R"(["own", "index", "One", "Two"] or ["own", "index", "One"])");
  CHECK(expanded.property("Shelf", "Rooms") ==
        "{ One = [true, false], Own = true, Two = [true, false] } or { One = [true, false], Own = true }");
}
