#include "command/pack_test.h"

#include "command/analysis.h"
#include "command/expectation.h"
#include "command/temporary_directory.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <tuple>

namespace holdfast {

namespace {

namespace fs = std::filesystem;

struct Promise {
  std::string_view prefix;
  Verdict verdict;
};
constexpr std::array<Promise, 4> kPromises = {{
    {"fail-", Verdict::fail},
    {"pass-", Verdict::pass},
    {"undecided-", Verdict::undecided},
    {"na-", Verdict::not_applicable},
}};
// A fixture says the same on every day.
constexpr std::string_view kToday = "2026-01-01";
constexpr std::string_view kFolderForAllRules = "projects";
constexpr std::array<std::string_view, 4> kConfigurationEndings = {".tf", ".tf.json", ".tofu", ".tofu.json"};
constexpr std::string_view kSidecarEnding = ".expect";

struct Fixture {
  fs::path path;
  std::string rule;  // empty: all rules
  const Promise* promise = nullptr;
};

const Promise* promise_of(const std::string& name) {
  const auto found =
      std::find_if(kPromises.begin(), kPromises.end(), [&](const Promise& p) { return name.starts_with(p.prefix); });
  return found == kPromises.end() ? nullptr : &*found;
}

bool is_sidecar(const fs::path& path) { return path.extension() == kSidecarEnding; }

std::vector<fs::path> sorted_entries(const fs::path& directory) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (auto it = fs::directory_iterator(directory, error); !error && it != fs::directory_iterator();
       it.increment(error))
    entries.push_back(it->path());
  std::sort(entries.begin(), entries.end());
  return entries;
}

void find_fixtures(const fs::path& directory, const Packs& packs, std::vector<Fixture>& found, PackTestResult& result) {
  const std::string folder = directory.filename().string();
  const std::string rule = directory.parent_path().filename().string() + "/" + folder;
  for (const fs::path& path : sorted_entries(directory)) {
    const Promise* promise = promise_of(path.filename().string());
    if (is_sidecar(path) || path.extension() == ".md") continue;
    if (folder == kFolderForAllRules) {
      found.push_back({path, {}, nullptr});
    } else if (promise) {
      found.push_back({path, rule, promise});
    } else if (packs.rule(rule)) {
      result.failures.push_back(path.string() + ": its name promises no outcome: fail-, pass-, undecided- or na-");
    } else if (fs::is_directory(path)) {
      find_fixtures(path, packs, found, result);
    }
  }
}

/// A finding or a diagnostic, at a place of the fixture.
struct Observation {
  std::string path;
  Position begin, end;
  Verdict verdict = Verdict::fail;
  bool is_suppressed = false;
  std::string id;
  std::string message;
  bool is_expected = false;

  std::string place() const { return path + ":" + std::to_string(begin.line); }
  std::string columns() const {
    const uint32_t last = end.column > begin.column ? end.column - 1 : begin.column;
    return "columns " + std::to_string(begin.column) + "-" +
           (end.line > begin.line ? std::to_string(end.line) + ":" : "") + std::to_string(last);
  }
};

bool is_met(const Expectation& expected, const Observation& seen) {
  if (expected.is_suppressed != seen.is_suppressed) return false;
  if (!expected.is_suppressed && expected.verdict != seen.verdict) return false;
  if (expected.id != seen.id || expected.line != seen.begin.line) return false;
  if (expected.first_column && *expected.first_column != seen.begin.column) return false;
  return !expected.last_column || (seen.end.line == seen.begin.line && *expected.last_column + 1 == seen.end.column);
}

template <class T>
std::string outcome(const T& found) {
  return found.is_suppressed ? "suppressed" : std::string(to_string(found.verdict));
}

std::string columns(const Expectation& expected) {
  if (!expected.first_column) return {};
  return " at columns " + std::to_string(*expected.first_column) +
         (expected.last_column ? "-" + std::to_string(*expected.last_column) : "");
}

class FixtureTest {
 public:
  FixtureTest(const Packs& packs, const Fixture& fixture, PackTestResult& result)
      : packs_(packs), fixture_(fixture), result_(result) {
    options_.threads = 1;
    options_.detail.is_audit = true;
    options_.profile = packs.default_profile();
    options_.today = kToday;
  }

  void run() {
    ++result_.fixtures;
    for (const fs::path& file : files()) read_notes(file);
    read_options();
    choose_rules();
    read_settings();
    const TemporaryDirectory stage;
    observe(analyse_fixture(stage.path()));
    compare();
    if (fixture_.promise) check_promise();
  }

