// How people take the linter up on sources that have faults already.
#include "command/command.h"
#include "command/git.h"
#include "command/temporary_directory.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iostream>
#include <sstream>

using namespace holdfast;

namespace {

namespace fs = std::filesystem;

const std::string kRules = "--select=vault-cmk,vault-lock-present,suppression";

/// A folder to work in, with files.
class Project {
 public:
  Project() : before_(fs::current_path()) { fs::current_path(directory_.path()); }
  ~Project() { fs::current_path(before_); }

  void write(const std::string& path, const std::string& text) const {
    if (fs::path(path).has_parent_path()) fs::create_directories(fs::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }
  std::string read(const std::string& path) const {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  TemporaryDirectory directory_;
  fs::path before_;
};

struct Outcome {
  int code = 0;
  std::string out;
  bool operator==(const Outcome&) const = default;
};
std::ostream& operator<<(std::ostream& stream, const Outcome& outcome) {
  return stream << "exit " << outcome.code << "\n" << outcome.out;
}

Outcome lint(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"holdfast", "lint", "--today=2026-01-01", kRules});
  std::vector<const char*> argv;
  for (const std::string& argument : arguments) argv.push_back(argument.c_str());
  std::ostringstream out;
  std::streambuf* const before = std::cout.rdbuf(out.rdbuf());
  const int code = run_command(static_cast<int>(argv.size()), argv.data(), embedded_packs());
  std::cout.rdbuf(before);
  return {code, out.str()};
}

/// "path:line rule" of every line of the concise format.
std::string found(std::vector<std::string> arguments) {
  arguments.push_back("--format=concise");
  std::istringstream lines(lint(arguments).out);
  std::string all;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t column = line.find(':', line.find(':') + 1);
    const std::size_t rule = line.rfind('[');
    all += line.substr(0, column) + " " + line.substr(rule + 1, line.size() - rule - 2) + "\n";
  }
  return all;
}

std::string vault(const std::string& name) {
  return "resource \"aws_backup_vault\" \"" + name + "\" {\n  name = \"" + name + "\"\n}\n";
}

}  // namespace

TEST_CASE("a baseline hides what it knows, wherever it has moved to") {
  const Project project;
  project.write("main.tf", vault("a"));
  CHECK(lint({"--write-baseline=known.json", "--format=concise", "main.tf"}) == Outcome{0, ""});
  project.write("main.tf", vault("b") + vault("a"));
  CHECK(found({"--baseline=known.json", "main.tf"}) ==
        "main.tf:1 backup/vault-cmk\nmain.tf:1 backup/vault-lock-present\n");
  CHECK(lint({"--baseline=known.json", "main.tf"}).code == 1);
  CHECK(lint({"--baseline=known.json", "--format=json", "main.tf"})
            .out.find(R"("comparison": {"new": 2, "unchanged": 2, "absent": 0})") != std::string::npos);
  CHECK(lint({"--baseline=none.json", "main.tf"}).code == 3);
  CHECK(lint({"--baseline=main.tf", "main.tf"}).code == 3);

  project.write("main.tf", "# nothing is left\n");
  CHECK(lint({"--baseline=known.json", "--audit", "main.tf"}).out.find("absent") != std::string::npos);
  const Outcome sarif = lint({"--baseline=known.json", "--audit", "--format=sarif", "main.tf"});
  CHECK(sarif.out.find("\"baselineState\": \"absent\"") != std::string::npos);
  lint({"--baseline=known.json", "--write-baseline=known.json", "main.tf"});
  CHECK(project.read("known.json").find("fingerprint") == std::string::npos);
}

TEST_CASE("a baseline holds wherever in the repository the run begins") {
  const Project project;
  project.write(".git/HEAD", "");
  project.write("packs/house/rule.hcl", R"hcl(rule "vaults" {
  title    = "There are vaults"
  theme    = "house"
  on       = deployment
  require  = false
  at       = null
  message  = "there are vaults"
  severity = "high"
  why      = "A rule about a deployment as a whole."
  fix      = "None."
}
)hcl");
  project.write("infra/main.tf", vault("a"));
  const std::vector<std::string> with_house = {"--rules=" + fs::absolute("packs").string(), "--select=house/vaults"};
  const auto lint_house = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), with_house.begin(), with_house.end());
    return lint(arguments);
  };
  CHECK(lint_house({"."}).out.find("house/vaults") != std::string::npos);
  CHECK(lint_house({"--write-baseline=known.json", "."}).code == 0);
  const std::string baseline = "--baseline=" + fs::absolute("known.json").string();
  CHECK(lint_house({baseline, "infra/"}).code == 0);
  fs::current_path("infra");
  CHECK(lint_house({baseline, "."}).code == 0);
  CHECK(lint_house({baseline, "../infra"}).code == 0);
  fs::current_path("..");
  fs::remove_all(".git");
  fs::current_path("infra");
  CHECK(lint_house({baseline, "."}).code == 3);
}

