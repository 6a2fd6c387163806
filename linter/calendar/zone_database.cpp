#include "calendar/zone_database.h"

#include "calendar/tzif.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <utility>

namespace holdfast {
namespace {

constexpr std::array<std::string_view, 13> kUniversalNames{
    "UTC",     "Etc/UTC",       "GMT",       "Etc/GMT", "Greenwich", "Etc/Greenwich", "UCT",
    "Etc/UCT", "Etc/Universal", "Universal", "Zulu",    "Etc/Zulu",  "GMT0"};

constexpr std::size_t kNameLengthMax = 64;
constexpr std::size_t kFileSizeMax = std::size_t{1} << 16;  // Compiled zones have a few thousand bytes.

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool may_stand_in_name(char c) {
  return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '+' || c == '-';
}

/// Every part starts with a capital, which keeps `..`, absolute paths and the directory's other files out.
bool is_zone_name(std::string_view name) {
  if (name.empty() || name.size() > kNameLengthMax) return false;
  char previous = '/';
  for (const char c : name) {
    if (previous == '/' ? !is_upper(c) : !(may_stand_in_name(c) || c == '/')) return false;
    previous = c;
  }
  return previous != '/';
}

std::string read_start(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return {};
  std::ifstream file(path, std::ios::binary);
  std::string bytes(kFileSizeMax, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

}  // namespace

ZoneDatabase::ZoneDatabase(std::filesystem::path directory) : directory_(std::move(directory)) {}

std::shared_ptr<const Zone> ZoneDatabase::find(std::string_view name) {
  const std::lock_guard lock(mutex_);
  auto found = zones_.find(name);
  if (found == zones_.end()) found = zones_.emplace(std::string(name), load(name)).first;
  return found->second;
}

std::shared_ptr<const Zone> ZoneDatabase::load(std::string_view name) const {
  if (std::find(kUniversalNames.begin(), kUniversalNames.end(), name) != kUniversalNames.end()) {
    return std::make_shared<const Zone>();
  }
  if (!is_zone_name(name)) return nullptr;
  std::optional<Zone> zone = parse_tzif(read_start(directory_ / name));
  return zone ? std::make_shared<const Zone>(*std::move(zone)) : nullptr;
}

}  // namespace holdfast
