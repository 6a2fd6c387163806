#include "calendar/cadence.h"
#include "calendar/schedule.h"
#include "calendar/weekly_window.h"
#include "calendar/zone_database.h"
#include "expression/collection.h"
#include "expression/convert.h"
#include "expression/function_themes.h"
#include "expression/unknowns.h"
#include "value/number.h"

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

namespace holdfast {

namespace {

std::string_view kind_word(ScheduleErrorKind kind) {
  switch (kind) {
    case ScheduleErrorKind::not_an_expression: return "not_an_expression";
    case ScheduleErrorKind::missing_year: return "missing_year";
    case ScheduleErrorKind::wrong_field_count: return "wrong_field_count";
    case ScheduleErrorKind::day_fields_conflict: return "day_fields_conflict";
    case ScheduleErrorKind::out_of_range: return "out_of_range";
    case ScheduleErrorKind::bad_syntax: return "bad_syntax";
    case ScheduleErrorKind::unsupported: return "unsupported";
    case ScheduleErrorKind::never_fires: return "never_fires";
  }
  return "bad_syntax";
}

Value schedule_problem(Call& call) {
  if (call[0].is_null()) return Value::null();
  const auto parsed = parse_schedule(call.text(0));
  const auto* error = std::get_if<ScheduleError>(&parsed);
  if (!error) return Value::null();
  const Value::Entry entries[] = {{"kind", call.text_value(kind_word(error->kind))},
                                  {"message", call.text_value(error->message)}};
  return Value::mapping(call.arena(), ValueKind::object, entries);
}

std::shared_ptr<const Zone> find_zone(Call& call, std::string_view name) {
  if (!call.evaluation.zones) call.evaluation.zones = std::make_shared<ZoneDatabase>();
  return call.evaluation.zones->find(name);
}

Value minutes_value(Call& call, std::chrono::minutes minutes) {
  if (minutes == kNever) return *divide(call.arena(), Value::integer(1), Value::integer(0));
  return Value::integer(minutes.count());
}

Value unknown_zone(Call& call, std::string_view name) {
  return unknown_value(call.arena(), "the time zone \"" + std::string(name) + "\" is not known here", {},
                       number_type());
}

/// Fills the schedule and its zone; an unknown or an error where that is not possible.
Value read_recurrence(Call& call, std::size_t i, const Value& schedule, const Value& zone, Recurrence& recurrence) {
  if (schedule.is_unknown()) return unknown_result(call.evaluation, {schedule}, number_type());
  if (!schedule.is_text()) return call.error(i, "a schedule is required");
  auto parsed = parse_schedule(schedule.as_text());
  if (const auto* error = std::get_if<ScheduleError>(&parsed)) return call.error(i, error->message);
  recurrence.schedule = std::get<Schedule>(std::move(parsed));
  if (zone.is_unknown()) return unknown_result(call.evaluation, {zone}, number_type());
  if (zone.is_text()) {
    auto found = find_zone(call, zone.as_text());
    if (!found) return unknown_zone(call, zone.as_text());
    recurrence.zone = std::move(found);
  }
  return {};
}

Value measure(Call& call, std::span<const Recurrence> recurrences, std::chrono::minutes Cadence::*figure) {
  const Cadence cadence = measure_cadence(recurrences);
  if (!cadence.is_complete)
    return unknown_value(call.arena(), "the schedules are too dense to measure", {}, number_type());
  return minutes_value(call, cadence.*figure);
}

Value measure_one(Call& call, std::chrono::minutes Cadence::*figure) {
  if (call[0].is_null()) return Value::null();
  Recurrence recurrence;
  const Value problem = read_recurrence(call, 0, call[0], call.count() > 1 ? call[1] : Value(), recurrence);
  return problem.is_unknown() ? problem : measure(call, {&recurrence, 1}, figure);
}

Value schedule_gap(Call& call) { return measure_one(call, &Cadence::longest); }
Value schedule_gap_min(Call& call) { return measure_one(call, &Cadence::shortest); }

/// A figure, and what it would be had no clock changed.
struct Figure {
  std::chrono::minutes Cadence::*actual;
  std::chrono::minutes Cadence::*by_wall_clock;
};

/// The figure, except that a shift by daylight saving up to the tolerance does not count.
Value tolerant_gap(Call& call, std::span<const Recurrence> recurrences, Figure figure, std::chrono::minutes tolerance) {
  const Cadence cadence = measure_cadence(recurrences);
  if (!cadence.is_complete)
    return unknown_value(call.arena(), "the schedules are too dense to measure", {}, number_type());
  const auto gap = cadence.*figure.actual, by_wall_clock = cadence.*figure.by_wall_clock;
  const bool is_tolerable = gap != kNever && gap - by_wall_clock <= tolerance;
  return minutes_value(call, is_tolerable ? by_wall_clock : gap);
}

/// Several recurrences, as far as they can be told.
struct Recurrences {
  std::vector<Recurrence> known;
  Value open;                    ///< What is not known of the others; null when all are known.
  std::vector<int> open_groups;  ///< Where one that is not known may swallow others.
};

Recurrences read_recurrences(Call& call, std::span<const Value> items) {
  Recurrences result;
  std::vector<Value> groups;  // only rules of one group swallow each other's runs
  for (const Value& item : items) {
    const auto field = [&](std::string_view name) { return read_attribute(item, name, call.span(0), call.evaluation); };
    Recurrence recurrence;
    const Value problem = read_recurrence(call, 0, field("schedule"), field("zone"), recurrence);
    const Value start_window = field("start_window");
    const Value retention = field("retention");
    const Value group = field("group");
    const auto same =
        std::find_if(groups.begin(), groups.end(), [&](const Value& other) { return equal_known(group, other); });
    recurrence.group = static_cast<int>(same - groups.begin());
    if (same == groups.end()) groups.push_back(group);
    if (problem.is_unknown() || start_window.is_unknown() || retention.is_unknown()) {
      if (!start_window.is_null()) result.open_groups.push_back(recurrence.group);
      if (!result.open.is_unknown()) {
        result.open = unknown_result(call.evaluation, {problem, start_window, retention}, number_type());
      }
      continue;
    }
    if (const auto minutes = start_window.is_number() ? to_integer(start_window) : std::nullopt) {
      recurrence.start_window = std::chrono::minutes(*minutes);
    }
    if (const auto days = retention.is_number() ? to_integer(retention) : std::nullopt) {
      recurrence.retention = std::chrono::days(*days);
    }
    result.known.push_back(std::move(recurrence));
  }
  return result;
}

/// A gap that several schedules leave together. What one of them cannot tell leaves, as an upper bound, the gap that
/// those leave whose runs it cannot swallow.
Value gap_of_union(Call& call, Figure figure) {
  if (call[0].is_null()) return Value::null();
  if (call[0].is_unknown()) return call.unknown();
  if (!call[0].is_sequence()) return call.error(0, std::string(kind_name(call[0])) + " is no list");
  const auto tolerance = call.has(1) ? to_integer(call[1]).value_or(0) : 0;
  auto [recurrences, open, open_groups] = read_recurrences(call, call[0].items());
  std::erase_if(recurrences, [groups = std::move(open_groups)](const Recurrence& recurrence) {
    return std::find(groups.begin(), groups.end(), recurrence.group) != groups.end();
  });
  const Value gap =
      recurrences.empty() ? Value() : tolerant_gap(call, recurrences, figure, std::chrono::minutes(tolerance));
  if (!open.is_unknown()) return gap;
  if (open.is_error() || !gap.is_number()) return open;
  Unknown bounded = open.as_unknown();
  bounded.maximum = call.arena().make(gap);
  return Value::unknown(call.arena(), bounded);
}

Value schedule_gap_union(Call& call) {
  return gap_of_union(call, {&Cadence::longest, &Cadence::longest_by_wall_clock});
}

Value schedule_gap_late(Call& call) {
  return gap_of_union(call, {&Cadence::longest_with_start_window, &Cadence::longest_with_start_window_by_wall_clock});
}

/// What share of the first schedule's runs the others swallow, from 0 to 1.
Value schedule_swallowed(Call& call) {
  if (call[0].is_null()) return Value::null();
  if (call[0].is_unknown()) return call.unknown();
  if (!call[0].is_sequence()) return call.error(0, std::string(kind_name(call[0])) + " is no list");
  const auto [recurrences, open, open_groups] = read_recurrences(call, call[0].items());
  if (open.is_unknown()) return open;
  const Cadence cadence = measure_cadence(recurrences);
  if (!cadence.is_complete)
    return unknown_value(call.arena(), "the schedules are too dense to measure", {}, number_type());
  if (cadence.runs.empty() || cadence.runs[0].planned == 0) return Value::integer(0);
  return *divide(call.arena(), Value::integer(cadence.runs[0].swallowed), Value::integer(cadence.runs[0].planned));
}

/// Whether runs begin in a weekly window or shortly before it.
Value schedule_meets(Call& call) {
  if (call[0].is_null() || call[2].is_null()) return Value::boolean(false);
  Recurrence recurrence;
  const Value problem = read_recurrence(call, 0, call[0], call[1], recurrence);
  if (problem.is_unknown()) return problem;
  const auto window = parse_weekly_window(call.text(2));
  const auto* cron = std::get_if<Cron>(&recurrence.schedule);
  if (!window || !cron) return unknown_value(call.arena(), "nobody knows when it begins", {}, boolean_type());
  const std::chrono::minutes lead(to_integer(call[3]).value_or(0));
  return Value::boolean(runs_into(*cron, recurrence.zone, *window, lead));
}

constexpr uint8_t kTraits = kTakesNull | kPackOnly;

constexpr Function kFunctions[] = {
    {"schedule_gap", "text, text? -> number", kTraits, schedule_gap, "the longest time between runs, in minutes"},
    {"schedule_gap_min", "text, text? -> number", kTraits, schedule_gap_min,
     "the shortest time between runs, in minutes"},
    {"schedule_gap_union", "any, number? -> number", kTraits | kTakesUnknown, schedule_gap_union,
     "the longest time that several schedules leave, in minutes"},
    {"schedule_gap_late", "any, number? -> number", kTraits | kTakesUnknown, schedule_gap_late,
     "the same when every run begins as late as its start window lets it"},
    {"schedule_meets", "text, text, text, number -> bool", kTraits, schedule_meets,
     "does a run begin in a weekly window, or fewer minutes before it?"},
    {"schedule_swallowed", "any -> number", kTraits | kTakesUnknown, schedule_swallowed,
     "the share of the first schedule's runs that the others swallow"},
    {"schedule_problem", "text -> any", kTraits, schedule_problem, "what is wrong with a schedule, or null"},
};

}  // namespace

std::span<const Function> schedule_functions() { return kFunctions; }

}  // namespace holdfast
