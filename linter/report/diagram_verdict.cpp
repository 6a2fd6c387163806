#include "report/diagram_report.h"

namespace holdfast {

namespace {

int weight(Verdict verdict) {
  switch (verdict) {
    case Verdict::not_applicable: return 0;
    case Verdict::pass: return 1;
    case Verdict::undecided: return 2;
    case Verdict::fail: return 3;
  }
  return 0;
}

}  // namespace

WorstVerdicts::WorstVerdicts(const Report& report) {
  for (const Finding& finding : report.findings) {
    if (finding.suppression) continue;
    Verdict& worst =
        worst_.try_emplace({finding.header.file, finding.resource, finding.call_chain}, Verdict::not_applicable)
            .first->second;
    if (weight(finding.verdict) > weight(worst)) worst = finding.verdict;
  }
}

Verdict WorstVerdicts::of(const Drawing::Node& node) const {
  const auto found = worst_.find({node.at.file, node.address, node.call_chain});
  return found == worst_.end() ? Verdict::not_applicable : found->second;
}

std::vector<Drawing> linked_drawings(const Report& report) {
  std::vector<Drawing> linked = report.survey.drawings;
  for (Drawing& drawing : linked) drop_unlinked(drawing, [](const Drawing::Node&) { return true; });
  std::erase_if(linked, [](const Drawing& drawing) { return drawing.nodes.empty(); });
  return linked;
}

}  // namespace holdfast
