#include "rule/pack.h"

#include "model/block_reader.h"
#include "model/check.h"
#include "model/model_diagnostics.h"
#include "rule/framework_reader.h"
#include "rule/rule_diagnostics.h"
#include "syntax/hcl_storage.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace holdfast {

namespace {

constexpr std::array<std::string_view, 15> kBlocks = {"catalogue", "derive",    "diagram",  "dialect", "expansion",
                                                      "family",    "framework", "function", "link",    "policy",
                                                      "profile",   "register",  "rule",     "table",   "type"};

/// Entries of both, those of the second in place of the first's; deeply, where both are maps or objects.
Value merged(Arena& arena, const Value& base, const Value& changes) {
  if (!base.is_mapping() || !changes.is_mapping()) return changes;
  std::vector<Value::Entry> entries(base.entries().begin(), base.entries().end());
  for (const Value::Entry& change : changes.entries()) {
    const auto place = std::ranges::lower_bound(entries, change.key, {}, &Value::Entry::key);
    if (place != entries.end() && place->key == change.key)
      place->value = merged(arena, place->value, change.value);
    else
      entries.insert(place, change);
  }
  return Value::mapping(arena, ValueKind::object, entries);
}

std::vector<std::string> owned(const std::vector<std::string_view>& texts) { return {texts.begin(), texts.end()}; }

}  // namespace

/// Reads rules, frameworks and profiles of one pack file.
class RuleReader {
 public:
  RuleReader(Packs& packs, const hcl::Tree& tree, std::string_view pack, Diagnostics& diagnostics)
      : packs_(packs), tree_(tree), pack_(pack), diagnostics_(diagnostics) {}

  void read(hcl::NodeId block) {
    const std::string_view type = tree_.text(block);
    if (type == "rule")
      read_rule(block);
    else if (type == "framework")
      packs_.frameworks_.push_back(read_framework(tree_, block, diagnostics_));
    else if (type == "register")
      packs_.registers_.push_back(read_register(tree_, block, diagnostics_));
    else if (type == "profile")
      read_profile(block);
    else if (type == "table")
      packs_.tables_.push_back(read_table(tree_, block, diagnostics_));
    else if (type == "diagram")
      packs_.diagrams_.push_back(read_diagram(tree_, block, diagnostics_));
    else if (std::find(kBlocks.begin(), kBlocks.end(), type) == kBlocks.end()) {
      diagnostics_.report(kUnknownPackBlock, tree_.name_span(block),
                          {type, suggestion(type, {kBlocks.begin(), kBlocks.end()})});
    }
  }

 private:
  void read_rule(hcl::NodeId block) {
    const BlockReader reader(tree_, block, diagnostics_);
    reader.allow({"title", "theme", "on", "when", "require", "at", "see", "message", "severity", "basis", "level",
                  "controls", "supports", "covers", "why", "fix", "enabled", "old_ids", "discriminator"},
                 {"presume"});
    Rule& rule = packs_.rules_.emplace_back();
    rule.id = std::string(pack_) + "/" + std::string(reader.label());
    rule.title = reader.required_text("title");
    rule.theme = reader.required_text("theme");
    const std::string_view severity = reader.required_text("severity");
    if (const auto parsed = parse_severity(severity))
      rule.severity = *parsed;
    else
      diagnostics_.report(kUnknownSeverity, reader.at(), {severity});
    const std::string_view basis = reader.text("basis", to_string(rule.basis));
    if (const auto parsed = parse_basis(basis))
      rule.basis = *parsed;
    else
      diagnostics_.report(kUnknownBasis, reader.at(), {basis});
    rule.controls = read_controls(reader.expression("controls"), true, diagnostics_);
    const auto supported = read_controls(reader.expression("supports"), false, diagnostics_);
    rule.controls.insert(rule.controls.end(), supported.begin(), supported.end());
    std::sort(rule.controls.begin(), rule.controls.end());
    rule.covers = owned(reader.texts("covers"));
    rule.old_ids = owned(reader.texts("old_ids"));
    rule.why = trimmed(reader.required_text("why"));
    rule.fix = trimmed(reader.required_text("fix"));
    rule.is_enabled = reader.boolean("enabled", true);
    rule.on = reader.name("on");
    if (rule.is_about_suppressions()) return;
    rule.when = reader.expression("when");
    rule.require = reader.required_expression("require");
    rule.level = reader.expression("level");
    rule.at = reader.required_expression("at");
    rule.see = reader.expression("see");
    rule.message = reader.required_expression("message");
    rule.discriminator = reader.expression("discriminator");
    for (hcl::NodeId inner : reader.blocks()) {
      const BlockReader presume(tree_, inner, diagnostics_);
      presume.allow({"condition", "otherwise"});
      rule.presumptions.push_back({presume.required_expression("condition"), presume.required_expression("otherwise")});
    }
  }

