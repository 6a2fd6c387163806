#pragma once

#include "report/report.h"
#include "survey/diagram.h"

#include <map>
#include <string>
#include <vector>

namespace holdfast {

std::string mermaid_diagram(const Report& report, const ReportOptions& options);
std::string dot_diagram(const Report& report, const ReportOptions& options);
std::string json_diagram(const Report& report, const ReportOptions& options);

/// Drawings without the nodes that nothing leads to, for reports that tell of these in other ways; none is empty.
std::vector<Drawing> linked_drawings(const Report& report);

/// The linked drawings as Mermaid, as many as hosts of Markdown draw in one. Empty when there are none.
struct HostedDiagram {
  std::string text;
  std::size_t left_out = 0;  // drawings
};
HostedDiagram hosted_diagram(const Report& report);

/// The worst verdict on each resource, by its address, the file that declares it and the calls that brought it in.
class WorstVerdicts {
 public:
  explicit WorstVerdicts(const Report& report);
  /// not_applicable: no rule has anything to say.
  Verdict of(const Drawing::Node& node) const;

 private:
  struct Key {
    FileId file;
    std::string address;
    std::vector<Span> call_chain;
    auto operator<=>(const Key&) const = default;
  };
  std::map<Key, Verdict> worst_;
};

/// A drawing as an image in a page, whose style it uses.
std::string svg_diagram(const Drawing& drawing, const Diagram& diagram, const WorstVerdicts& verdicts);

/// All ways that lead on from one resource, in words and with the source lines of every step.
std::string text_chains(const Report& analysis, const Drawing& drawing, const ReportOptions& options);

}  // namespace holdfast
