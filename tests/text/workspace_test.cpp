#include "text/workspace.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include <sys/stat.h>
#include <unistd.h>

using namespace holdfast;

namespace {

class TemporaryFolder {
 public:
  TemporaryFolder() : path_(std::filesystem::temp_directory_path() / ("workspace-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  std::string file(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name) << text;
    return path(name);
  }
  std::string path(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("the same path is read once") {
  const TemporaryFolder folder;
  Workspace workspace;
  const std::string path = folder.file("main.tf", "a = 1\n");
  const Result<FileId> first = workspace.load(path);
  REQUIRE(first.has_value());
  folder.file("main.tf", "changed");
  CHECK(workspace.load(path).value() == first.value());
  CHECK(workspace.file(*first).text() == "a = 1\n");
  CHECK(workspace.file(*first).path() == path);
  CHECK(workspace.text(Span{*first, 4, 5}) == "1");
}

TEST_CASE("an empty file is a file") {
  const TemporaryFolder folder;
  Workspace workspace;
  CHECK(workspace.load(folder.file("empty.tf", "")).has_value());
}

TEST_CASE("what is missing or no regular file is refused with a reason") {
  const TemporaryFolder folder;
  Workspace workspace;
  const auto message = [&](const std::string& path) { return workspace.load(path).error().message; };
  CHECK(message(folder.path("none.tf")) == "cannot read " + folder.path("none.tf") + ": No such file or directory");
  CHECK(message(folder.path("")).ends_with("it is not a regular file"));
  REQUIRE(mkfifo(folder.path("pipe").c_str(), 0600) == 0);
  CHECK(message(folder.path("pipe")).ends_with("it is not a regular file"));
}

TEST_CASE("added texts are files of their own, whatever they are called") {
  Workspace workspace;
  const FileId first = workspace.add("<stdin>", "one");
  const FileId second = workspace.add("<stdin>", "two");
  CHECK(first != second);
  CHECK(workspace.file(first).text() == "one");
  CHECK(workspace.file(second).text() == "two");
}
