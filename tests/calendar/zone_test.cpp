#include "calendar/zone.h"

#include "calendar/run_days.h"
#include "calendar/schedule.h"
#include "calendar/tzif.h"
#include "calendar/zone_database.h"
#include "calendar/zone_rule.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

using namespace holdfast;
using namespace std::chrono_literals;
namespace chrono = std::chrono;

namespace {

Instant at(chrono::year_month_day date, chrono::minutes time) { return chrono::sys_days{date} + time; }

WallTime wall(chrono::year_month_day date, chrono::minutes time) { return chrono::local_days{date} + time; }

Zone zone_by_rule(std::string_view text) {
  const auto rule = parse_zone_rule(text);
  REQUIRE(rule);
  std::vector<Zone::Transition> transitions;
  extend(transitions, *rule);
  return Zone(rule->offset, transitions);
}

std::string big_endian(std::uint64_t value, int size) {
  std::string bytes;
  for (int i = size - 1; i >= 0; --i) bytes += static_cast<char>(value >> (8 * i) & 0xff);
  return bytes;
}

std::string header(char version, unsigned transitions, unsigned types, unsigned name_bytes) {
  std::string bytes = "TZif";
  bytes += version + std::string(15, '\0');
  for (const unsigned count : {0U, 0U, 0U, transitions, types, name_bytes}) bytes += big_endian(count, 4);
  return bytes;
}

/// A zone at +1:00 that moves to +2:00 at 2020-01-01T00:00Z, then follows the footer.
std::string compiled_zone(std::string_view footer) {
  std::string bytes = header('2', 0, 1, 4) + big_endian(0, 6) + std::string("UTC\0", 4);
  bytes += header('2', 1, 2, 8) + big_endian(1577836800, 8) + '\1';
  bytes += big_endian(3600, 4) + std::string("\0\0", 2) + big_endian(7200, 4) + std::string("\0\4", 2);
  bytes += std::string("AAA\0BBB\0", 8) + "\n" + std::string(footer) + "\n";
  return bytes;
}

}  // namespace

TEST_CASE("wall times that are skipped or repeated") {
  const Zone new_york = zone_by_rule("EST5EDT,M3.2.0,M11.1.0");
  const auto spring = chrono::year{2026} / 3 / 8;
  const auto fall = chrono::year{2026} / 11 / 1;
  CHECK(new_york.instant_of(wall(spring, 1h + 59min)) == at(spring, 6h + 59min));
  CHECK_FALSE(new_york.instant_of(wall(spring, 2h)));
  CHECK_FALSE(new_york.instant_of(wall(spring, 2h + 59min)));
  CHECK(new_york.instant_of(wall(spring, 3h)) == at(spring, 7h));
  CHECK(new_york.instant_of(wall(fall, 1h)) == at(fall, 5h));
  CHECK(new_york.instant_of(wall(fall, 2h)) == at(fall, 7h));
  CHECK(new_york.wall_time(at(fall, 6h)) == wall(fall, 1h));
  CHECK(new_york.constant_offset(at(spring, 0h), at(spring, 7h)) == -5h);
  CHECK_FALSE(new_york.constant_offset(at(spring, 0h), at(spring, 7h + 1min)));
}

TEST_CASE("yearly rules in all their forms") {
  CHECK(zone_by_rule("<+0330>-3:30").offset_at(at(chrono::year{2026} / 7 / 1, 0h)) == 210min);
  CHECK(zone_by_rule("CET-1CEST,M3.5.0,M10.5.0/3").offset_at(at(chrono::year{2026} / 10 / 25, 59min)) == 2h);
  CHECK(zone_by_rule("CET-1CEST,M3.5.0,M10.5.0/3").offset_at(at(chrono::year{2026} / 10 / 25, 1h)) == 1h);
  CHECK(zone_by_rule("<-02>2<-01>,M3.5.0/-1,M10.5.0/0").offset_at(at(chrono::year{2026} / 3 / 29, 1h)) == -1h);
  CHECK(zone_by_rule("IST-1GMT0,M10.5.0,M3.5.0/1").offset_at(at(chrono::year{2026} / 1 / 1, 0h)) == 0h);
  CHECK(zone_by_rule("AAA0BBB,J60/0,J61/0").offset_at(at(chrono::year{2028} / 3 / 1, 12h)) == 1h);
  CHECK(zone_by_rule("AAA0BBB,59/0,60/0").offset_at(at(chrono::year{2028} / 2 / 29, 12h)) == 1h);
  for (const std::string_view text :
       {"", "EST", "E5", "<EST5", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0",
        "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,M3.2.0,M11.1.0,", "EST5EDT,J0,J1", "EST99", "EST5:60"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_zone_rule(text));
  }
}