TEST_CASE("what was there at a revision is not shown") {
  const Project project;
  if (!run_git({"init", "-q"})) return;
  const auto commit = [] {
    return run_git({"add", "-A"}) &&
           run_git({"-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "--no-gpg-sign", "-m", "x"});
  };
  project.write("infra/main.tf", vault("a") + "module \"m\" {\n  source = \"../module\"\n}\n");
  project.write("module/main.tf", vault("inside"));
  REQUIRE(commit());
  CHECK(found({"--changed-since=HEAD"}).empty());
  project.write("infra/new.tf", vault("b"));
  project.write("infra/main.tf", "\n\n" + project.read("infra/main.tf"));
  CHECK(found({"--changed-since=HEAD", "infra"}) ==
        "infra/new.tf:1 backup/vault-cmk\ninfra/new.tf:1 backup/vault-lock-present\n");
  CHECK(lint({"--changed-since=nothing"}).code == 3);
  CHECK(lint({"--changed-since=--help"}).code == 3);
}

TEST_CASE("faults are accepted in the sources, once") {
  const Project project;
  project.write("main.tf", vault("a") + "\r\n");
  project.write("template.yaml", "Resources:\n  A:\n    Type: AWS::Backup::BackupVault\n");
  project.write("template.json",
                "{\n  \"Resources\": {\n    \"A\": {\n      \"Type\": \"AWS::Backup::BackupVault\"\n    }\n  }\n}\n");
  project.write("json/main.tf.json", "{\"resource\": {\"aws_backup_vault\": {\"a\": {\"name\": \"a\"}}}}\n");
  CHECK(lint({"--add-ignores"}).code == 3);
  CHECK(lint({"--add-ignores", "--reason=all \"of\" it", "--owner=ops", "--expires=2027-01-31"}) ==
        Outcome{0, "8 findings accepted in 4 files\n"});
  CHECK(project.read("main.tf").starts_with(
      "# holdfast: ignore[backup/vault-cmk, backup/vault-lock-present] reason=\"all \\\"of\\\" it\" owner=\"ops\" "
      "expires=2027-01-31\r\nresource"));
  CHECK(project.read("template.yaml").find("\n  # holdfast: ignore[") != std::string::npos);
  CHECK(project.read("template.json").find("{\n      \"Metadata\": {\"Holdfast\": {\"ignore\": [{\"rules\": [") !=
        std::string::npos);
  CHECK(project.read("json/main.tf.json").find("{\"//\": \"holdfast: ignore[") != std::string::npos);
  CHECK(found({}).empty());
  CHECK(lint({"--add-ignores", "--reason=again"}) == Outcome{0, "0 findings accepted in 0 files\n"});
}

TEST_CASE("a hook judges what uses the files that have changed") {
  const Project project;
  project.write("live/main.tf", "module \"m\" {\n  source = \"../module\"\n}\n" + vault("live"));
  project.write("module/main.tf", vault("inside"));
  project.write("other/main.tf", vault("other"));
  project.write("values.yaml", "a: [1, 2\n");
  const std::string expected =
      "live/main.tf:4 backup/vault-cmk\nlive/main.tf:4 backup/vault-lock-present\n"
      "module/main.tf:1 backup/vault-cmk\nmodule/main.tf:1 backup/vault-lock-present\n";
  CHECK(found({"--hook", "module/main.tf", "values.yaml"}) == expected);
  CHECK(lint({"--hook", "values.yaml"}) == Outcome{0, ""});
  const std::string advice = "# holdfast: ignore[vault-cmk] reason=";
  CHECK(lint({"--hook", "other/main.tf"}).out.find(advice) != std::string::npos);
  CHECK(lint({"other/main.tf"}).out.find(advice) == std::string::npos);
}

TEST_CASE("a hook judges a changed template through the one that deploys it") {
  const Project project;
  project.write("parent.yaml", R"(Resources:
  Child:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./stacks/child.yaml
      Parameters: {Key: "arn:aws:kms:eu-west-1:111122223333:key/k"}
)");
  project.write("stacks/child.yaml", R"(Parameters:
  Key: {Type: String}
Resources:
  Vault:
    Type: AWS::Backup::BackupVault
    Properties: {BackupVaultName: v, EncryptionKeyArn: !Ref Key}
)");
  project.write("other.yaml", "Resources:\n  Other:\n    Type: AWS::Backup::BackupVault\n");
  CHECK(found({"--hook", "stacks/child.yaml"}) == "stacks/child.yaml:4 backup/vault-lock-present\n");
  CHECK(found({"--hook", "parent.yaml"}) == "stacks/child.yaml:4 backup/vault-lock-present\n");
}

TEST_CASE("standard input has the name that is given") {
  const Project project;
  project.write("main.tf", "");
  const auto lint_text = [](const std::string& text, const std::string& name) {
    std::istringstream in(text);
    std::streambuf* const before = std::cin.rdbuf(in.rdbuf());
    const std::string all = found({"-", "--stdin-filename", name});
    std::cin.rdbuf(before);
    return all;
  };
  CHECK(lint_text("Resources:\n  A:\n    Type: AWS::Backup::BackupVault\n", "a/b.yaml") ==
        "a/b.yaml:2 backup/vault-cmk\na/b.yaml:2 backup/vault-lock-present\n");
  CHECK(lint_text(vault("a"), "main.tf") == "main.tf:1 backup/vault-cmk\nmain.tf:1 backup/vault-lock-present\n");
  CHECK(lint_text(vault("a"), "./main.tf") == "main.tf:1 backup/vault-cmk\nmain.tf:1 backup/vault-lock-present\n");
}

TEST_CASE("controls of the user's own are those of rules") {
  const Project project;
  project.write("main.tf", vault("a"));
  project.write(".holdfast.hcl", R"hcl(
select = ["house:4.2"]
framework "house" {
  name            = "House standard"
  version         = "3"
  organization    = "Example"
  information_uri = "https://standards.example/house"
  label           = "Sections"
  guid            = "5d0c1f7e-6a2b-4c1d-9e8f-0a1b2c3d4e5f"
  controls        = { "4.2" = "Backups are encrypted with keys of ours" }
}
evidence "house" {
  controls = { "4.2" = ["vault-cmk"] }
}
)hcl");
  const Outcome outcome = lint({"--select=4.2", "main.tf"});
  CHECK(outcome.out.find("backup/vault-cmk") != std::string::npos);
  CHECK(outcome.out.find("House standard 3 4.2") != std::string::npos);
}
