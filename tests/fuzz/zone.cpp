// Any bytes are a zone or none, and any zone can be asked.
#include "calendar/tzif.h"
#include "calendar/zone_rule.h"

#include <cstdint>
#include <string_view>
#include <vector>

using namespace holdfast;
namespace chrono = std::chrono;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::vector<Zone::Transition> transitions;
  if (const auto rule = parse_zone_rule(bytes)) extend(transitions, *rule);
  if (const auto zone = parse_tzif(bytes)) {
    for (chrono::year year{1969}; year < chrono::year{2201}; ++year) {
      const chrono::sys_days day{year / 3 / 28};
      (void)zone->constant_offset(day, day + chrono::days{1});
      (void)zone->instant_of(WallTime{day.time_since_epoch() + chrono::minutes{150}});
    }
  }
  return 0;
}
