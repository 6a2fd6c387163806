#pragma once

#include "report/report.h"
#include "survey/diagram.h"

#include <map>
#include <string>
#include <vector>

namespace holdfast {

/// Drawings of all deployments, sorted by their paths.
struct DiagramReport {
  const Report& analysis;  // with the findings that colour the nodes
  std::vector<Drawing> drawings;
};

std::string mermaid_diagram(const DiagramReport& report);
std::string dot_diagram(const DiagramReport& report);
std::string json_diagram(const DiagramReport& report);

/// The worst verdict on each resource, by its address.
class WorstVerdicts {
 public:
  explicit WorstVerdicts(const Report& report);
  /// not_applicable: no rule has anything to say.
  Verdict of(const Drawing::Node& node) const;

 private:
  std::map<std::string, Verdict, std::less<>> worst_;
};

/// All ways that lead on from one resource, in words and with the source lines of every step.
std::string text_chains(const Report& analysis, const Drawing& drawing, const ReportOptions& options);

}  // namespace holdfast
