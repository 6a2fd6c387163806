#pragma once

#include "report/report.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

struct EvidenceCounts {
  std::size_t passed = 0, failed = 0, undecided = 0, accepted = 0;
  EvidenceCounts& operator+=(const EvidenceCounts& other);
};

/// What one rule found.
struct RuleEvidence {
  const Rule* rule = nullptr;
  bool is_direct = true;                 // of a control; else supporting
  std::vector<const Finding*> findings;  // without those that it does not concern
  EvidenceCounts counts;
};

/// What a run says about a control. Never a judgement of the control itself.
enum class Standing : uint8_t { contradicted, open, excepted, supported, not_concerned, unchecked };
/// "evidence against", "evidence for", ...
std::string_view to_string(Standing standing);

struct ControlEvidence {
  std::string_view id;
  std::string_view label;
  std::vector<RuleEvidence> rules;  // that ran; direct before supporting, then by id
  EvidenceCounts counts() const;
  Standing standing() const;
};

struct FrameworkEvidence {
  const Framework* framework = nullptr;
  std::vector<ControlEvidence> controls;  // all of the framework, in its order
};

/// What only people can show: rows of the registers that ask for their word.
struct ManualEvidence {
  const Register* source = nullptr;
  const Requirement* requirement = nullptr;
};
std::vector<ManualEvidence> manual_evidence_of(const Report& report);
/// "ISO/IEC 27001:2022 A.5.37; CIS Controls 8.1 11.1"
std::string controls_of(const Requirement& requirement, const Report& report);

/// By id of the rules.
std::vector<RuleEvidence> rule_evidence_of(const Report& report);
std::vector<FrameworkEvidence> evidence_of(const Report& report);

}  // namespace holdfast
