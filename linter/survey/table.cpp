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
  RowMaker(Model& model, Object& object, const Table& table, Facts& facts)
      : model_(model), object_(object), table_(table), facts_(facts), evaluation_(model.evaluation(object.exists)) {
    if (!table.when) return;
    const Condition shown = as_condition(model.evaluate_for(&object, table.when, evaluation_), evaluation_);
    exists_ = conjoin(evaluation_.arena, exists_, shown);
  }

  bool is_shown() const { return satisfiable(exists_) != Truth::no; }

  Row make() {
    Row row{.address = table_.address ? fact(table_.address)->datum.text : object_.resource().address,
            .type = std::string(object_.type().name),
            .provider_type = object_.resource().type,
            .at = object_.header(),
            .environment = {},
            .world = {},
            .cells = {}};
    if (!exists_.is_always()) {
      row.world = worlds_of(exists_, Condition::always(), evaluation_.arena).words;
      if (row.world.empty()) row.world = "perhaps";
    }
    row.cells.reserve(table_.columns.size());
    for (const Column& column : table_.columns) row.cells.push_back(cell(column));
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
    fact.datum = detached(value, exists_, evaluation_, fact.open);
    return facts_.shared(std::move(fact));
  }

  /// Yes or no only when it is so in every world.
  Truth is_met(hcl::Expression expression) {
    const Condition met = as_condition(model_.evaluate_for(&object_, expression, evaluation_), evaluation_);
    return implied(exists_, met, evaluation_.arena);
  }

  Model& model_;
  Object& object_;
  const Table& table_;
  Facts& facts_;
  Condition exists_ = object_.exists;
  Evaluation evaluation_;
};

}  // namespace

Table read_table(const hcl::Tree& tree, hcl::NodeId block, Diagnostics& diagnostics) {
  const BlockReader reader(tree, block, diagnostics);
  reader.allow({"title", "subject", "on", "when", "address"}, {"column"});
  Table table{.name = std::string(reader.label()),
              .title = std::string(reader.required_text("title")),
              .subject = std::string(reader.required_text("subject")),
              .on = std::string(reader.name("on")),
              .when = reader.expression("when"),
              .address = reader.expression("address"),
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
  checker.check_rule_expression(table.when, table.on);
  checker.check_rule_expression(table.address, table.on);
  for (const Column& column : table.columns) {
    for (const hcl::Expression expression : {column.value, column.text, column.met})
      checker.check_rule_expression(expression, table.on);
  }
}

std::vector<Row> rows_of(Model& model, const Table& table) {
  std::vector<Row> rows;
  Facts facts;
  for (Object* object : model.objects(table.on)) {
    RowMaker maker(model, *object, table, facts);
    if (maker.is_shown()) rows.push_back(maker.make());
  }
  return rows;
}

}  // namespace holdfast
