#pragma once

#include "calendar/zone.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace holdfast {

/// Time zones by their IANA names, read on first use from a directory of compiled zones. Safe to share by threads.
class ZoneDatabase {
 public:
  explicit ZoneDatabase(std::filesystem::path directory = "/usr/share/zoneinfo");

  /// Null when the name is no zone or the directory has none of that name. Universal time, under any of its names,
  /// needs no directory.
  std::shared_ptr<const Zone> find(std::string_view name);

 private:
  std::shared_ptr<const Zone> load(std::string_view name) const;

  std::filesystem::path directory_;
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const Zone>, std::less<>> zones_;  // Guarded by `mutex_`; failures are null.
};

}  // namespace holdfast
