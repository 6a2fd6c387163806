#include "command/output.h"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>

using namespace holdfast;

TEST_CASE("pipes and devices are written to, not replaced") {
  const std::filesystem::path pipe =
      std::filesystem::temp_directory_path() / ("holdfast-pipe-" + std::to_string(getpid()));
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  const int reader = open(pipe.c_str(), O_RDWR);
  CHECK(write_file(pipe, "report").has_value());
  CHECK(std::filesystem::is_fifo(pipe));
  std::string read(6, ' ');
  CHECK(::read(reader, read.data(), read.size()) == 6);
  CHECK(read == "report");
  close(reader);
  std::filesystem::remove(pipe);
}