  // Long texts are heredocs: their last newline and the breaks inside a paragraph are not meant.
  static std::string trimmed(std::string_view text) {
    std::string result(text);
    while (!result.empty() && result.back() == '\n') result.pop_back();
    for (std::size_t i = 0; i + 1 < result.size(); ++i) {
      if (result[i] != '\n') continue;
      if (result[i + 1] == '\n')
        ++i;
      else
        result[i] = ' ';
    }
    return result;
  }

  void read_profile(hcl::NodeId block) {
    const BlockReader reader(tree_, block, diagnostics_);
    reader.allow({"default", "policy"});
    packs_.profiles_.push_back(
        {std::string(reader.label()), reader.boolean("default", false), reader.required_expression("policy")});
  }

  Packs& packs_;
  const hcl::Tree& tree_;
  std::string_view pack_;
  Diagnostics& diagnostics_;
};

void Packs::add(std::unique_ptr<hcl::Tree> tree, std::string_view pack, Diagnostics& diagnostics, bool have_pages) {
  const hcl::Tree& added = *trees_.emplace_back(std::move(tree));
  if (added.root == hcl::kNoNode) return;
  definitions_.read(added, diagnostics);
  const std::size_t first = rules_.size();
  RuleReader reader(*this, added, pack, diagnostics);
  for (hcl::NodeId item : added.children_of(added.root)) {
    if (added.node(item).kind == hcl::NodeKind::block) reader.read(item);
  }
  for (std::size_t i = first; i < rules_.size(); ++i) rules_[i].has_page = have_pages;
}

void Packs::finish(Diagnostics& diagnostics) {
  definitions_.finish(diagnostics);
  for (const Rule& rule : rules_) sorted_rules_.push_back(&rule);
  std::sort(sorted_rules_.begin(), sorted_rules_.end(), [](const Rule* a, const Rule* b) { return a->id < b->id; });
  std::vector<std::string_view> keys;
  for (const Framework& known : frameworks_) keys.push_back(known.key);
  for (std::size_t i = 0; i < sorted_rules_.size(); ++i) {
    const Rule& rule = *sorted_rules_[i];
    const Span at = rule.require ? rule.require.span() : Span();
    if (i > 0 && sorted_rules_[i - 1]->id == rule.id) diagnostics.report(kRuleTwice, at, {rule.id});
    if (rule.on != "deployment" && !rule.is_about_suppressions() && !definitions_.is_type_or_family(rule.on)) {
      diagnostics.report(kUnknownCanonicalType, at, {rule.on, suggestion(rule.on, definitions_.type_names())});
    }
    check_controls(rule.controls, at, diagnostics);
    for (const std::string& row : rule.covers) {
      if (!requirement(row)) diagnostics.report(kUnknownRequirement, at, {rule.id, row, suggestion(row, row_ids())});
    }
  }
  for (const Register& one : registers_) {
    for (const Requirement& row : one.requirements) check_controls(row.controls, {}, diagnostics);
  }
  if (!profiles_.empty() && !default_profile()) diagnostics.report(kNoProfile, {});
}

void Packs::check_controls(const std::vector<ControlReference>& references, Span at, Diagnostics& diagnostics) const {
  for (const ControlReference& reference : references) {
    const Framework* known = framework(reference.framework);
    std::vector<std::string_view> ids;
    for (const Framework& each : frameworks_) ids.push_back(each.key);
    if (!known) {
      diagnostics.report(kUnknownFramework, at, {reference.framework, suggestion(reference.framework, ids)});
      continue;
    }
    if (known->find(reference.control)) continue;
    ids.clear();
    for (const Control& control : known->controls) ids.push_back(control.id);
    diagnostics.report(kUnknownControl, at, {known->name, reference.control, suggestion(reference.control, ids)});
  }
}

void Packs::check(const FunctionTable& functions, Diagnostics& diagnostics) const {
  PackChecker checker(definitions_, functions, diagnostics);
  checker.check_definitions();
  for (const Rule& rule : rules_) {
    if (rule.is_about_suppressions()) continue;
    const std::string_view on = rule.on == "deployment" ? std::string_view() : std::string_view(rule.on);
    for (hcl::Expression expression :
         {rule.when, rule.require, rule.level, rule.at, rule.see, rule.message, rule.discriminator}) {
      checker.check_rule_expression(expression, on);
    }
    for (const Rule::Presumption& presumption : rule.presumptions) {
      checker.check_rule_expression(presumption.condition, {});
      checker.check_rule_expression(presumption.otherwise, {});
    }
  }
  for (const Table& table : tables_) check_table(table, definitions_, checker, diagnostics);
  for (const Diagram& diagram : diagrams_) check_diagram(diagram, definitions_, checker, diagnostics);
}

const Rule* Packs::rule(std::string_view id) const {
  const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const Rule& rule) { return rule.id == id; });
  return found == rules_.end() ? nullptr : &*found;
}