TEST_CASE("compiled zones are read and continued by their footer") {
  const auto zone = parse_tzif(compiled_zone("AAA-1BBB,M3.5.0,M10.5.0/3"));
  REQUIRE(zone);
  CHECK(zone->offset_at(at(chrono::year{2019} / 12 / 31, 23h)) == 1h);
  CHECK(zone->offset_at(at(chrono::year{2020} / 1 / 1, 0h)) == 2h);
  CHECK(zone->offset_at(at(chrono::year{2026} / 1 / 1, 0h)) == 1h);
  CHECK(zone->offset_at(at(chrono::year{2199} / 7 / 1, 0h)) == 2h);
  CHECK(parse_tzif(compiled_zone("")));
}

TEST_CASE("damaged compiled zones are refused") {
  const std::string whole = compiled_zone("AAA-1BBB,M3.5.0,M10.5.0/3");
  const std::size_t data_end = whole.find("AAA-1BBB") - 1;
  for (std::size_t size = 0; size < data_end; ++size) {
    CAPTURE(size);
    CHECK_FALSE(parse_tzif(whole.substr(0, size)));
  }
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 0xff);
    (void)parse_tzif(damaged);
  }
  CHECK_FALSE(parse_tzif(header('2', 0xffffffff, 0xffffffff, 0xffffffff)));
  CHECK_FALSE(parse_tzif(compiled_zone("nonsense")));
}

TEST_CASE("universal time needs no files, anything else a file of its name") {
  ZoneDatabase empty("/nonexistent");
  for (const std::string_view name : {"UTC", "Etc/UTC", "GMT"}) CHECK(empty.find(name));
  CHECK_FALSE(empty.find("Europe/Stockholm"));

  const auto directory = std::filesystem::temp_directory_path() / "holdfast-zone-test";
  std::filesystem::create_directories(directory / "Some");
  std::ofstream(directory / "Some" / "Place_1", std::ios::binary) << compiled_zone("AAA-1");
  std::ofstream(directory / "outside", std::ios::binary) << compiled_zone("AAA-1");
  ZoneDatabase zones(directory / "Some" / "..");
  CHECK(zones.find("Some/Place_1"));
  CHECK(zones.find("Some/Place_1") == zones.find("Some/Place_1"));
  for (const std::string_view name : {"", "/", "outside", "Some", "Some/", "/Some/Place_1", "Some//Place_1",
                                      "Some/../outside", "Some/../Some/Place_1", "Some/place_1", "Mars/Olympus"}) {
    CAPTURE(name);
    CHECK_FALSE(zones.find(name));
  }
  std::thread other([&] { zones.find("Some/Place_1"); });
  CHECK_FALSE(zones.find(std::string_view("Some/Place_1\0", 13)));
  other.join();
  std::filesystem::remove_all(directory);
}

TEST_CASE("next runs follow the wall clock") {
  const auto cron = std::get<Cron>(std::get<Schedule>(parse_schedule("cron(30 1,2 * * ? *)")));
  const auto new_york = std::make_shared<const Zone>(zone_by_rule("EST5EDT,M3.2.0,M11.1.0"));
  const auto spring = chrono::year{2026} / 3 / 8;
  CHECK(next_run(cron, new_york, at(spring, 0h)) == at(spring, 6h + 30min));
  CHECK(next_run(cron, new_york, at(spring, 6h + 30min)) == at(chrono::year{2026} / 3 / 9, 5h + 30min));
  const auto fall = chrono::year{2026} / 11 / 1;
  CHECK(next_run(cron, new_york, at(fall, 5h + 30min)) == at(fall, 7h + 30min));

  const auto ended = std::get<Cron>(std::get<Schedule>(parse_schedule("cron(0 5 * * ? 2025)")));
  CHECK(next_run(ended, std::make_shared<const Zone>(), at(chrono::year{2026} / 1 / 1, 0h)) == std::nullopt);
  CHECK(next_run(ended, std::make_shared<const Zone>(), Instant::min()) == at(chrono::year{2025} / 1 / 1, 5h));
}
