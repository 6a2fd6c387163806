#include "sarif_checker.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <regex>
#include <set>
#include <tuple>
#include <utility>

namespace holdfast::test {
namespace {

using Json = nlohmann::ordered_json;

/// Members that hold sets (`uniqueItems` in the schema).
const std::set<std::string> kSets = {"rules",
                                     "notifications",
                                     "taxa",
                                     "supportedTaxonomies",
                                     "relationships",
                                     "deprecatedIds",
                                     "kinds",
                                     "artifacts",
                                     "taxonomies",
                                     "suppressions",
                                     "fixes",
                                     "logicalLocations",
                                     "tags",
                                     "roles",
                                     "extensions",
                                     "versionControlProvenance",
                                     "relatedLocations"};
/// Members that would make two runs differ, or name the machine.
const std::set<std::string> kVariable = {"startTimeUtc", "endTimeUtc", "machine",     "account",
                                         "processId",    "timeUtc",    "commandLine", "automationDetails"};

std::string text_of(const Json& object, const std::string& key) {
  const auto member = object.find(key);
  return member != object.end() && member->is_string() ? member->get<std::string>() : std::string();
}

const Json& member(const Json& object, const std::string& key) {
  static const Json nothing;
  const auto found = object.is_object() ? object.find(key) : object.end();
  return object.is_object() && found != object.end() ? *found : nothing;
}

int64_t number_of(const Json& object, const std::string& key) {
  const Json& value = member(object, key);
  return value.is_number_integer() ? value.get<int64_t>() : -1;
}

/// UTF-16 length of each line of a text.
std::vector<int64_t> line_lengths(const std::string& text) {
  std::vector<int64_t> lengths = {0};
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    if (byte == '\n') {
      lengths.push_back(0);
    } else if ((value & 0xC0) != 0x80) {
      lengths.back() += value >= 0xF0 ? 2 : 1;
    }
  }
  return lengths;
}

class Checker {
 public:
  explicit Checker(const Sources& sources) : sources_(sources) {}

  std::vector<std::string> check(std::string_view sarif) {
    const Json log = Json::parse(sarif, nullptr, false);
    if (log.is_discarded()) return {"the file is no JSON"};
    if (!log.is_object() || log.size() < 3) return {"the file is no log"};
    expect(log.begin().key() == "version" && text_of(log, "version") == "2.1.0", "",
           "version 2.1.0 does not come first");
    expect(!text_of(log, "$schema").empty(), "", "no $schema");
    expect(member(log, "runs").size() == 1, "runs", "not one run");
    check_everywhere(log, "");
    if (member(log, "runs").size() == 1) check_run(log["runs"][0]);
    return std::move(faults_);
  }

 private:
  void expect(bool holds, const std::string& place, const std::string& fault) {
    if (!holds) faults_.push_back(place + ": " + fault);
  }

  /// What holds of any object, wherever it is.
  void check_everywhere(const Json& value, const std::string& place) {
    if (value.is_array()) {
      for (std::size_t i = 0; i < value.size(); ++i) check_everywhere(value[i], place + "/" + std::to_string(i));
    }
    if (!value.is_object()) return;
    for (const auto& [key, child] : value.items()) {
      const std::string here = place + "/" + key;
      expect(!kVariable.contains(key), here, "differs between runs");
      if (kSets.contains(key) && child.is_array()) {
        expect(std::set<Json>(child.begin(), child.end()).size() == child.size(), here, "repeats an item");
      }
      check_everywhere(child, here);
    }
  }

  void check_run(const Json& run) {
    run_ = &run;
    const Json& driver = member(member(run, "tool"), "driver");
    const std::string name = text_of(driver, "name");
    expect(!name.empty() && std::ranges::count(name, ' ') < 3, "driver/name", "missing or too long");
    expect(std::regex_match(text_of(driver, "semanticVersion"), std::regex(R"(\d+\.\d+\.\d+.*)")), "driver",
           "no semanticVersion");
    expect(member(run, "results").is_array(), "results", "no array");
    expect(member(run, "results").empty() || text_of(run, "columnKind") == "utf16CodeUnits", "columnKind", "missing");
    expect(member(run, "results").size() <= 25000, "results", "more than code scanning takes");
    check_artifacts();
    check_taxonomies();
    check_descriptors(member(driver, "rules"), "rules", true);
    check_descriptors(member(driver, "notifications"), "notifications", false);
    check_invocations();
    check_results();
  }

