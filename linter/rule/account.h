#pragma once

#include "model/model.h"
#include "rule/rule.h"

#include <string>
#include <vector>

namespace holdfast {

/// One part of what a rule requires, what it came to for an object, and where that was written.
struct AccountStep {
  std::string source;
  std::string value;
  int depth = 0;  // 0: the whole requirement
  Span at;        // may not exist
};

/// Why a rule judges an object as it does: `when` and `require`, with the parts that decide.
std::vector<AccountStep> account_of(Model& model, const Rule& rule, Object* self);

/// The objects of a rule's type at an address; one nullptr when it is about the whole deployment.
std::vector<Object*> judged_objects(Model& model, const Rule& rule, std::string_view address);

}  // namespace holdfast
