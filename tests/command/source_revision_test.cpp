#include "command/source_revision.h"

#include <doctest/doctest.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace holdfast;
namespace fs = std::filesystem;

namespace {

constexpr const char* kCommit = "0123456789abcdef0123456789abcdef01234567";

/// A folder that is gone afterwards. Variables of a pipeline are out of the way meanwhile.
class Checkout {
 public:
  Checkout() : root_(fs::temp_directory_path() / ("holdfast-revision-" + std::to_string(::getpid()))) {
    for (const char* name :
         {"GITHUB_REPOSITORY", "CI_PROJECT_URL", "BUILD_REPOSITORY_URI", "BITBUCKET_GIT_HTTP_ORIGIN"})
      ::unsetenv(name);
    fs::create_directories(root_);
  }
  ~Checkout() { fs::remove_all(root_); }

  void write(const std::string& path, const std::string& text) const {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path) << text;
  }
  std::string revision(const std::string& below = "") const {
    const auto found = source_revision((root_ / below).string());
    return found ? found->repository_uri + " " + found->commit : "none";
  }

 private:
  fs::path root_;
};

constexpr const char* kConfig =
    "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = git@github.com:example/infra.git\n";

}  // namespace

TEST_CASE("remotes become addresses that a browser opens") {
  CHECK(web_address("https://github.com/example/infra.git") == "https://github.com/example/infra");
  CHECK(web_address("https://user:secret@host.example/a/b/") == "https://host.example/a/b");
  CHECK(web_address("git@gitlab.com:group/sub/name.git") == "https://gitlab.com/group/sub/name");
  CHECK(web_address("ssh://git@host.example:2222/a/b.git") == "https://host.example/a/b");
  CHECK(web_address("http://host.example:8080/a") == "http://host.example:8080/a");
}

TEST_CASE("what lies on this machine has no address") {
  for (const char* remote : {"", "/srv/git/infra.git", "../infra", "file:///srv/infra", "https://host.example", "c"})
    CHECK(web_address(remote) == "");
  CHECK(web_address("https://host.example/a b") == "");
}

TEST_CASE("a revision is read from the files of git") {
  const Checkout checkout;
  CHECK(checkout.revision() == "none");
  checkout.write(".git/config", kConfig);
  checkout.write(".git/HEAD", "ref: refs/heads/main\n");
  CHECK(checkout.revision() == "none");
  checkout.write(".git/packed-refs", std::string("# pack-refs\n") + kCommit + " refs/heads/main\n");
  CHECK(checkout.revision() == std::string("https://github.com/example/infra ") + kCommit);
  checkout.write(".git/refs/heads/main", std::string(40, 'a') + "\n");
  CHECK(checkout.revision() == "https://github.com/example/infra " + std::string(40, 'a'));
}

TEST_CASE("a work tree shares what its repository has") {
  const Checkout checkout;
  checkout.write("main/.git/config", kConfig);
  checkout.write("main/.git/worktrees/other/HEAD", std::string(kCommit) + "\n");
  checkout.write("main/.git/worktrees/other/commondir", "../..\n");
  checkout.write("other/.git", "gitdir: ../main/.git/worktrees/other\n");
  CHECK(checkout.revision("other") == std::string("https://github.com/example/infra ") + kCommit);
}

TEST_CASE("a pipeline knows better than the files") {
  const Checkout checkout;
  checkout.write(".git/HEAD", std::string(40, 'b'));
  ::setenv("CI_PROJECT_URL", "https://gitlab.com/example/infra", 1);
  ::setenv("CI_COMMIT_SHA", kCommit, 1);
  CHECK(checkout.revision() == std::string("https://gitlab.com/example/infra ") + kCommit);
  ::unsetenv("CI_PROJECT_URL");
}
