#include "report/diagram_report.h"
#include "report/display_text.h"
#include "report/escape.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace holdfast {

namespace {

// Pixels. The style of the page sets text in a face of one width.
constexpr double kLetter = 7.4;
constexpr double kPadding = 10;
constexpr double kHeight = 42;
constexpr double kGap = 12;
constexpr double kWay = 56;  // between columns, where edges run
constexpr std::size_t kLettersMax = 34;
constexpr int kSweeps = 4;
// From one width to the other an image may be shrunk to what a window has; a wider one would be too small to read.
constexpr double kWide = 960, kWidest = 1300;

/// A node, or where an edge passes a column.
struct Box {
  std::size_t column = 0;
  double x = 0, y = 0, width = 0, height = kHeight;
  double middle() const { return y + height / 2; }
};

std::string cropped(std::string_view text) {
  const std::string line = one_line(text);
  std::string kept;
  for (std::string_view rest = line; !rest.empty();) {
    if (display_width(kept) >= kLettersMax) return kept + "…";
    append_utf8(kept, next_character(rest));
  }
  return kept;
}

/// Kinds of nodes stand in columns, in the order in which the diagram declares them; what is declared elsewhere stands
/// behind what leads to it. Inside of a column everything is drawn to the middle of its neighbours.
class Layout {
 public:
  Layout(const Drawing& drawing, const Diagram& diagram) : drawing_(drawing), boxes(drawing.nodes.size()) {
    set_columns(diagram);
    for (const Drawing::Edge& edge : drawing.edges) add_way(edge);
    order();
    set_places();
  }

 private:
  void set_columns(const Diagram& diagram) {
    std::vector<std::size_t> kinds(drawing_.nodes.size());
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      const NodeKind* kind = drawing_.nodes[i].kind;
      if (kind) kinds[i] = 1 + static_cast<std::size_t>(kind - diagram.nodes.data());
    }
    for (const Drawing::Edge& edge : drawing_.edges) {
      if (!drawing_.nodes[edge.to].kind) kinds[edge.to] = std::max(kinds[edge.to], kinds[edge.from] + 1);
    }
    std::vector<std::size_t> used = kinds;
    std::ranges::sort(used);
    used.erase(std::unique(used.begin(), used.end()), used.end());
    columns_.resize(used.size());
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      boxes[i].column = static_cast<std::size_t>(std::ranges::lower_bound(used, kinds[i]) - used.begin());
      boxes[i].width = width_of(drawing_.nodes[i]);
      columns_[boxes[i].column].push_back(i);
    }
  }

  /// In columns between its ends an edge needs room as well.
  void add_way(const Drawing::Edge& edge) {
    std::vector<std::size_t>& way = ways.emplace_back(1, edge.from);
    for (std::size_t column = boxes[edge.from].column + 1; column < boxes[edge.to].column; ++column) {
      way.push_back(boxes.size());
      columns_[column].push_back(boxes.size());
      boxes.push_back({.column = column, .height = 0});
    }
    way.push_back(edge.to);
  }

  void order() {
    const auto stack = [&](const std::vector<std::size_t>& column) {
      double y = 0;
      for (const std::size_t box : column) boxes[box].y = std::exchange(y, y + boxes[box].height + kGap);
    };
    for (const auto& column : columns_) stack(column);
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
      const std::vector<double> wanted = wanted_middles();
      for (auto& column : columns_) {
        std::ranges::stable_sort(column, {}, [&](std::size_t box) { return wanted[box]; });
        stack(column);
      }
    }
  }

  /// Where everything would like to be: between its neighbours.
  std::vector<double> wanted_middles() const {
    std::vector<double> sums(boxes.size(), 0);
    std::vector<std::size_t> counts(boxes.size(), 0);
    const auto add = [&](std::size_t box, std::size_t neighbour) {
      sums[box] += boxes[neighbour].middle();
      ++counts[box];
    };
    for (const auto& way : ways) {
      for (std::size_t i = 0; i + 1 < way.size(); ++i) add(way[i], way[i + 1]), add(way[i + 1], way[i]);
    }
    for (std::size_t i = 0; i < sums.size(); ++i)
      sums[i] = counts[i] == 0 ? boxes[i].middle() : sums[i] / static_cast<double>(counts[i]);
    return sums;
  }

  void set_places() {
    double x = 1;
    for (const auto& column : columns_) {
      double widest = 0;
      for (const std::size_t box : column) widest = std::max(widest, boxes[box].width);
      const std::vector<double> wanted = wanted_middles();
      double bottom = 1;
      for (const std::size_t number : column) {
        Box& box = boxes[number];
        box.x = x, box.width = widest;
        box.y = x > 1 ? std::max(bottom, wanted[number] - box.height / 2) : bottom;
        bottom = box.y + box.height + kGap;
      }
      height = std::max(height, bottom - kGap + 1);
      x += widest + kWay;
    }
    width = std::max(0.0, x - kWay + 1);
  }

  static double width_of(const Drawing::Node& node) {
    const std::size_t letters = std::max(display_width(cropped(node.label)), node.kind ? node.kind->name.size() : 0);
    return static_cast<double>(letters) * kLetter + 2 * kPadding;
  }

  const Drawing& drawing_;
  std::vector<std::vector<std::size_t>> columns_;

 public:
  std::vector<Box> boxes;                      // of the nodes, then where edges pass
  std::vector<std::vector<std::size_t>> ways;  // of each edge: the boxes on it
  double width = 0, height = 0;
};

