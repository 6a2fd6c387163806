#include "expression/hash.h"
#include "report/control_evidence.h"
#include "report/control_report.h"
#include "report/fingerprint.h"
#include "report/json_writer.h"
#include "report/named_control.h"
#include "report/place.h"
#include "report/shown_findings.h"
#include "report/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace holdfast {
namespace {

constexpr std::string_view kOscalVersion = "1.1.2";

/// A name-based UUID (RFC 9562, version 5): the same name always has the same.
std::string uuid(std::string_view kind, std::string_view name) {
  // The namespace is ours, made once at random.
  std::string bytes = "\x5d\x1e\x0c\x77\x3a\x94\x4b\x52\x8f\x06\xc1\x2b\x90\xe7\x44\xd3";
  bytes.append(kind).append(1, '\0').append(name);
  std::string hash = digest(Hash::sha1, bytes).substr(0, 16);
  hash[6] = static_cast<char>((static_cast<unsigned char>(hash[6]) & 0x0F) | 0x50);
  hash[8] = static_cast<char>((static_cast<unsigned char>(hash[8]) & 0x3F) | 0x80);
  std::string text = hexadecimal(hash);
  for (const std::size_t dash : {20, 16, 12, 8}) text.insert(dash, 1, '-');
  return text;
}

/// Ids begin with a letter: "cis-11.2".
std::string control_id(const Framework& framework, std::string_view control) {
  std::string id = framework.key;
  for (char& letter : id) letter = letter == '_' ? '-' : letter;
  return id.append("-").append(control);
}

/// Writes the one result of a run, and what belongs to the document around it.
class OscalWriter {
 public:
  explicit OscalWriter(const Report& report)
      : report_(report), prints_(report), frameworks_(evidence_of(report)), time_(report.date + "T00:00:00Z") {
    identity_ = report.date;
    for (const Finding& finding : report.findings) {
      identity_.append("\n").append(prints_(finding)).append(to_string(finding.verdict));
    }
  }

  std::string document() {
    const std::string plan = uuid("plan", "holdfast");
    json_.object([&] {
      json_.object("assessment-results", [&] {
        json_.text("uuid", uuid("assessment-results", identity_));
        json_.object("metadata", [&] { write_metadata(); });
        json_.row("import-ap", [&] { json_.text("href", "#" + plan); });
        json_.array("results", [&] { json_.object([&] { write_result(); }); });
        json_.object("back-matter", [&] { json_.array("resources", [&] { write_plan(plan); }); });
      });
    });
    return json_.take();
  }

 private:
  std::string observation_uuid(const Finding& finding) const { return uuid("observation", prints_(finding)); }
  std::string resource_uuid(const Finding& finding) const {
    const std::optional<Place> place = place_of(report_, shown_place(report_, finding));
    return uuid("resource", (place ? place->path : "") + "\n" + finding.resource);
  }

  void write_metadata() {
    json_.text("title", "What infrastructure code says about controls");
    json_.text("last-modified", time_);
    json_.text("version", report_.date);
    json_.text("oscal-version", kOscalVersion);
    json_.text("remarks",
               "Evidence from static analysis, for whoever assesses the controls. It is no statement that a control is "
               "met.");
  }

  /// Assessments follow a plan; ours is that every rule is asked.
  void write_plan(std::string_view id) {
    json_.object([&] {
      json_.text("uuid", id);
      json_.text("title", "The rules of Holdfast");
      json_.text("description", "Every rule is judged on every resource that it concerns.");
    });
  }

  void write_result() {
    std::vector<const Finding*> judged, accepted;
    for (const Finding& finding : report_.findings) {
      if (finding.verdict == Verdict::not_applicable) continue;
      judged.push_back(&finding);
      if (finding.suppression) accepted.push_back(&finding);
    }
    json_.text("uuid", uuid("result", identity_));
    json_.text("title", "Holdfast " + report_.version);
    json_.text("description", summary_line(report_) + ".");
    json_.text("start", time_);
    json_.text("end", time_);
    write_inventory(judged);
    json_.object("reviewed-controls", [&] { json_.array("control-selections", [&] { write_selections(); }); });
    write_each("observations", judged, [&](const Finding& finding) { write_observation(finding); });
    write_each("risks", accepted, [&](const Finding& finding) { write_risk(finding); });
    write_findings();
  }

  /// Lists must not be empty.
  template <class Write>
  void write_each(std::string_view key, const std::vector<const Finding*>& findings, const Write& write) {
    if (findings.empty()) return;
    json_.array(key, [&] {
      for (const Finding* finding : findings) json_.object([&] { write(*finding); });
    });
  }

  /// The resources that were judged, once each, sorted by id.
  void write_inventory(const std::vector<const Finding*>& judged) {
    std::map<std::string, const Finding*> resources;
    for (const Finding* finding : judged) {
      if (!finding->resource.empty()) resources.emplace(resource_uuid(*finding), finding);
    }
    if (resources.empty()) return;
    json_.object("local-definitions", [&] {
      json_.array("inventory-items", [&] {
        for (const auto& resource : resources) {
          json_.object([&] {
            json_.text("uuid", resource.first);
            json_.text("description", resource.second->resource);
            write_props({{"resource-type", resource.second->resource_type}});
          });
        }
      });
    });
  }