  void check_descriptors(const Json& descriptors, const std::string& place, bool are_rules) {
    std::string last;
    for (const Json& descriptor : descriptors) {
      const std::string id = text_of(descriptor, "id");
      const std::string here = place + "/" + id;
      expect(last < id, here, "not sorted by id, or there twice");
      last = id;
      const std::string name = text_of(descriptor, "name");
      expect(std::regex_match(name, std::regex("([A-Z][a-z0-9]*)+")) && name != id && name.size() <= 255, here,
             "bad name");
      for (const char* key : {"shortDescription", "fullDescription", "help"}) {
        const std::string text = text_of(member(descriptor, key), "text");
        expect(!text.empty(), here, std::string("no ") + key);
        expect(text.size() <= 1024 || std::string(key) == "help", here, std::string(key) + " is too long");
      }
      expect(text_of(descriptor, "helpUri").starts_with("https://"), here, "helpUri is not absolute");
      if (are_rules) check_rule(descriptor, here);
    }
  }

  void check_rule(const Json& rule, const std::string& here) {
    static const std::set<std::string> levels = {"error", "warning", "note"};
    static const std::set<std::string> precisions = {"very-high", "high", "medium", "low"};
    static const std::set<std::string> problems = {"error", "warning", "recommendation"};
    expect(levels.contains(text_of(member(rule, "defaultConfiguration"), "level")), here, "no default level");
    expect(!text_of(member(rule, "help"), "markdown").empty(), here, "no help in Markdown");
    const Json& properties = member(rule, "properties");
    expect(precisions.contains(text_of(properties, "precision")), here, "no precision");
    expect(problems.contains(text_of(properties, "problem.severity")), here, "no problem.severity");
    const std::string severity = text_of(properties, "security-severity");
    const bool is_number = std::regex_match(severity, std::regex(R"(\d{1,2}\.\d)"));
    expect(is_number && std::stod(severity) > 0 && std::stod(severity) <= 10, here,
           "security-severity is no text in range");
    const Json& tags = member(properties, "tags");
    expect(!tags.empty() && tags.size() <= 10, here, "not between one and ten tags");
    expect(std::ranges::all_of(tags, [](const Json& tag) { return tag.is_string(); }), here, "a tag is no text");
    for (const Json& relationship : member(rule, "relationships")) {
      check_reference(member(relationship, "target"), here);
      if (member(relationship, "kinds") == Json{"superset"}) continue;
      obliged_[text_of(rule, "id")].push_back(member(relationship, "target"));
    }
  }

  /// A control resolves when its taxonomy is there by name and GUID, is supported, and holds it.
  void check_reference(const Json& reference, const std::string& here) {
    const Json& component = member(reference, "toolComponent");
    expect(!component.contains("index"), here, "refers to a taxonomy by index");
    const Json& supported = member(member(member(*run_, "tool"), "driver"), "supportedTaxonomies");
    expect(std::ranges::find(supported, component) != supported.end(), here, "refers to an unsupported taxonomy");
    for (const Json& taxonomy : member(*run_, "taxonomies")) {
      if (text_of(taxonomy, "name") != text_of(component, "name")) continue;
      if (text_of(taxonomy, "guid") != text_of(component, "guid")) continue;
      for (const Json& taxon : member(taxonomy, "taxa")) {
        if (text_of(taxon, "id") == text_of(reference, "id")) return;
      }
    }
    expect(false, here, "refers to no control: " + reference.dump());
  }

  void check_taxonomies() {
    static const std::regex guid("[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    for (const Json& taxonomy : member(*run_, "taxonomies")) {
      const std::string here = "taxonomies/" + text_of(taxonomy, "name");
      expect(std::regex_match(text_of(taxonomy, "guid"), guid), here, "bad guid");
      for (const char* key : {"name", "version", "organization", "informationUri"}) {
        expect(!text_of(taxonomy, key).empty(), here, std::string("no ") + key);
      }
      expect(member(taxonomy, "isComprehensive") == false, here, "claims to be comprehensive");
      std::set<std::string> ids;
      for (const Json& taxon : member(taxonomy, "taxa")) ids.insert(text_of(taxon, "id"));
      expect(ids.size() == member(taxonomy, "taxa").size(), here, "a control is there twice");
    }
  }

  void check_artifacts() {
    std::string last;
    for (const Json& artifact : member(*run_, "artifacts")) {
      const std::string uri = text_of(member(artifact, "location"), "uri");
      expect(last < uri, "artifacts/" + uri, "not sorted, or there twice");
      last = uri;
      check_uri(member(artifact, "location"), "artifacts/" + uri);
      const std::string hash = text_of(member(artifact, "hashes"), "sha-256");
      expect(std::regex_match(hash, std::regex("[0-9a-f]{64}")), "artifacts/" + uri, "no sha-256");
    }
  }

