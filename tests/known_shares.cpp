// How much of what plans of backup say is known after evaluation: known_shares PATH... gives for every path the share
// of attributes that are known, a choice of known values, or unknown, and what the unknown ones hang on.
#include "command/files.h"
#include "expression/function.h"
#include "expression/unknowns.h"
#include "model/model.h"
#include "rule/pack.h"
#include "terraform/terraform.h"

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace holdfast;

struct Asked {
  std::string_view type;
  std::string_view attribute;
};
constexpr std::array kAsked = {
    Asked{"backup_rule", "schedule"},       Asked{"backup_rule", "retention_days"},
    Asked{"backup_rule", "lifecycle"},      Asked{"backup_rule", "vault_name"},
    Asked{"backup_copy", "destination"},    Asked{"backup_copy", "retention_days"},
    Asked{"backup_selection", "tags"},      Asked{"backup_selection", "conditions"},
    Asked{"backup_selection", "resources"}, Asked{"backup_selection", "not_resources"},
    Asked{"backup_vault", "key"},           Asked{"backup_vault", "lock"},
    Asked{"air_gapped_vault", "lock"},
};

enum class Knowledge : uint8_t { known, choice, reference, open };

/// A reference to something that is read from an attribute is as good as known, whatever it will be.
Knowledge knowledge_of(const Value& value, const Arena& arena) {
  if (value.is_wholly_known()) return Knowledge::known;
  if (value.is_unknown()) {
    const Unknown& unknown = value.as_unknown();
    if (unknown.parts.size() > 1) return Knowledge::reference;
    const Entity* entity = arena.origin(value.origin()).entity;
    return entity && dynamic_cast<const Resource*>(entity) ? Knowledge::reference : Knowledge::open;
  }
  Knowledge worst = value.is_choice() ? Knowledge::choice : Knowledge::known;
  const auto add = [&](const Value& part) { worst = std::max(worst, knowledge_of(part, arena)); };
  if (value.is_choice()) {
    add(value.as_choice().then);
    add(value.as_choice().otherwise);
  } else if (value.is_sequence()) {
    for (const Value& item : value.items()) add(item);
  } else if (value.is_mapping()) {
    for (const Value::Entry& entry : value.entries()) add(entry.value);
  }
  return worst;
}

struct Shares {
  std::array<int, 4> counts = {};
  std::map<std::string, int> hanging_on;
  void add(const Shares& other) {
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += other.counts[i];
    for (const auto& [input, count] : other.hanging_on) hanging_on[input] += count;
  }
};

void survey(Model& model, std::map<std::string, Shares>& shares) {
  const Arena& arena = model.deployment().arena;
  for (const auto& [type, attribute] : kAsked) {
    for (Object* object : model.objects(type)) {
      if (object->resource().is_data) continue;
      const Value value = object->attribute(attribute).value_or(Value());
      const Knowledge knowledge = knowledge_of(value, arena);
      Shares& here = shares[fmt::format("{}.{}", type, attribute)];
      ++here.counts[static_cast<std::size_t>(knowledge)];
      if (knowledge != Knowledge::open) continue;
      const Value* unknown = first_unknown(value);
      if (!unknown) continue;
      const Unknown& why = unknown->as_unknown();
      ++here.hanging_on[std::string(why.input.empty() ? why.reason : why.input)];
    }
  }
}

void print(std::string_view name, const Shares& shares) {
  const auto& c = shares.counts;
  const int all = c[0] + c[1] + c[2] + c[3];
  fmt::print("  {:32} {:5} known {:5} choice {:4} reference {:4} unknown {:4}\n", name, all, c[0], c[1], c[2], c[3]);
  for (const auto& [input, count] : shares.hanging_on) fmt::print("      {} x {}\n", count, input);
}

}  // namespace

int main(int argument_count, char** arguments) {
  Workspace workspace;
  const FunctionTable functions;
  Diagnostics diagnostics;
  Packs packs;
  load_embedded_packs(packs, workspace, embedded_packs(), diagnostics);
  packs.finish(diagnostics);
  Shares everywhere;
  for (int i = 1; i < argument_count; ++i) {
    std::map<std::string, Shares> shares;
    for (const std::string& root : terraform_roots(workspace, find_files({arguments[i]}).terraform_directories)) {
      Model model(packs.definitions(), functions, Value());
      const auto deployment = load_terraform(workspace, root, {}, functions, &model);
      model.attach(*deployment);
      survey(model, shares);
    }
    Shares all;
    for (const auto& entry : shares) all.add(entry.second);
    fmt::print("{}\n", arguments[i]);
    for (const auto& [name, share] : shares) print(name, share);
    all.hanging_on.clear();
    print("all", all);
    everywhere.add(all);
  }
  print("everywhere", everywhere);
  return 0;
}