std::string edge_markup(const Drawing::Edge& edge, const std::vector<std::size_t>& way, const std::vector<Box>& boxes) {
  std::string path = fmt::format("M{:.0f} {:.0f}", boxes[way[0]].x + boxes[way[0]].width, boxes[way[0]].middle());
  for (std::size_t i = 0; i + 1 < way.size(); ++i) {
    const Box &from = boxes[way[i]], &to = boxes[way[i + 1]];
    const double bend = kWay / 2;
    path += fmt::format("C{:.0f} {:.0f} {:.0f} {:.0f} {:.0f} {:.0f}", from.x + from.width + bend, from.middle(),
                        to.x - bend, to.middle(), to.x, to.middle());
    if (i + 2 < way.size()) path += fmt::format("h{:.0f}", to.width);
  }
  const std::string words = edge.kind->name + (edge.world.empty() ? "" : ", " + edge.world);
  return fmt::format("<path{} d=\"{}m-6 -4l6 4l-6 4\"><title>{}</title></path>\n",
                     edge.world.empty() ? "" : " class=\"perhaps\"", path, markup_text(one_line(words)));
}

std::string_view tone_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::fail: return "fail";
    case Verdict::undecided: return "undecided";
    case Verdict::pass: return "pass";
    case Verdict::not_applicable: return "info";
  }
  return {};
}

std::string node_markup(const Drawing::Node& node, const std::string& kind, const Box& box, Verdict verdict) {
  std::string title = node.address.empty() ? one_line(node.text) : one_line(node.address + ": " + node.text);
  return fmt::format(
      "<g class=\"{}\"><title>{}</title><rect x=\"{:.0f}\" y=\"{:.0f}\" width=\"{:.0f}\" height=\"{:.0f}\" rx=\"5\"/>"
      "<text class=\"sub\" x=\"{:.0f}\" y=\"{:.0f}\">{}</text><text x=\"{:.0f}\" y=\"{:.0f}\">{}</text></g>\n",
      node.kind ? tone_of(verdict) : "elsewhere", markup_text(title), box.x, box.y, box.width, kHeight,
      box.x + kPadding, box.y + 16, markup_text(kind), box.x + kPadding, box.y + 33, markup_text(cropped(node.label)));
}

/// What nodes are: what is declared elsewhere is what it is to the first that leads there.
std::vector<std::string> kinds_of(const Drawing& drawing) {
  std::vector<std::string> kinds(drawing.nodes.size());
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (drawing.nodes[i].kind) kinds[i] = drawing.nodes[i].kind->name;
  }
  for (const Drawing::Edge& edge : drawing.edges) {
    if (kinds[edge.to].empty()) kinds[edge.to] = edge.kind->name;
  }
  return kinds;
}

}  // namespace

std::string svg_diagram(const Drawing& drawing, const Diagram& diagram, const WorstVerdicts& verdicts) {
  const Layout layout(drawing, diagram);
  const std::vector<std::string> kinds = kinds_of(drawing);
  std::string svg = fmt::format(
      "<svg class=\"graph{3}\" role=\"img\" aria-label=\"{0}\" width=\"{1:.0f}\" height=\"{2:.0f}\" "
      "viewBox=\"0 0 {1:.0f} {2:.0f}\">\n",
      markup_text(drawing.deployment), layout.width, layout.height,
      layout.width > kWide && layout.width <= kWidest ? " wide" : "");
  for (std::size_t i = 0; i < drawing.edges.size(); ++i)
    svg += edge_markup(drawing.edges[i], layout.ways[i], layout.boxes);
  for (std::size_t i = 0; i < drawing.nodes.size(); ++i)
    svg += node_markup(drawing.nodes[i], kinds[i], layout.boxes[i], verdicts.of(drawing.nodes[i]));
  return svg + "</svg>\n";
}

}  // namespace holdfast
