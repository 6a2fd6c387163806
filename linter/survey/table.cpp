#include "survey/table.h"

#include "model/block_reader.h"
#include "model/check.h"
#include "model/model_diagnostics.h"

#include <functional>
#include <unordered_map>
#include <utility>

namespace holdfast {

namespace {

Column read_column(const hcl::Tree& tree, hcl::NodeId block, Diagnostics& diagnostics) {
  const BlockReader reader(tree, block, diagnostics);
  reader.allow({"title", "value", "text", "met"});
  return {.name = std::string(reader.label()),
          .title = std::string(reader.text("title")),
          .value = reader.required_expression("value"),
          .text = reader.expression("text"),
          .met = reader.expression("met")};
}

void add_hash(std::size_t& hash, std::string_view text) {
  hash = hash * 0x9E3779B97F4A7C15ULL + std::hash<std::string_view>()(text);
}

void add_hash(std::size_t& hash, const Datum& datum) {
  add_hash(hash, datum.text);
  hash += static_cast<std::size_t>(datum.kind) * 2 + (datum.flag ? 1 : 0);
  for (const Datum::Member& member : datum.members) {
    add_hash(hash, member.key);
    add_hash(hash, member.value);
  }
}

/// Most objects have most facts in common with others: each is kept once.
class Facts {
 public:
  std::shared_ptr<const Fact> shared(Fact fact) {
    std::size_t hash = 0;
    add_hash(hash, fact.datum);
    for (auto [known, end] = known_.equal_range(hash); known != end; ++known) {
      if (*known->second == fact) return known->second;
    }
    return known_.emplace(hash, std::make_shared<const Fact>(std::move(fact)))->second;
  }

 private:
  std::unordered_multimap<std::size_t, std::shared_ptr<const Fact>> known_;
};

class RowMaker {
 public:
  RowMaker(Model& model, Object& object, Facts& facts)
      : model_(model), object_(object), facts_(facts), evaluation_(model.evaluation(object.exists)) {}

  Row make(const Table& table) {
    Row row{.address = object_.resource().address,
            .type = std::string(object_.type().name),
            .provider_type = object_.resource().type,
            .at = object_.header(),
            .environment = {},
            .world = {},
            .cells = {}};
    if (!object_.exists.is_always()) {
      row.world = worlds_of(object_.exists, Condition::always(), evaluation_.arena).words;
      if (row.world.empty()) row.world = "perhaps";
    }
    row.cells.reserve(table.columns.size());
    for (const Column& column : table.columns) row.cells.push_back(cell(column));
    return row;
  }

 private:
  Cell cell(const Column& column) {
    Cell cell;
    cell.value = fact(column.value);
    cell.text = column.text ? fact(column.text) : cell.value;
    if (column.met) cell.met = is_met(column.met);
    return cell;
  }

  std::shared_ptr<const Fact> fact(hcl::Expression expression) {
    Fact fact;
    const Value value = model_.evaluate_for(&object_, expression, evaluation_);
    fact.datum = detached(value, object_.exists, evaluation_, fact.open);
    return facts_.shared(std::move(fact));
  }

  /// Yes or no only when it is so in every world.
  Truth is_met(hcl::Expression expression) {
    const Condition met = as_condition(model_.evaluate_for(&object_, expression, evaluation_), evaluation_);
    return implied(object_.exists, met, evaluation_.arena);
  }

  Model& model_;
  Object& object_;
  Facts& facts_;
  Evaluation evaluation_;
};

}  // namespace

Table read_table(const hcl::Tree& tree, hcl::NodeId block, Diagnostics& diagnostics) {
  const BlockReader reader(tree, block, diagnostics);
  reader.allow({"title", "subject", "on"}, {"column"});
  Table table{.name = std::string(reader.label()),
              .title = std::string(reader.required_text("title")),
              .subject = std::string(reader.required_text("subject")),
              .on = std::string(reader.name("on")),
              .columns = {},
              .at = reader.at()};
  for (const hcl::NodeId inner : reader.blocks()) table.columns.push_back(read_column(tree, inner, diagnostics));
  return table;
}

void check_table(const Table& table, const Definitions& definitions, PackChecker& checker, Diagnostics& diagnostics) {
  if (!definitions.is_type_or_family(table.on)) {
    diagnostics.report(kUnknownCanonicalType, table.at, {table.on, suggestion(table.on, definitions.type_names())});
    return;
  }
  for (const Column& column : table.columns) {
    for (const hcl::Expression expression : {column.value, column.text, column.met})
      checker.check_rule_expression(expression, table.on);
  }
}

std::vector<Row> rows_of(Model& model, const Table& table) {
  std::vector<Row> rows;
  Facts facts;
  for (Object* object : model.objects(table.on)) rows.push_back(RowMaker(model, *object, facts).make(table));
  return rows;
}

}  // namespace holdfast