void Packs::add(Framework framework, const std::vector<std::pair<const Rule*, ControlReference>>& evidence) {
  for (const auto& [proof, control] : evidence) {
    if (control.framework != framework.key) continue;
    auto& controls = std::ranges::find(rules_, proof->id, &Rule::id)->controls;
    controls.insert(std::ranges::upper_bound(controls, control), control);
  }
  frameworks_.push_back(std::move(framework));
}

const Framework* Packs::framework(std::string_view key) const {
  const auto found =
      std::find_if(frameworks_.begin(), frameworks_.end(), [&](const Framework& f) { return f.key == key; });
  return found == frameworks_.end() ? nullptr : &*found;
}

const Table* Packs::table(std::string_view name) const {
  const auto found = std::find_if(tables_.begin(), tables_.end(), [&](const Table& t) { return t.name == name; });
  return found == tables_.end() ? nullptr : &*found;
}

const Requirement* Packs::requirement(std::string_view id) const {
  for (const Register& one : registers_) {
    if (const Requirement* found = one.find(id)) return found;
  }
  return nullptr;
}

std::vector<std::string_view> Packs::row_ids() const {
  std::vector<std::string_view> ids;
  for (const Register& one : registers_) {
    for (const Requirement& row : one.requirements) ids.push_back(row.id);
  }
  return ids;
}

const Diagram* Packs::diagram(std::string_view name) const {
  const auto found = std::find_if(diagrams_.begin(), diagrams_.end(), [&](const Diagram& d) { return d.name == name; });
  return found == diagrams_.end() ? nullptr : &*found;
}

const Profile* Packs::profile(std::string_view name) const {
  const auto found = std::find_if(profiles_.begin(), profiles_.end(), [&](const Profile& p) { return p.name == name; });
  return found == profiles_.end() ? nullptr : &*found;
}

const Profile* Packs::default_profile() const {
  const auto found = std::find_if(profiles_.begin(), profiles_.end(), [](const Profile& p) { return p.is_default; });
  return found == profiles_.end() ? nullptr : &*found;
}

std::vector<std::string_view> Packs::profile_names() const {
  std::vector<std::string_view> names;
  for (const Profile& profile : profiles_) names.push_back(profile.name);
  return names;
}

std::vector<const hcl::Tree*> Packs::trees() const {
  std::vector<const hcl::Tree*> trees;
  for (const auto& tree : trees_) trees.push_back(tree.get());
  return trees;
}

Value Packs::policy_of(const Profile& profile, Evaluation& evaluation,
                       const std::vector<NamedExpression>& changes) const {
  class NoNames final : public Entity {
    std::optional<Value> attribute(std::string_view) override { return std::nullopt; }
    std::vector<std::string_view> attribute_names() const override { return {}; }
    std::string label() const override { return "profile"; }
  };
  NoNames names;
  Value policy = evaluate(profile.policy, Scope(names), evaluation);
  for (const NamedExpression& change : changes) {
    const Value::Entry entry{change.name, evaluate(change.value, Scope(names), evaluation)};
    policy = merged(evaluation.arena, policy, Value::mapping(evaluation.arena, ValueKind::object, {&entry, 1}));
  }
  return policy;
}

void load_embedded_packs(Packs& packs, Workspace& workspace, std::span<const EmbeddedPackFile> files,
                         Diagnostics& diagnostics) {
  for (const EmbeddedPackFile& file : files) {
    const std::filesystem::path path(file.path);
    const FileId id = workspace.add("rules/" + std::string(file.path), std::string(file.source));
    const std::string_view source = workspace.file(id).text();
    std::optional<hcl::Tree> tree = hcl::load(id, source, file.tree);
    if (!tree) tree = hcl::parse_file(id, source, diagnostics);
    packs.add(std::make_unique<hcl::Tree>(std::move(*tree)), path.parent_path().filename().string(), diagnostics, true);
  }
}

Result<void> load_packs(Packs& packs, Workspace& workspace, const std::string& directory, Diagnostics& diagnostics) {
  namespace fs = std::filesystem;
  std::error_code error;
  std::vector<fs::path> files;
  for (auto it = fs::recursive_directory_iterator(directory, error); !error && it != fs::recursive_directory_iterator();
       it.increment(error)) {
    if (it->path().extension() == ".hcl" && it->is_regular_file(error)) files.push_back(it->path());
  }
  if (error) return failure("cannot read the packs in " + directory + ": " + error.message());
  std::sort(files.begin(), files.end());
  for (const fs::path& path : files) {
    const Result<FileId> file = workspace.load(path.string());
    if (!file) return tl::unexpected(file.error());
    const std::string pack = path.parent_path().filename().string();
    packs.add(std::make_unique<hcl::Tree>(hcl::parse_file(*file, workspace.file(*file).text(), diagnostics)), pack,
              diagnostics);
  }
  return {};
}

}  // namespace holdfast
