#include "report/code_frame.h"
#include "report/diagram_report.h"
#include "report/display_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace holdfast {

namespace {

/// Nobody reads more ways than that.
constexpr std::size_t kChainsMax = 40;

std::string step_text(const Drawing& drawing, const Drawing::Edge& edge) {
  const Drawing::Node& to = drawing.nodes[edge.to];
  std::string text = edge.text.empty() ? to.text : edge.text;
  if (!edge.world.empty()) text += ", " + when(edge.world);
  return text;
}

std::string chain_text(const Drawing& drawing, std::size_t start, const std::vector<std::size_t>& way) {
  std::string text = drawing.nodes[start].text;
  for (const std::size_t i : way) text += " → " + step_text(drawing, drawing.edges[i]);
  const Drawing::Node& end = way.empty() ? drawing.nodes[start] : drawing.nodes[drawing.edges[way.back()].to];
  if (end.kind && !end.kind->otherwise.empty()) text += " → " + end.kind->otherwise;
  return text;
}

/// Every place on the ways, in the order of the steps.
std::vector<Mark> places(const Drawing& drawing, std::size_t start, const std::vector<std::vector<std::size_t>>& ways) {
  std::vector<Mark> marks;
  const auto add = [&](Span at, const std::string& text) {
    const auto is_same = [&](const Mark& mark) { return mark.at == at; };
    if (at.exists() && std::none_of(marks.begin(), marks.end(), is_same)) marks.push_back({at, text});
  };
  add(drawing.nodes[start].at, "this");
  for (const auto& way : ways) {
    for (const std::size_t i : way) add(drawing.nodes[drawing.edges[i].to].at, step_text(drawing, drawing.edges[i]));
  }
  return marks;
}

}  // namespace

std::string text_chains(const Report& analysis, const Drawing& drawing, const ReportOptions& options) {
  const Paint paint(options.color);
  std::string text;
  for (const std::size_t start : drawing.starts) {
    const auto ways = chains(drawing, start, kChainsMax);
    for (const auto& way : ways) {
      std::vector<std::string> lines = wrapped(chain_text(drawing, start, way), options.width - 2);
      for (std::size_t i = 0; i < lines.size(); ++i) text += (i == 0 ? "" : "  ") + lines[i] + "\n";
    }
    if (ways.size() == kChainsMax) text += fmt::format("… and more than {} ways\n", kChainsMax);
    text += "\n" + code_frame(*analysis.workspace, places(drawing, start, ways),
                              {.paint = paint, .ink = Ink::blue, .width = options.width});
  }
  return text;
}

}  // namespace holdfast
