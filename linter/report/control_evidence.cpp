#include "report/control_evidence.h"

#include "report/named_control.h"

#include <algorithm>
#include <functional>
#include <unordered_map>

namespace holdfast {
namespace {

void add(RuleEvidence& evidence, const Finding& finding) {
  if (finding.verdict == Verdict::not_applicable) return;
  evidence.findings.push_back(&finding);
  EvidenceCounts& counts = evidence.counts;
  if (finding.suppression) {
    ++counts.accepted;
  } else if (finding.verdict == Verdict::pass) {
    ++counts.passed;
  } else {
    ++(finding.verdict == Verdict::fail ? counts.failed : counts.undecided);
  }
}

std::vector<RuleEvidence> rules_of(const std::vector<RuleEvidence>& all, const Framework& framework,
                                   std::string_view control) {
  std::vector<RuleEvidence> rules;
  for (const RuleEvidence& evidence : all) {
    const auto reference = std::ranges::find_if(evidence.rule->controls, [&](const ControlReference& r) {
      return r.framework == framework.key && r.control == control;
    });
    if (reference == evidence.rule->controls.end()) continue;
    rules.push_back(evidence);
    rules.back().is_direct = reference->is_direct;
  }
  std::ranges::stable_sort(rules, std::ranges::greater(), &RuleEvidence::is_direct);
  return rules;
}

}  // namespace

EvidenceCounts& EvidenceCounts::operator+=(const EvidenceCounts& other) {
  passed += other.passed;
  failed += other.failed;
  undecided += other.undecided;
  accepted += other.accepted;
  return *this;
}

EvidenceCounts ControlEvidence::counts() const {
  EvidenceCounts sum;
  for (const RuleEvidence& rule : rules) sum += rule.counts;
  return sum;
}

Standing ControlEvidence::standing() const {
  const EvidenceCounts sum = counts();
  if (rules.empty()) return Standing::unchecked;
  if (sum.failed > 0) return Standing::contradicted;
  if (sum.undecided > 0) return Standing::open;
  if (sum.accepted > 0) return Standing::excepted;
  return sum.passed > 0 ? Standing::supported : Standing::not_concerned;
}

std::string_view to_string(Standing standing) {
  switch (standing) {
    case Standing::contradicted: return "evidence against";
    case Standing::open: return "open";
    case Standing::excepted: return "evidence for, with exceptions";
    case Standing::supported: return "evidence for";
    case Standing::not_concerned: return "nothing that it concerns";
    case Standing::unchecked: return "not checked";
  }
  return {};
}

std::vector<ManualEvidence> manual_evidence_of(const Report& report) {
  std::vector<ManualEvidence> manual;
  for (const Register* source : report.registers) {
    for (const Requirement& requirement : source->requirements) {
      if (requirement.proof == Proof::by_people || requirement.needs_evidence) manual.push_back({source, &requirement});
    }
  }
  return manual;
}

std::string controls_of(const Requirement& requirement, const Report& report) {
  std::string list;
  for (const ControlReference& reference : requirement.controls) {
    const auto framework = std::ranges::find(report.frameworks, reference.framework, &Framework::key);
    if (framework == report.frameworks.end()) continue;
    list.append(list.empty() ? "" : "; ").append(edition(**framework)).append(" ").append(reference.control);
  }
  return list;
}

std::vector<RuleEvidence> rule_evidence_of(const Report& report) {
  std::vector<RuleEvidence> all;
  std::unordered_map<const Rule*, std::size_t> index;
  for (const Rule* rule : report.rules) {
    index[rule] = all.size();
    all.push_back({.rule = rule, .findings = {}, .counts = {}});
  }
  for (const Finding& finding : report.findings) {
    const auto at = index.find(finding.rule);
    if (at != index.end()) add(all[at->second], finding);
  }
  for (const auto& [rule, counted] : report.unremarkable) {
    const auto at = index.find(rule);
    if (at != index.end()) all[at->second].counts.passed += counted.passed;
  }
  return all;
}

std::vector<FrameworkEvidence> evidence_of(const Report& report) {
  const std::vector<RuleEvidence> rules = rule_evidence_of(report);
  std::vector<FrameworkEvidence> frameworks;
  for (const Framework* framework : report.frameworks) {
    FrameworkEvidence evidence{.framework = framework, .controls = {}};
    for (const Control& control : framework->controls) {
      evidence.controls.push_back(
          {.id = control.id, .label = control.label, .rules = rules_of(rules, *framework, control.id)});
    }
    frameworks.push_back(std::move(evidence));
  }
  return frameworks;
}

}  // namespace holdfast