  void check_uri(const Json& location, const std::string& here) {
    const std::string uri = text_of(location, "uri");
    static const std::regex plain(R"(([A-Za-z0-9\-._~!$&'()*+,;=@/]|%[0-9A-F]{2})+)");
    if (!location.contains("uriBaseId")) {
      expect(uri.starts_with("file:///"), here, "neither below the root nor a file: " + uri);
      return;
    }
    expect(std::regex_match(uri, plain), here, "characters that do not belong into a URI: " + uri);
    for (const char* part : {"//", "/./", "/../"}) {
      expect(("/" + uri + "/").find(part) == std::string::npos, here, "unclean path: " + uri);
    }
    const std::string base = text_of(location, "uriBaseId");
    expect(member(*run_, "originalUriBaseIds").contains(base), here, "undefined base " + base);
  }

  void check_location(const Json& location, const std::string& here) {
    const Json& physical = member(location, "physicalLocation");
    const Json& artifact = member(physical, "artifactLocation");
    check_uri(artifact, here);
    const Json& artifacts = member(*run_, "artifacts");
    const int64_t index = number_of(artifact, "index");
    const bool is_there = index >= 0 && static_cast<std::size_t>(index) < artifacts.size();
    expect(is_there, here, "no such artifact");
    const std::string uri = text_of(artifact, "uri");
    if (is_there)
      expect(text_of(artifacts[static_cast<std::size_t>(index)]["location"], "uri") == uri, here, "another artifact");
    check_region(member(physical, "region"), uri, here);
  }

  void check_region(const Json& region, const std::string& uri, const std::string& here) {
    const std::pair begin(number_of(region, "startLine"), number_of(region, "startColumn"));
    const std::pair end(number_of(region, "endLine"), number_of(region, "endColumn"));
    expect(begin.first > 0 && begin.second > 0 && end.first > 0 && end.second > 0, here, "incomplete region");
    expect(begin <= end, here, "a region that ends before it starts");
    const auto source = sources_.find(uri);
    if (source == sources_.end()) return expect(false, here, "unknown file " + uri);
    std::vector<int64_t>& lengths = lengths_[uri];
    if (lengths.empty()) lengths = line_lengths(source->second);
    for (const auto& [line, column] : {begin, end}) {
      const bool is_inside = line > 0 && static_cast<std::size_t>(line) <= lengths.size() &&
                             column <= lengths[static_cast<std::size_t>(line) - 1] + 1;
      expect(is_inside, here, "a region outside the file");
    }
  }

  void check_invocations() {
    const Json& notices = member(member(member(*run_, "tool"), "driver"), "notifications");
    for (const Json& invocation : member(*run_, "invocations")) {
      expect(member(invocation, "executionSuccessful").is_boolean(), "invocations", "no executionSuccessful");
      for (const Json& notification : member(invocation, "toolExecutionNotifications")) {
        const std::string here = "notification " + text_of(member(notification, "message"), "text");
        const bool is_error = text_of(notification, "level") == "error";
        expect(!is_error || member(invocation, "executionSuccessful") == false, here, "an error in a successful run");
        check_text(notification, here);
        const Json& descriptor = member(notification, "descriptor");
        const auto index = static_cast<std::size_t>(number_of(descriptor, "index"));
        expect(index < notices.size() && text_of(notices[index], "id") == text_of(descriptor, "id"), here,
               "no such descriptor");
        for (const Json& location : member(notification, "locations")) check_location(location, here);
      }
    }
  }

  void check_text(const Json& holder, const std::string& here) {
    const std::string text = text_of(member(holder, "message"), "text");
    expect(!text.empty(), here, "no message");
    expect(text.find_first_of("{}\n") == std::string::npos, here, "a brace or line end in a message");
    expect(!member(holder, "message").contains("id"), here, "a message by id");
  }