  /// As `lint` shows it.
  std::string report() {
    for (const fs::path& file : files()) read_notes(file);
    read_options();
    choose_rules();
    read_settings();
    const TemporaryDirectory stage;
    std::string text = concise_report(analyse_fixture(stage.path()), {});
    for (const fs::path& folder : {stage.path(), fixture_.path.parent_path()}) {
      const std::string prefix = folder.string() + "/";
      for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix))
        text.erase(at, prefix.size());
    }
    return text;
  }

 private:
  /// All files of the fixture, sidecars too.
  std::vector<fs::path> files() const {
    std::vector<fs::path> found;
    if (!fs::is_directory(fixture_.path)) {
      found.push_back(fixture_.path);
      if (const fs::path sidecar = fixture_.path.string() + std::string(kSidecarEnding); fs::exists(sidecar))
        found.push_back(sidecar);
      return found;
    }
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(fixture_.path)) {
      if (entry.is_regular_file()) found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  void read_notes(const fs::path& path) {
    const Result<FileId> id = workspace_.load(path.string());
    if (!id) return fail(path.string(), id.error().message);
    const SourceFile& file = workspace_.file(*id);
    const FixtureNotes notes = is_sidecar(path) ? read_sidecar(file) : read_comments(file);
    for (const Expectation& mistake : notes.mistakes) {
      fail(path.string() + ":" + std::to_string(mistake.line), "not an expectation: `" + mistake.id + "`");
    }
    const std::string concerned =
        is_sidecar(path) ? path.string().substr(0, path.string().size() - kSidecarEnding.size()) : path.string();
    for (const Expectation& expectation : notes.expectations) expected_.emplace_back(concerned, expectation);
    words_.insert(words_.end(), notes.options.begin(), notes.options.end());
    chosen_rules_.insert(chosen_rules_.end(), notes.rules.begin(), notes.rules.end());
  }

  void read_options() {
    for (std::size_t i = 0; i + 1 < words_.size(); i += 2) {
      if (!set_option(words_[i], words_[i + 1]))
        fail(shown(), "unknown option `" + words_[i] + " " + words_[i + 1] + "`");
    }
    if (words_.size() % 2 != 0) fail(shown(), "option `" + words_.back() + "` has no value");
  }

  bool set_option(const std::string& name, const std::string& value) {
    const fs::path folder = fs::is_directory(fixture_.path) ? fixture_.path : fixture_.path.parent_path();
    Inputs& inputs = options_.inputs;
    if (name == "--var") {
      const std::size_t equal = std::min(value.find('='), value.size() - 1);
      inputs.variables.emplace_back(value.substr(0, equal), value.substr(equal + 1));
    } else if (name == "--var-file") {
      inputs.variable_files.push_back((folder / value).string());
    } else if (name == "--parameters") {
      inputs.parameter_files.push_back((folder / value).string());
    } else if (name == "--workspace") {
      inputs.workspace = value;
    } else if (name == "--today") {
      options_.today = value;
    } else if (name == "--profile") {
      options_.profile = packs_.profile(value);
      return options_.profile != nullptr;
    } else if (name == "--region" || name == "--account" || name == "--partition") {
      inputs.pins.emplace_back(name.substr(2), value);
    } else {
      return false;
    }
    return true;
  }

  void choose_rules() {
    if (chosen_rules_.empty()) chosen_rules_.push_back(fixture_.rule.empty() ? "all" : fixture_.rule);
    if (chosen_rules_.front() == "all") {
      options_.rules = packs_.rules();
      return;
    }
    for (const std::string& id : chosen_rules_) {
      const Rule* rule = packs_.rule(id);
      if (!rule) fail(shown(), "there is no rule `" + id + "`");
      if (rule) options_.rules.push_back(rule);
    }
  }

  /// A fixture that is a folder may have a configuration of its own.
  void read_settings() {
    const fs::path path = fixture_.path / kSettingsFile;
    if (!fs::exists(path)) return;
    Diagnostics diagnostics;
    const auto settings = load_settings(path.string(), workspace_, packs_, diagnostics);
    if (!settings) return fail(path.string(), settings.error().message);
    for (const Diagnostic& diagnostic : diagnostics.all())
      add(diagnostic.at, Verdict::fail, std::string(diagnostic.kind->id), diagnostic.message);
    if (diagnostics.has_errors()) return;
    options_.settings = *settings;
    options_.inputs.workspace.clear();
    if ((*settings)->profile) options_.profile = (*settings)->profile;
  }

  /// A configuration file would share its folder with the other fixtures: it is analysed as a copy that stands alone.
  Report analyse_fixture(const fs::path& stage) {
    const std::string name = fixture_.path.filename().string();
    const bool is_staged =
        !fs::is_directory(fixture_.path) && std::any_of(kConfigurationEndings.begin(), kConfigurationEndings.end(),
                                                        [&](auto ending) { return name.ends_with(ending); });
    if (is_staged) {
      std::error_code error;
      fs::copy_file(fixture_.path, stage / name, error);
      if (error) fail(shown(), "cannot be copied: " + error.message());
      options_.paths = {stage.string()};
      staged_ = (stage / name).string();
    } else {
      options_.paths = {fixture_.path.string()};
    }
    AnalysisStatistics statistics;
    return analyse(workspace_, packs_, options_, statistics);
  }

  void observe(const Report& report) {
    for (const Finding& finding : report.findings) {
      if (!finding.suppression) ++verdicts_[static_cast<std::size_t>(finding.verdict)];
      if (finding.verdict == Verdict::not_applicable) continue;
      std::string message = finding.message;
      for (const std::string& reason : finding.reasons) message += " [" + reason + "]";
      if (!finding.world.empty()) message += " when " + finding.world;
      add(finding.at, finding.verdict, finding.rule->id, std::move(message));
      seen_.back().is_suppressed = finding.suppression.has_value();
    }
    for (const Diagnostic& diagnostic : report.diagnostics) {
      if (diagnostic.kind->gravity != Gravity::note)
        add(diagnostic.at, Verdict::fail, std::string(diagnostic.kind->id), diagnostic.message);
    }
  }

  void add(Span at, Verdict verdict, std::string id, std::string message) {
    Observation seen{shown(), {}, {}, verdict, false, std::move(id), std::move(message)};
    if (at.exists()) {
      const SourceFile& file = workspace_.file(at.file);
      seen.path = file.path() == staged_ ? shown() : file.path();
      seen.begin = file.position(at.begin);
      seen.end = file.position(at.end);
    }
    seen_.push_back(std::move(seen));
  }

  void compare() {
    std::vector<std::tuple<std::string, uint32_t, std::string>> failures;  // in the order of lines
    for (const auto& [path, expectation] : expected_) {
      const auto met = std::find_if(seen_.begin(), seen_.end(),
                                    [&, &path = path, &expectation = expectation](const Observation& seen) {
                                      return !seen.is_expected && seen.path == path && is_met(expectation, seen);
                                    });
      if (met != seen_.end()) {
        met->is_expected = true;
      } else {
        failures.emplace_back(path, expectation.line,
                              "expected " + expectation.id + ": " + outcome(expectation) + columns(expectation));
      }
    }
    for (const Observation& seen : seen_) {
      if (seen.is_expected || seen.verdict == Verdict::pass) continue;
      failures.emplace_back(
          seen.path, seen.begin.line,
          "got      " + seen.id + ": " + outcome(seen) + " at " + seen.columns() + ": " + seen.message);
    }
    std::sort(failures.begin(), failures.end());
    for (const auto& [path, line, what] : failures) fail(path + ":" + std::to_string(line), what);
  }

  std::size_t count(Verdict verdict) const { return verdicts_[static_cast<std::size_t>(verdict)]; }

  bool is_kept(Verdict promised) const {
    switch (promised) {
      case Verdict::fail: return count(Verdict::fail) > 0;
      case Verdict::pass:
        return count(Verdict::pass) > 0 && count(Verdict::fail) == 0 && count(Verdict::undecided) == 0;
      case Verdict::undecided: return count(Verdict::undecided) > 0 && count(Verdict::fail) == 0;
      case Verdict::not_applicable: break;
    }
    return count(Verdict::not_applicable) > 0 &&
           count(Verdict::pass) + count(Verdict::fail) + count(Verdict::undecided) == 0;
  }

  void check_promise() {
    if (is_kept(fixture_.promise->verdict)) return;
    std::string outcome;
    for (Verdict verdict : {Verdict::fail, Verdict::undecided, Verdict::pass, Verdict::not_applicable}) {
      if (count(verdict) > 0)
        outcome +=
            (outcome.empty() ? "" : ", ") + std::to_string(count(verdict)) + " " + std::string(to_string(verdict));
    }
    fail(shown(), "its name promises " + std::string(to_string(fixture_.promise->verdict)) + ", but " +
                      (outcome.empty() ? "nothing was judged" : "the outcome is " + outcome));
  }

  std::string shown() const { return fixture_.path.string(); }
  void fail(const std::string& place, const std::string& what) { result_.failures.push_back(place + ": " + what); }

  const Packs& packs_;
  const Fixture& fixture_;
  PackTestResult& result_;
  Workspace workspace_;
  AnalysisOptions options_;
  std::vector<std::string> words_;
  std::vector<std::string> chosen_rules_;
  std::vector<std::pair<std::string, Expectation>> expected_;
  std::vector<Observation> seen_;
  std::array<std::size_t, 4> verdicts_{};
  std::string staged_;
};

}  // namespace

PackTestResult test_packs(const Packs& packs, const std::string& directory) {
  PackTestResult result;
  std::error_code error;
  if (!fs::is_directory(directory, error)) {
    result.failures.push_back(directory + ": no such directory");
    return result;
  }
  std::vector<Fixture> fixtures;
  find_fixtures(fs::path(directory).lexically_normal(), packs, fixtures, result);
  std::set<std::string> rules;
  for (const Fixture& fixture : fixtures) {
    FixtureTest(packs, fixture, result).run();
    if (!fixture.rule.empty()) rules.insert(fixture.rule);
  }
  result.rules.assign(rules.begin(), rules.end());
  return result;
}

std::string fixture_report(const Packs& packs, const std::string& path, const std::string& rule) {
  PackTestResult ignored;
  return FixtureTest(packs, {path, rule, nullptr}, ignored).report();
}

}  // namespace holdfast
