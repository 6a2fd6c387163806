#include "expression/function.h"
#include "terraform/module_files.h"
#include "terraform/terraform.h"

#include <doctest/doctest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace holdfast;
using Paths = std::vector<std::string>;

/// A directory of our own that goes away again.
class Place {
 public:
  Place() : path_(fs::temp_directory_path() / ("holdfast-roots-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  ~Place() { fs::remove_all(path_); }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name) << text;
  }

 private:
  fs::path path_;
};

std::unique_ptr<Deployment> load(Workspace& workspace, const std::string& directory) {
  static const FunctionTable kFunctions;
  return load_terraform(workspace, directory, {}, kFunctions, nullptr);
}

}  // namespace

TEST_CASE("roots are the directories that no other calls") {
  const Place place;
  place.write("live/main.tf", "module \"a\" {\n  source = \"../modules/a\"\n}\n");
  place.write("other/main.tf.json", R"({"module": {"a": {"source": "../modules/a"}}})");
  place.write("modules/a/main.tf", "module \"b\" {\n  source = \"./b\"\n}\n# source = \"../unused\"\n");
  place.write("modules/a/b/main.tf", "");
  place.write("modules/unused/main.tf", "resource \"acme_store\" \"x\" {\n  source = \"./x.zip\"\n}\n");
  Workspace workspace;
  const Paths all = {place / "live", place / "modules/a", place / "modules/a/b", place / "modules/unused",
                     place / "other"};
  CHECK(terraform_roots(workspace, all) == Paths{place / "live", place / "modules/unused", place / "other"});
}

TEST_CASE("directories that only call each other have a root") {
  const Place place;
  place.write("a/main.tf", "module \"b\" {\n  source = \"../b\"\n}\n");
  place.write("b/main.tf", "module \"a\" {\n  source = \"../a\"\n}\n");
  Workspace workspace;
  CHECK(terraform_roots(workspace, {place / "b", place / "a"}) == Paths{place / "a"});
}

TEST_CASE("only directories with configuration files are module directories") {
  const Place place;
  place.write("tf/main.tf", "");
  place.write("tofu/main.tofu.json", "{}");
  place.write("none/main.txt", "");
  place.write("none/.main.tf", "");
  CHECK(terraform::module_files(place / "tf").size() == 1);
  CHECK(terraform::module_files(place / "tofu").size() == 1);
  CHECK(terraform::module_files(place / "none").empty());
  CHECK(terraform::module_files(place / "missing").empty());
}

TEST_CASE("a module that reaches itself through a link is a cycle") {
  const Place place;
  place.write("root/main.tf", "module \"again\" {\n  source = \"./link\"\n}\n");
  fs::create_directory_symlink(".", place / "root/link");
  Workspace workspace;
  const auto deployment = load(workspace, place / "root");
  REQUIRE(deployment->diagnostics.all().size() == 1);
  CHECK(deployment->diagnostics.all()[0].kind->id == "terraform/module-cycle");
}

TEST_CASE("modules nest only so deep") {
  const Place place;
  for (int i = 0; i < 80; ++i) {
    place.write("m" + std::to_string(i) + "/main.tf",
                "module \"next\" {\n  source = \"../m" + std::to_string(i + 1) + "\"\n}\n");
  }
  Workspace workspace;
  const auto deployment = load(workspace, place / "m0");
  REQUIRE(deployment->diagnostics.all().size() == 1);
  CHECK(deployment->diagnostics.all()[0].kind->id == "terraform/module-depth");
}

TEST_CASE("instances without bound are cut off") {
  const Place place;
  place.write("main.tf", "resource \"acme_store\" \"x\" {\n  count = 1000000000\n}\n");
  Workspace workspace;
  const auto deployment = load(workspace, place / ".");
  CHECK(deployment->diagnostics.all()[0].kind->id == "terraform/too-many-instances");
  CHECK(!deployment->incomplete_because.empty());
}

TEST_CASE("modules that call modules twice at every level are cut off") {
  const Place place;
  for (int i = 0; i < 40; ++i) {
    const std::string next = "../m" + std::to_string(i + 1);
    place.write("m" + std::to_string(i) + "/main.tf",
                "module \"a\" {\n  source = \"" + next + "\"\n}\nmodule \"b\" {\n  source = \"" + next + "\"\n}\n");
  }
  place.write("m40/main.tf", "resource \"acme_store\" \"x\" {}\n");
  Workspace workspace;
  const auto deployment = load(workspace, place / "m0");
  CHECK(deployment->diagnostics.all()[0].kind->id == "terraform/too-many-instances");
}

TEST_CASE("a long chain of locals is followed or given up, never a crash") {
  const Place place;
  std::string text = "locals {\n  l0 = 1\n";
  for (int i = 1; i < 5000; ++i) text += "  l" + std::to_string(i) + " = local.l" + std::to_string(i - 1) + "\n";
  place.write("main.tf", text + "}\nresource \"acme_store\" \"x\" {\n  size = local.l4999\n}\n");
  Workspace workspace;
  const auto deployment = load(workspace, place / ".");
  const Value size = deployment->resources[0]->written("size");
  CHECK((size.is_integer() || size.is_unknown()));
}

TEST_CASE("threads share module directories") {
  const Place place;
  place.write("a/main.tf", "module \"m\" {\n  source = \"../m\"\n}\n");
  place.write("b/main.tf", "module \"m\" {\n  source = \"../m\"\n}\n");
  place.write("m/main.tf", "resource \"acme_store\" \"x\" {}\n");
  Workspace workspace;
  TerraformModules modules;
  const FunctionTable functions;
  std::vector<std::unique_ptr<Deployment>> loaded(2);
  {
    std::jthread first([&] { loaded[0] = load_terraform(workspace, place / "a", {}, functions, nullptr, &modules); });
    std::jthread second([&] { loaded[1] = load_terraform(workspace, place / "b", {}, functions, nullptr, &modules); });
  }
  for (const auto& deployment : loaded) {
    REQUIRE(deployment->resources.size() == 1);
    CHECK(deployment->resources[0]->address == "module.m.acme_store.x");
  }
}

namespace {

/// Knows that `rule` and `rule.copy` are blocks.
class Schema final : public ComputedAttributes {
 public:
  std::optional<Value> computed(Resource&, std::string_view) override { return std::nullopt; }
  bool is_block(std::string_view, std::string_view path) const override {
    return path == "rule" || path == "rule.copy";
  }
};

}  // namespace

TEST_CASE("a lone object in JSON is a block where the provider reads blocks") {
  const Place place;
  place.write("main.tf.json", R"({"resource": {"acme_plan": {"p": {
    "rule": {"name": "r", "copy": [{"to": "x"}], "tags": {"a": 1}}, "tags": {"b": 2}}}}})");
  Workspace workspace;
  const FunctionTable functions;
  Schema schema;
  const auto deployment = load_terraform(workspace, place / ".", {}, functions, &schema);
  Resource& plan = *deployment->resources.at(0);
  CHECK(describe(plan.written("rule"), deployment->arena) ==
        R"([{ copy = [{ to = "x" }], name = "r", tags = { a = 1 } }])");
  CHECK(describe(plan.written("tags"), deployment->arena) == "{ b = 2 }");
}
