#include "expression/function.h"
#include "terraform/terraform.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace holdfast;

const std::string kRoot = HOLDFAST_SOURCE_DIR "/fixtures/language/terraform/";

struct Loaded {
  explicit Loaded(const std::string& name)
      : deployment(load_terraform(workspace, kRoot + name, {}, functions, nullptr)) {}

  Resource& resource(std::string_view address) const {
    for (const auto& candidate : deployment->resources) {
      if (candidate->address == address) return *candidate;
    }
    FAIL("no such resource: ", address);
    return *deployment->resources[0];
  }

  /// The texts that a value was passed through, nearest first.
  std::string way(const Value& value) const {
    std::string way;
    for (OriginId id = value.origin(); id != kNoOrigin; id = deployment->arena.origin(id).via) {
      const Span span = deployment->arena.origin(id).span;
      if (span.exists()) way += (way.empty() ? "" : " < ") + std::string(workspace.text(span));
    }
    return way;
  }

  Workspace workspace;
  FunctionTable functions;
  std::unique_ptr<Deployment> deployment;
};

}  // namespace

TEST_CASE("a value leads back through modules to the literal") {
  const Loaded loaded("modules");
  const Value days = loaded.resource("module.platform.module.store[\"orders\"].acme_store.this").written("days");
  CHECK(loaded.way(days) == "var.days < each.value.days < 7");
}

TEST_CASE("a value read from another resource says so") {
  const Loaded loaded("conditional");
  const Value target = loaded.resource("acme_link.from_maybe[0]").written("target");
  CHECK(loaded.way(target) == "acme_store.maybe[0].name < \"maybe\" < \"maybe\"");
  bool is_found = false;
  for (OriginId id = target.origin(); id != kNoOrigin; id = loaded.deployment->arena.origin(id).via) {
    const Origin& origin = loaded.deployment->arena.origin(id);
    is_found =
        is_found || (origin.entity && origin.entity->label() == "acme_store.maybe[0]" && origin.attribute == "name");
  }
  CHECK(is_found);
}

TEST_CASE("a block has its header as origin, its arguments keep their own") {
  const Loaded loaded("dynamic");
  const Value rules = loaded.resource("acme_plan.nested").written("rule");
  REQUIRE(rules.items().size() == 3);
  CHECK(loaded.way(rules.items()[2]) == "rule");
  CHECK(loaded.way(*rules.items()[2].find("name")) == "\"static\"");
  CHECK(loaded.way(*rules.items()[0].find("name")) == "rule.key < daily");
  CHECK(loaded.way(*rules.items()[0].find("days")) == "rule.value.days < 7");
}

TEST_CASE("a resource knows the calls that brought it in") {
  const Loaded loaded("modules");
  const Resource& store = loaded.resource("module.platform.module.store[\"media\"].acme_store.this");
  REQUIRE(store.call_chain.size() == 2);
  CHECK(loaded.workspace.text(store.call_chain[0]) == "module \"platform\"");
  CHECK(loaded.workspace.text(store.call_chain[1]) == "module \"store\"");
  CHECK(loaded.workspace.text(store.header_span) == "resource \"acme_store\" \"this\"");
}

TEST_CASE("resources stand in source order") {
  const Loaded loaded("count");
  std::string order;
  for (const auto& resource : loaded.deployment->resources) order += resource->address + " ";
  CHECK(order == "acme_store.text[0] acme_store.text[1] acme_link.all[0] acme_link.all[1] ");
  CHECK(loaded.deployment->of_type("acme_store").size() == 2);
  CHECK(loaded.deployment->of_type("acme_other").empty());
}

TEST_CASE("JSON values point at what is written in the file") {
  const Loaded loaded("json");
  const Resource& plan = loaded.resource("acme_plan.main");
  CHECK(loaded.workspace.text(plan.header_span) == "\"main\"");
  Resource& written = loaded.resource("acme_plan.main");
  CHECK(loaded.way(written.written("number")) == "-12.5");
  CHECK(loaded.way(written.written("plain")) == "\"overridden\"");
  CHECK(loaded.way(written.written("name")) == "${local.name} < json-${upper(\\\"a\\\")}");
}
