#pragma once

#include "syntax/hcl.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

enum class Severity : uint8_t { info, low, medium, high, critical };

std::string_view to_string(Severity severity);
std::optional<Severity> parse_severity(std::string_view text);

/// What a rule's verdicts rest on, and so how often they will be right about more than the sources.
enum class Basis : uint8_t {
  convention,  // on tags and names that are read as usual, or on what may as well be declared elsewhere
  demand,      // on what is declared, held against what somebody demands
  service,     // on what the service is documented to refuse, to ignore or to do
};
std::string_view to_string(Basis basis);
std::optional<Basis> parse_basis(std::string_view text);

/// A control of a framework that a rule gives evidence for.
struct ControlReference {
  std::string framework;  // key of the framework: "iso27001"
  std::string control;    // canonical id: "A.8.13"
  bool is_direct = true;  // false: supporting evidence only
  auto operator<=>(const ControlReference&) const = default;
};

/// One requirement, as its pack file states it. What it says of itself is constant; what it says of a resource is
/// computed by its expressions.
struct Rule {
  std::string id;                        // "pack/name"
  std::string title;                     // names the fault
  std::string theme;                     // groups rules for selection: "schedule", "encryption"
  Severity severity = Severity::medium;  // the highest that a finding of this rule can have
  Basis basis = Basis::demand;
  std::vector<ControlReference> controls;  // sorted
  std::vector<std::string> covers;         // rows of the requirement register
  std::vector<std::string> old_ids;
  std::string why;         // prose: what goes wrong
  std::string fix;         // prose: the smallest edit
  bool is_enabled = true;  // off unless selected, when false
  bool has_page = false;   // among the program's own, as those have that come with it

  /// Canonical type or family; "deployment" = judged once for the whole; "suppression" = what users accept, which the
  /// engine judges itself: such a rule has no expressions.
  std::string on;
  bool is_about_suppressions() const { return on == "suppression"; }
  hcl::Expression when;  // empty: always
  hcl::Expression require;
  hcl::Expression level;  // empty: `severity`
  hcl::Expression at;
  hcl::Expression see;  // empty: none
  hcl::Expression message;
  hcl::Expression discriminator;  // empty: none; tells findings about one resource apart

  /// Something about the whole deployment without which nothing can be said. When it does not hold, the rule is
  /// undecided once instead of once for each resource.
  struct Presumption {
    hcl::Expression condition;
    hcl::Expression otherwise;  // the message
  };
  std::vector<Presumption> presumptions;
};

/// A framework and the controls that rules refer to. Labels are ours or official short titles, never control text.
struct Control {
  std::string id;
  std::string label;
  std::vector<std::string> aliases;  // ids of older editions that now mean this control
};
struct Framework {
  std::string key;               // "iso27001"
  std::string name;              // "ISO/IEC 27001"
  std::string version;           // "2022"
  std::string former_version{};  // the edition that aliases belong to
  std::string organization;
  std::string information_uri;
  std::string label;              // what its controls are called: "Annex A controls"
  std::string guid;               // fixed; SARIF taxonomies refer to it
  std::vector<Control> controls;  // in the framework's order
  const Control* find(std::string_view id) const;
};

/// Numbers and names that rules call `policy`: what is demanded of whom.
struct Profile {
  std::string name;
  bool is_default = false;
  hcl::Expression policy;
};

}  // namespace holdfast
