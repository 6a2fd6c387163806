#pragma once

#include "resource/deployment.h"
#include "terraform/plan.h"
#include "terraform/planned_match.h"

#include <string>
#include <vector>

namespace holdfast {

/// How the attributes of a deployment compare with others, one by one.
struct PlanComparison {
  struct Deviation {
    terraform::Match match;
    std::string subject;  // address and attribute, or why an address stands on one side only
    std::string detail;   // both values
  };
  int equal = 0;
  int open = 0;
  int different = 0;
  std::vector<Deviation> deviations;

  void add(terraform::Match match, std::string subject, std::string detail = {});
  std::string text() const;
};

/// The attributes that the sources give, each with what is planned for it.
PlanComparison compare_with_plan(const terraform::Plan& plan, Deployment& sources);

/// The attributes that are known without the sources, as the sources have them.
PlanComparison compare_without_sources(const terraform::Plan& plan, Deployment& sources, Deployment& alone);

}  // namespace holdfast
