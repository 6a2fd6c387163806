// Any text is an expression or an error within it, and whatever is read can be measured.
#include "calendar/cadence.h"
#include "calendar/zone_rule.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

using namespace holdfast;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto parsed = parse_schedule(text, YearField::optional);
  if (const auto* error = std::get_if<ScheduleError>(&parsed)) {
    if (error->at.begin > error->at.end || error->at.end > size || error->message.empty()) std::abort();
    return 0;
  }
  std::vector<Zone::Transition> transitions;
  extend(transitions, *parse_zone_rule("EST5EDT,M3.2.0,M11.1.0"));
  const auto zone = std::make_shared<const Zone>(std::chrono::hours{-5}, transitions);
  const std::vector<Recurrence> recurrences{{.schedule = std::get<Schedule>(parsed), .zone = zone}};
  const Cadence cadence = measure_cadence(recurrences, {.first_year = 2024, .years = 2});
  if (cadence.shortest > cadence.longest || cadence.mean > cadence.longest) std::abort();
  return 0;
}
