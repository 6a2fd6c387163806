#include "command/expectation.h"

#include <array>
#include <charconv>
#include <string_view>

namespace holdfast {

namespace {

struct Outcome {
  Verdict verdict = Verdict::fail;
  bool is_suppressed = false;
};
struct Marker {
  std::string_view text;
  Outcome outcome;
};
constexpr std::array<Marker, 4> kMarkers = {{
    {"# expect:", {Verdict::fail}},
    {"# expect-undecided:", {Verdict::undecided}},
    {"# expect-pass:", {Verdict::pass}},
    {"# expect-suppressed:", {Verdict::fail, true}},
}};
constexpr std::array<Marker, 3> kOutcomeWords = {
    {{"undecided", {Verdict::undecided}}, {"pass", {Verdict::pass}}, {"suppressed", {Verdict::fail, true}}}};

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

std::vector<std::string> words(std::string_view text, std::string_view separators) {
  std::vector<std::string> found;
  for (std::size_t begin = text.find_first_not_of(separators); begin != std::string_view::npos;) {
    const std::size_t end = text.find_first_of(separators, begin);
    found.emplace_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(separators, end);
  }
  return found;
}

std::vector<std::string> ids(std::string_view text) { return words(text, " \t,"); }

/// Takes a leading word for an outcome off a list of ids.
Outcome take_outcome(std::vector<std::string>& list) {
  for (const Marker& word : kOutcomeWords) {
    if (list.empty() || list.front() != word.text) continue;
    list.erase(list.begin());
    return word.outcome;
  }
  return {};
}

void expect(FixtureNotes& notes, const Expectation& place, const std::vector<std::string>& list) {
  if (list.empty()) notes.mistakes.push_back(place);
  for (const std::string& id : list) {
    Expectation& expectation =
        (id.find('/') == std::string::npos ? notes.mistakes : notes.expectations).emplace_back(place);
    expectation.id = id;
  }
}

/// `# with:` and `# rules:`, which concern the whole fixture.
bool read_directive(std::string_view line, FixtureNotes& notes) {
  constexpr std::string_view kWith = "# with:";
  constexpr std::string_view kRules = "# rules:";
  const auto append = [](std::vector<std::string>& list, std::vector<std::string> more) {
    list.insert(list.end(), more.begin(), more.end());
  };
  if (line.starts_with(kWith)) {
    append(notes.options, words(line.substr(kWith.size()), " \t"));
  } else if (line.starts_with(kRules)) {
    append(notes.rules, ids(line.substr(kRules.size())));
  } else {
    return false;
  }
  return true;
}

/// A comment that begins with carets marks columns of the line above it.
bool read_carets(std::string_view line, uint32_t marked_line, FixtureNotes& notes) {
  const std::size_t sign = line.find_first_not_of(" \t");
  if (sign == std::string_view::npos || line[sign] != '#') return false;
  const std::size_t begin = line.find_first_not_of(" \t", sign + 1);
  if (begin == std::string_view::npos || line[begin] != '^') return false;
  const std::size_t end = std::min(line.find_first_not_of('^', begin), line.size());
  std::vector<std::string> list = ids(line.substr(end));
  const Outcome outcome = take_outcome(list);
  expect(notes,
         {outcome.verdict,
          outcome.is_suppressed,
          {},
          marked_line,
          static_cast<uint32_t>(begin + 1),
          static_cast<uint32_t>(end)},
         list);
  return true;
}

void read_markers(std::string_view line, uint32_t number, FixtureNotes& notes) {
  for (const Marker& marker : kMarkers) {
    const std::size_t at = line.find(marker.text);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = line.substr(at + marker.text.size());
    expect(notes, {marker.outcome.verdict, marker.outcome.is_suppressed, {}, number, {}, {}},
           ids(rest.substr(0, rest.find('#'))));
  }
}

std::optional<uint32_t> take_number(std::string_view& text) {
  uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

/// `line:column` or `line:column-column`.
std::optional<Expectation> place_of(std::string_view text) {
  Expectation place;
  const auto line = take_number(text);
  if (!line || !take(text, ':')) return std::nullopt;
  place.line = *line;
  place.first_column = take_number(text);
  if (!place.first_column) return std::nullopt;
  if (take(text, '-')) {
    place.last_column = take_number(text);
    if (!place.last_column) return std::nullopt;
  }
  return text.empty() ? std::optional(place) : std::nullopt;
}

}  // namespace

void FixtureNotes::append(const FixtureNotes& other) {
  const auto add = [](auto& list, const auto& more) { list.insert(list.end(), more.begin(), more.end()); };
  add(expectations, other.expectations);
  add(options, other.options);
  add(rules, other.rules);
  add(mistakes, other.mistakes);
}

FixtureNotes read_comments(const SourceFile& file) {
  FixtureNotes notes;
  uint32_t marked_line = 1;
  for (uint32_t number = 1; number <= file.line_count(); ++number) {
    const std::string_view line = file.line(number);
    if (read_directive(trimmed(line), notes) || read_carets(line, marked_line, notes)) continue;
    marked_line = number;
    read_markers(line, number, notes);
  }
  return notes;
}

FixtureNotes read_sidecar(const SourceFile& file) {
  FixtureNotes notes;
  for (uint32_t number = 1; number <= file.line_count(); ++number) {
    const std::string_view line = trimmed(file.line(number));
    if (line.empty() || read_directive(line, notes)) continue;
    std::vector<std::string> list = ids(line);
    const Outcome outcome = take_outcome(list);
    const auto place = list.empty() ? std::nullopt : place_of(list.front());
    if (!place) {
      notes.mistakes.push_back({outcome.verdict, false, std::string(line), number, {}, {}});
      continue;
    }
    list.erase(list.begin());
    expect(notes, {outcome.verdict, outcome.is_suppressed, {}, place->line, place->first_column, place->last_column},
           list);
  }
  return notes;
}

}  // namespace holdfast
