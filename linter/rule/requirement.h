#pragma once

#include "rule/rule.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

/// How a requirement can be shown to be met.
enum class Proof : uint8_t {
  statically,  // by what the sources say
  as_far_as,   // by what the sources say of a mechanism; whether it works is another matter
  derived,     // a report of this program is the proof
  by_people,   // by nothing that can be analysed
  not_needed,  // nothing is demanded
};

std::string_view to_string(Proof proof);

/// One row of a register: what a document of a user's organisation demands.
struct Requirement {
  std::string id;
  std::string label;
  Proof proof = Proof::by_people;
  bool needs_evidence = false;             // records by people are asked for, whatever the sources say
  std::vector<ControlReference> controls;  // in the order of the register
};

struct Register {
  std::string key;
  std::string name;
  std::vector<Requirement> requirements;  // in the register's order
  const Requirement* find(std::string_view id) const;
};

}  // namespace holdfast
