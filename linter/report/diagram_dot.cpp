#include "report/diagram_report.h"
#include "report/display_text.h"

#include <fmt/format.h>

namespace holdfast {

namespace {

std::string dot_text(std::string_view text) {
  std::string safe;
  for (const char c : one_line(text)) {
    if (c == '"' || c == '\\') safe += '\\';
    safe += c;
  }
  return '"' + safe + '"';
}

std::string_view shape_of(const Drawing::Node& node) {
  if (!node.kind || node.kind->shape == "box") return "box";
  return node.kind->shape == "rounded" ? "box\", style=\"filled,rounded" : std::string_view(node.kind->shape);
}

std::string_view color_of(const Drawing::Node& node, const WorstVerdicts& verdicts) {
  if (!node.kind) return "#ffffff";
  switch (verdicts.of(node)) {
    case Verdict::fail: return "#fde2e1";
    case Verdict::undecided: return "#fff4d6";
    case Verdict::pass: return "#e1f5e4";
    case Verdict::not_applicable: return "#f3f4f6";
  }
  return "#f3f4f6";
}

}  // namespace

std::string dot_diagram(const Report& report, const ReportOptions&) {
  const WorstVerdicts verdicts(report);
  std::string text = "digraph {\n  rankdir=LR\n  node [style=filled, fontname=\"sans-serif\"]\n";
  const bool has_groups = report.survey.drawings.size() > 1;
  for (std::size_t g = 0; g < report.survey.drawings.size(); ++g) {
    const Drawing& drawing = report.survey.drawings[g];
    if (has_groups) text += fmt::format("  subgraph cluster_{} {{\n  label={}\n", g, dot_text(drawing.deployment));
    for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
      const Drawing::Node& node = drawing.nodes[i];
      text += fmt::format("  n{}_{} [label={}, shape=\"{}\", fillcolor=\"{}\"]\n", g, i, dot_text(node.label),
                          shape_of(node), color_of(node, verdicts));
    }
    for (const Drawing::Edge& edge : drawing.edges) {
      const std::string label = edge.world.empty() ? edge.kind->name : edge.kind->name + ", " + edge.world;
      text += fmt::format("  n{}_{} -> n{}_{} [label={}{}]\n", g, edge.from, g, edge.to, dot_text(label),
                          edge.world.empty() ? "" : ", style=dashed");
    }
    if (has_groups) text += "  }\n";
  }
  return text + "}\n";
}

}  // namespace holdfast
