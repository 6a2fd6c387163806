#include "report/table_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace holdfast {

namespace {

constexpr std::string_view kNothing = "–";
constexpr std::string_view kUndecided = "undecided";
/// Of many rows that hang on one question, these are named.
constexpr std::size_t kNamesMax = 4;

std::string joined_words(const Datum& list) {
  std::string words;
  for (const Datum::Member& item : list.members) words += (words.empty() ? "" : ", ") + in_words(item.value);
  return words.empty() ? std::string(kNothing) : words;
}

std::string words_of_object(const Datum& object) {
  std::string words;
  for (const Datum::Member& member : object.members)
    words += (words.empty() ? "" : ", ") + member.key + " " + in_words(member.value);
  return words;
}

std::string words_of_cases(const Datum& cases) {
  std::string words;
  for (const Datum::Member& member : cases.members) {
    const bool is_rest = member.key == kOtherwise;
    if (!words.empty()) words += is_rest ? ", else " : " or ";
    words += in_words(member.value);
    if (!is_rest) words += member.key.empty() ? (cases.members.size() == 1 ? " perhaps" : "") : " " + when(member.key);
  }
  return words.empty() ? std::string(kNothing) : words;
}

std::string words_of_undecided(const Datum& datum) {
  if (!datum.text.empty()) return datum.text;
  if (datum.minimum.empty() && datum.maximum.empty()) return std::string(kUndecided);
  if (datum.minimum.empty()) return "at most " + datum.maximum;
  if (datum.maximum.empty()) return "at least " + datum.minimum;
  return datum.minimum + " to " + datum.maximum;
}

}  // namespace

std::string in_words(const Datum& datum) {
  switch (datum.kind) {
    case Datum::Kind::null: return std::string(kNothing);
    case Datum::Kind::boolean: return datum.flag ? "yes" : "no";
    case Datum::Kind::number:
    case Datum::Kind::text: return datum.text;
    case Datum::Kind::list: return joined_words(datum);
    case Datum::Kind::object: return words_of_object(datum);
    case Datum::Kind::cases: return words_of_cases(datum);
    case Datum::Kind::undecided: return words_of_undecided(datum);
  }
  return {};
}

std::string in_words(const Cell& cell) {
  const std::string_view sign = !cell.met                     ? ""
                                : *cell.met == Truth::yes     ? "✓ "
                                : *cell.met == Truth::unknown ? "? "
                                                              : "✗ ";
  return std::string(sign) + in_words(cell.text->datum);
}

std::string circumstances(const Row& row) {
  std::string words = row.environment.empty() ? "" : "in " + row.environment;
  if (row.world.empty()) return words;
  return words + (words.empty() ? "" : ", ") + when(row.world);
}

DemandCount count_demands(const Report& report, std::size_t column) {
  DemandCount count;
  for (const Row& row : report.survey.rows) {
    switch (row.cells[column].met.value_or(Truth::unknown)) {
      case Truth::yes: ++count.met; break;
      case Truth::no: ++count.unmet; break;
      case Truth::unknown: ++count.undecided; break;
    }
  }
  return count;
}

namespace {

/// Words may tell of something open as far as it is known; what it hangs on then stands with the value.
const std::vector<OpenQuestion>& questions_of(const Cell& cell) {
  return cell.text->open.empty() && cell.value->datum.kind == Datum::Kind::undecided ? cell.value->open
                                                                                     : cell.text->open;
}

}  // namespace

std::vector<std::string> open_questions(const Report& report) {
  std::map<OpenQuestion, std::vector<std::string>> askers;
  for (const Row& row : report.survey.rows) {
    std::map<OpenQuestion, std::string> titles;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (report.survey.table->columns[i].title.empty()) continue;
      for (const OpenQuestion& question : questions_of(row.cells[i])) {
        std::string& names = titles[question];
        names += (names.empty() ? "" : ", ") + report.survey.table->columns[i].title;
      }
    }
    for (const auto& [question, names] : titles) askers[question].push_back(row.address + " (" + names + ")");
  }
  std::vector<std::string> lines;
  for (const auto& [question, rows] : askers) {
    std::string line = question.reason + (question.input.empty() ? "" : " (give " + question.input + ")") + ": ";
    for (std::size_t i = 0; i < std::min(rows.size(), kNamesMax); ++i) line += (i > 0 ? ", " : "") + rows[i];
    if (rows.size() > kNamesMax) line += fmt::format(" and {} more", rows.size() - kNamesMax);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace holdfast