  void write_selections() {
    for (const FrameworkEvidence& evidence : frameworks_) {
      const auto is_checked = [](const ControlEvidence& control) { return !control.rules.empty(); };
      if (std::ranges::none_of(evidence.controls, is_checked)) continue;
      json_.object([&] {
        json_.text("description", edition(*evidence.framework));
        json_.array("include-controls", [&] {
          for (const ControlEvidence& control : evidence.controls) {
            if (!is_checked(control)) continue;
            json_.row([&] { json_.text("control-id", control_id(*evidence.framework, control.id)); });
          }
        });
      });
    }
  }

  void write_props(std::initializer_list<std::pair<std::string_view, std::string_view>> props) {
    if (std::ranges::all_of(props, [](const auto& prop) { return prop.second.empty(); })) return;
    json_.array("props", [&] {
      for (const auto& [name, value] : props) {
        if (value.empty()) continue;
        json_.row([&, key = name, text = value] {
          json_.text("name", key);
          json_.text("ns", report_.home);
          json_.text("value", text);
        });
      }
    });
  }

  void write_observation(const Finding& finding) {
    json_.text("uuid", observation_uuid(finding));
    json_.text("title", finding.rule->title);
    const std::string found = statement(finding);
    json_.text("description", found.empty() ? to_string(finding.verdict) : found);
    write_props({{"rule", finding.rule->id},
                 {"verdict", finding.suppression ? "accepted" : verdict_key(finding.verdict)},
                 {"severity", to_string(finding.severity)}});
    json_.list("methods", std::vector<std::string>{"TEST"});
    json_.list("types", std::vector<std::string>{is_open_fault(finding) ? "finding" : "control-objective"});
    if (!finding.resource.empty()) {
      json_.array("subjects", [&] {
        json_.row([&] {
          json_.text("subject-uuid", resource_uuid(finding));
          json_.text("type", "inventory-item");
        });
      });
    }
    write_place(finding);
    json_.text("collected", time_);
  }

  void write_place(const Finding& finding) {
    const std::optional<Place> place = place_of(report_, shown_place(report_, finding));
    if (!place) return;
    json_.array("relevant-evidence", [&] {
      json_.row([&] {
        json_.text_if_any("href", web_page(report_, *place));
        json_.text("description", fmt::format("{}:{}", place->path, place->begin.line));
      });
    });
  }

  /// An exception is a deviation that somebody approved.
  void write_risk(const Finding& finding) {
    const Suppression& accepted = *finding.suppression;
    json_.text("uuid", uuid("risk", prints_(finding)));
    json_.text("title", finding.rule->title);
    json_.text("description", statement(finding));
    json_.text("statement", accepted.reason);
    write_props({{"owner", accepted.owner}});
    json_.text("status", "deviation-approved");
    if (!accepted.expires.empty()) json_.text("deadline", accepted.expires + "T00:00:00Z");
    json_.array("related-observations",
                [&] { json_.row([&] { json_.text("observation-uuid", observation_uuid(finding)); }); });
  }

  static bool is_told(const ControlEvidence& control) {
    return control.standing() == Standing::contradicted || control.standing() == Standing::open;
  }

  /// Only what speaks against a control, or is open, becomes a finding: nothing here says that one is satisfied.
  void write_findings() {
    const auto has_told = [](const FrameworkEvidence& evidence) {
      return std::ranges::any_of(evidence.controls, is_told);
    };
    if (std::ranges::none_of(frameworks_, has_told)) return;
    json_.array("findings", [&] {
      for (const FrameworkEvidence& evidence : frameworks_) {
        for (const ControlEvidence& control : evidence.controls) {
          if (is_told(control)) json_.object([&] { write_finding(*evidence.framework, control); });
        }
      }
    });
  }

  void write_finding(const Framework& framework, const ControlEvidence& control) {
    const bool is_open = control.standing() == Standing::open;
    const std::string id = control_id(framework, control.id);
    const EvidenceCounts counts = control.counts();
    json_.text("uuid", uuid("finding", id));
    json_.text("title", fmt::format("{} {}", edition(framework), control.id));
    json_.text("description",
               fmt::format("{}: {} failed, {} undecided, {} accepted, {} passed", to_string(control.standing()),
                           counts.failed, counts.undecided, counts.accepted, counts.passed));
    json_.object("target", [&] {
      json_.text("type", "objective-id");
      json_.text("target-id", id);
      json_.row("status", [&] {
        json_.text("state", "not-satisfied");
        json_.text("reason", is_open ? "other" : "fail");
      });
    });
    json_.array("related-observations", [&] {
      for (const RuleEvidence& rule : control.rules) {
        for (const Finding* finding : rule.findings) {
          if (finding->suppression || finding->verdict != (is_open ? Verdict::undecided : Verdict::fail)) continue;
          json_.row([&] { json_.text("observation-uuid", observation_uuid(*finding)); });
        }
      }
    });
  }

  const Report& report_;
  UniqueFingerprints prints_;
  std::vector<FrameworkEvidence> frameworks_;
  std::string time_;
  std::string identity_;  // of the day and everything that was found
  JsonWriter json_;
};

}  // namespace

std::string oscal_report(const Report& report, const ReportOptions&) { return OscalWriter(report).document(); }

}  // namespace holdfast
