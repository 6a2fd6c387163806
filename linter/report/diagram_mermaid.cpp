#include "report/diagram_report.h"
#include "report/display_text.h"

#include <fmt/format.h>

#include <array>

namespace holdfast {

namespace {

struct Shape {
  std::string_view name, open, close;
};
constexpr std::array<Shape, 4> kShapes = {{
    {"box", "[", "]"},
    {"cylinder", "[(", ")]"},
    {"hexagon", "{{", "}}"},
    {"rounded", "(", ")"},
}};

const Shape& shape_of(const Drawing::Node& node) {
  for (const Shape& shape : kShapes) {
    if (node.kind && shape.name == node.kind->shape) return shape;
  }
  return kShapes.front();
}

/// Inside quotes only these mean something.
std::string mermaid_text(std::string_view text) {
  std::string safe;
  for (const char c : one_line(text)) {
    if (c == '"' || c == '#' || c == '<' || c == '>' || c == '&' || c == '`')
      safe += fmt::format("#{};", static_cast<int>(c));
    else
      safe += c;
  }
  return '"' + safe + '"';
}

std::string_view class_of(const Drawing::Node& node, const WorstVerdicts& verdicts) {
  if (!node.kind) return "elsewhere";
  switch (verdicts.of(node)) {
    case Verdict::fail: return "fail";
    case Verdict::undecided: return "undecided";
    case Verdict::pass: return "pass";
    case Verdict::not_applicable: return "plain";
  }
  return "plain";
}

constexpr std::string_view kClasses = R"(  classDef fail fill:#fde2e1,stroke:#b3261e,color:#410e0b
  classDef undecided fill:#fff4d6,stroke:#9a6700,color:#3d2a00
  classDef pass fill:#e1f5e4,stroke:#1a7f37,color:#05280f
  classDef plain fill:#f3f4f6,stroke:#6b7280,color:#111827
  classDef elsewhere fill:#ffffff,stroke:#6b7280,color:#374151,stroke-dasharray:4 3
)";

std::string nodes_and_edges(const Drawing& drawing, std::size_t number, const WorstVerdicts& verdicts) {
  std::string text;
  for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
    const Drawing::Node& node = drawing.nodes[i];
    const Shape& shape = shape_of(node);
    text += fmt::format("  n{}_{}{}{}{}:::{}\n", number, i, shape.open, mermaid_text(node.label), shape.close,
                        class_of(node, verdicts));
  }
  for (const Drawing::Edge& edge : drawing.edges) {
    const std::string label = edge.world.empty() ? edge.kind->name : edge.kind->name + ", " + edge.world;
    text += fmt::format("  n{}_{} {}|{}| n{}_{}\n", number, edge.from, edge.world.empty() ? "-->" : "-.->",
                        mermaid_text(label), number, edge.to);
  }
  return text;
}

std::string chart(const std::vector<Drawing>& drawings, const WorstVerdicts& verdicts) {
  std::string text = "flowchart LR\n";
  for (std::size_t i = 0; i < drawings.size(); ++i) {
    const std::string content = nodes_and_edges(drawings[i], i, verdicts);
    text += drawings.size() == 1
                ? content
                : fmt::format("  subgraph g{}[{}]\n{}  end\n", i, mermaid_text(drawings[i].deployment), content);
  }
  return text + std::string(kClasses);
}

// Hosts refuse to draw what is larger.
constexpr std::size_t kHostedSizeMax = 50'000;
constexpr std::size_t kHostedEdgesMax = 500;

}  // namespace

std::string mermaid_diagram(const Report& report, const ReportOptions&) {
  return chart(report.survey.drawings, WorstVerdicts(report));
}

HostedDiagram hosted_diagram(const Report& report) {
  const WorstVerdicts verdicts(report);
  std::vector<Drawing> drawings;
  std::size_t edges = 0;
  HostedDiagram hosted;
  for (Drawing& drawing : linked_drawings(report)) {
    edges += drawing.edges.size();
    drawings.push_back(std::move(drawing));
    std::string text = chart(drawings, verdicts);
    if (edges <= kHostedEdgesMax && text.size() <= kHostedSizeMax) {
      hosted.text = std::move(text);
      continue;
    }
    edges -= drawings.back().edges.size();
    drawings.pop_back();
    ++hosted.left_out;
  }
  return hosted;
}

}  // namespace holdfast