  void check_results() {
    using Key = std::tuple<std::string, int64_t, int64_t, std::string>;
    std::optional<Key> last;
    std::size_t with_suppressions = 0;
    const Json& results = member(*run_, "results");
    for (std::size_t i = 0; i < results.size(); ++i) {
      const Json& result = results[i];
      const std::string here = "results/" + std::to_string(i);
      check_result(result, here);
      with_suppressions += result.contains("suppressions") ? 1 : 0;
      if (member(result, "locations").size() != 1) continue;
      const Json& physical = member(result["locations"][0], "physicalLocation");
      const Json& region = member(physical, "region");
      Key key(text_of(member(physical, "artifactLocation"), "uri"), number_of(region, "startLine"),
              number_of(region, "startColumn"), text_of(result, "ruleId"));
      expect(!last || *last <= key, here, "not sorted");
      last = std::move(key);
    }
    expect(with_suppressions == 0 || with_suppressions == results.size(), "results",
           "some with suppressions, some without");
  }

  void check_result(const Json& result, const std::string& here) {
    const Json& rules = member(member(member(*run_, "tool"), "driver"), "rules");
    const auto index = static_cast<std::size_t>(number_of(result, "ruleIndex"));
    expect(index < rules.size() && text_of(rules[index], "id") == text_of(result, "ruleId"), here,
           "ruleIndex is another rule's");
    check_level(result, here);
    check_text(result, here);
    expect(member(result, "locations").size() == 1, here, "not one location");
    for (const Json& location : member(result, "locations")) check_location(location, here);
    check_related(result, here);
    check_flows(result, here);
    for (const Json& taxon : member(result, "taxa")) check_reference(taxon, here);
    const Json& taxa = member(result, "taxa");
    for (const Json& duty : obliged_[text_of(result, "ruleId")]) {
      expect(std::ranges::find(taxa, duty) != taxa.end(), here, "does not repeat a control that is merely relevant");
    }
    static const std::regex line_hash("[0-9a-f]{1,16}:[1-9][0-9]*");
    static const std::regex identity("[0-9a-f]{32}");
    const Json& prints = member(result, "partialFingerprints");
    expect(std::regex_match(text_of(prints, "primaryLocationLineHash"), line_hash), here, "no line hash");
    expect(std::regex_match(text_of(prints, "resourceRule/v1"), identity), here, "no fingerprint");
    for (const Json& suppression : member(result, "suppressions")) check_suppression(suppression, here);
  }

  void check_level(const Json& result, const std::string& here) {
    static const std::set<std::string> levels = {"error", "warning", "note"};
    static const std::set<std::string> kinds = {"pass", "open", "review", "notApplicable", "informational"};
    const std::string kind = text_of(result, "kind");
    const std::string level = text_of(result, "level");
    expect(kind == "fail" ? levels.contains(level) : kinds.contains(kind) && level == "none", here,
           kind + " with level " + level);
    expect(!result.contains("rank"), here, "a rank");
  }

  void check_related(const Json& result, const std::string& here) {
    std::set<int64_t> ids;
    const Json& related = member(result, "relatedLocations");
    expect(related.size() < 100, here, "more locations than are shown");
    for (const Json& location : related) {
      expect(ids.insert(number_of(location, "id")).second, here, "two locations with one id");
      check_location(location, here + "/related");
    }
    const std::string text = text_of(member(result, "message"), "text");
    static const std::regex link(R"(\]\(([^)]*)\))");
    for (std::sregex_iterator match(text.begin(), text.end(), link), end; match != end; ++match) {
      const std::string target = (*match)[1];
      const bool is_number =
          !target.empty() && std::ranges::all_of(target, [](char c) { return c >= '0' && c <= '9'; });
      expect(is_number && ids.contains(std::stoll(target)), here, "a link to nowhere: " + target);
    }
  }

  void check_flows(const Json& result, const std::string& here) {
    for (const Json& flow : member(result, "codeFlows")) {
      for (const Json& thread : member(flow, "threadFlows")) {
        expect(!member(thread, "locations").empty(), here, "an empty flow");
        for (const Json& step : member(thread, "locations")) check_location(member(step, "location"), here + "/flow");
      }
    }
  }

  void check_suppression(const Json& suppression, const std::string& here) {
    const std::string kind = text_of(suppression, "kind");
    expect(kind == "inSource" || kind == "external", here, "bad kind of suppression");
    expect(!text_of(suppression, "justification").empty(), here, "a suppression without reason");
    if (suppression.contains("location")) check_location(suppression["location"], here + "/suppression");
  }

  const Sources& sources_;
  const Json* run_ = nullptr;
  std::map<std::string, std::vector<int64_t>> lengths_;  // of lines, by URI
  std::map<std::string, std::vector<Json>> obliged_;     // by rule: controls that each result must repeat
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> sarif_faults(std::string_view sarif, const Sources& sources) {
  return Checker(sources).check(sarif);
}

}  // namespace holdfast::test
