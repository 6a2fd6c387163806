#pragma once

#include "model/model.h"
#include "survey/datum.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace holdfast {

class PackChecker;

/// One fact that a table tells of each object. `value` is for machines; a column with a title is shown to people too.
struct Column {
  std::string name;  // key in machine formats
  std::string title;
  hcl::Expression value;
  hcl::Expression text;  // how people read it; empty: the value
  hcl::Expression met;   // whether it is as demanded; empty: nothing is demanded
};

/// What packs show of every object of a type: `table "posture" { on = … column "…" { … } }`.
struct Table {
  std::string name;
  std::string title;
  std::string subject;      // what a row is, in people's words: "data store"
  std::string on;           // canonical type or family
  hcl::Expression when;     // what is shown; empty: all
  hcl::Expression address;  // what a row is called; empty: the address of its resource
  std::vector<Column> columns;
  Span at;
};

Table read_table(const hcl::Tree& tree, hcl::NodeId block, Diagnostics& diagnostics);
void check_table(const Table& table, const Definitions& definitions, PackChecker& checker, Diagnostics& diagnostics);

/// What is told, and what it hangs on.
struct Fact {
  Datum datum;
  std::vector<OpenQuestion> open;
  bool operator==(const Fact&) const = default;
};

/// Rows of one table share the facts that are equal. Neither is ever null.
struct Cell {
  std::shared_ptr<const Fact> value;
  std::shared_ptr<const Fact> text;  // the value when the column has no words of its own
  std::optional<Truth> met;          // empty: nothing is demanded of it
};

/// What a table says of one object, independent of the deployment that it stood in.
struct Row {
  std::string address;
  std::string type;           // canonical
  std::string provider_type;  // the provider's own name
  Span at;
  std::string environment;  // empty: the only one
  std::string world;        // in which it exists, when it does not in all; "perhaps" when nobody can say
  std::vector<Cell> cells;  // one for each column
};

/// A row for each object, in the order of the deployment's resources.
std::vector<Row> rows_of(Model& model, const Table& table);

}  // namespace holdfast
