#pragma once

#include "model/model.h"
#include "survey/datum.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace holdfast {

class PackChecker;

/// What leads from one node to others: `edge "selected by" { to = self.selected_by }`. `to` is an object or a list of
/// them; a text stands for something that is declared elsewhere.
struct EdgeKind {
  std::string name;
  hcl::Expression to;
  hcl::Expression text;  // sees `self` and `to`; what a chain says of this step; empty: the target's own text
};

/// Objects of one type, or family, in a diagram.
struct NodeKind {
  std::string name;
  std::string on;
  std::string shape;      // box, cylinder, hexagon, rounded
  std::string otherwise;  // what a chain says where it ends here
  hcl::Expression label;
  hcl::Expression text;      // what a chain says of it; empty: its label
  hcl::Expression when;      // which of them; empty: all
  hcl::Expression address;   // what it goes by; empty: the address of its resource
  bool only_linked = false;  // left out when nothing leads to it or away from it
  std::vector<EdgeKind> edges;
};

/// How objects hang together: `diagram "protection" { node "store" { on = … edge "…" { to = … } } }`.
struct Diagram {
  std::string name;
  std::vector<NodeKind> nodes;
  Span at;
};

Diagram read_diagram(const hcl::Tree& tree, hcl::NodeId block, Diagnostics& diagnostics);
void check_diagram(const Diagram& diagram, const Definitions& definitions, PackChecker& checker,
                   Diagnostics& diagnostics);

/// A diagram of one deployment, independent of it.
struct Drawing {
  struct Node {
    const NodeKind* kind;  // nullptr: declared elsewhere
    std::string label;
    std::string text;
    std::string address;  // empty: declared elsewhere
    std::string type;     // the provider's own name
    Span at;
    std::vector<Span> call_chain;  // as a finding has it
  };
  struct Edge {
    std::size_t from, to;
    const EdgeKind* kind;
    std::string text;   // empty: the target's
    std::string world;  // in which it is there, when not in all; "perhaps" when nobody can say
  };
  std::string deployment;  // its path
  std::vector<Node> nodes;
  std::vector<Edge> edges;               // those of a node together, in the order of its kind
  std::vector<std::size_t> starts = {};  // nodes at the address that was asked for
};

/// Everything, or when there is an address what can be reached from the first kind of node there.
Drawing draw(Model& model, const Diagram& diagram, std::string_view address = {});

/// Takes out the nodes that nothing leads to or away from, where that says nothing of them. Returns how many.
std::size_t drop_unlinked(Drawing& drawing, const std::function<bool(const Drawing::Node&)>& concerns);

/// Edges of a way from a start to an end, as indexes; no node twice. At most `count_max` of them.
std::vector<std::vector<std::size_t>> chains(const Drawing& drawing, std::size_t start, std::size_t count_max);

}  // namespace holdfast
