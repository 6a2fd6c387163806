#include "settings/settings_reader.h"

#include "model/block_reader.h"
#include "model/model_diagnostics.h"
#include "rule/framework_reader.h"
#include "rule/rule_diagnostics.h"
#include "rule/selection.h"
#include "settings/constant.h"
#include "settings/date.h"
#include "settings/settings_diagnostics.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace holdfast {

namespace {

constexpr std::array<std::string_view, 3> kPins = {"region", "account", "partition"};

class SettingsReader {
 public:
  SettingsReader(Settings& settings, const std::string& folder, const Packs& packs, Diagnostics& diagnostics)
      : settings_(settings), tree_(*settings.tree), folder_(folder), packs_(packs), diagnostics_(diagnostics) {}

  void read() {
    if (tree_.root == hcl::kNoNode) return;
    const BlockReader top = BlockReader::of_file(tree_, kSettingsFile, diagnostics_);
    top.allow({"profile", "select", "ignore", "severities", "include", "exclude", "variables", "variable_files",
               "parameter_files", "workspace", "region", "account", "partition"},
              {"environment", "evidence", "external", "framework", "override", "policy", "suppress"});
    for (const hcl::NodeId block : top.blocks()) {
      if (tree_.text(block) == "framework") add_framework(block);
    }
    read_profile(top);
    settings_.select = rule_names(top, "select");
    settings_.ignore = rule_names(top, "ignore");
    read_severities(top);
    settings_.include = texts(top, "include");
    settings_.exclude = texts(top, "exclude");
    settings_.inputs = inputs(top);
    for (const hcl::NodeId block : top.blocks()) {
      const BlockReader reader(tree_, block, diagnostics_);
      if (reader.type() == "evidence") read_evidence(reader);
      if (reader.type() == "environment") read_environment(reader);
      if (reader.type() == "external") read_external(reader);
      if (reader.type() == "override") read_override(reader);
      if (reader.type() == "policy") read_policy(reader);
      if (reader.type() == "suppress") read_suppression(reader);
    }
  }

 private:
  std::vector<std::string> texts(const BlockReader& reader, std::string_view name) const {
    const auto found = reader.texts(name);
    return {found.begin(), found.end()};
  }

  void read_profile(const BlockReader& top) {
    const std::string_view name = top.text("profile");
    if (name.empty()) return;
    settings_.profile = packs_.profile(name);
    if (settings_.profile) return;
    diagnostics_.report(kUnknownProfile, top.expression("profile").span(),
                        {name, suggestion(name, packs_.profile_names())});
  }

  const std::vector<const Rule*> rules(std::string_view name, Span at) {
    const auto found = rules_named(packs_, name);
    if (found) return *found;
    diagnostics_.report(kUnknownRuleName, at, {found.error().message});
    return {};
  }

  std::vector<std::string> rule_names(const BlockReader& reader, std::string_view argument) {
    std::vector<std::string> names = texts(reader, argument);
    for (const std::string& name : names) {
      if (!is_own_control(name)) rules(name, reader.expression(argument).span());
    }
    return names;
  }

  void add_framework(hcl::NodeId block) {
    Framework framework = read_framework(tree_, block, diagnostics_);
    if (packs_.framework(framework.key) || own_framework(framework.key))
      diagnostics_.report(kSettingTwice, tree_.header_span(block), {framework.key});
    settings_.frameworks.push_back(std::move(framework));
  }

  const Framework* own_framework(std::string_view key) const {
    const auto found = std::ranges::find(settings_.frameworks, key, &Framework::key);
    return found == settings_.frameworks.end() ? nullptr : &*found;
  }

  bool is_own_control(std::string_view name) const {
    return std::ranges::any_of(settings_.frameworks, [&](const Framework& framework) {
      const bool is_qualified = name.starts_with(framework.key + ":");
      return name == framework.key || framework.find(is_qualified ? name.substr(framework.key.size() + 1) : name);
    });
  }

  /// Which rules show something of which control.
  void read_evidence(const BlockReader& reader) {
    reader.allow({"controls"});
    const Framework* framework = own_framework(reader.label());
    if (!framework) {
      std::vector<std::string_view> keys;
      for (const Framework& own : settings_.frameworks) keys.push_back(own.key);
      diagnostics_.report(kUnknownFramework, reader.at(), {reader.label(), suggestion(reader.label(), keys)});
      return;
    }
    for_each_entry(reader.required_expression("controls"), "controls", [&](hcl::NodeId key, hcl::Expression value) {
      const std::string_view control = tree_.text(key);
      if (!framework->find(control))
        diagnostics_.report(kUnknownControl, tree_.span(key), {framework->name, control, ""});
      for (const std::string_view name : literal_texts(value, control, diagnostics_)) {
        for (const Rule* rule : rules(name, value.span()))
          settings_.evidence.push_back({rule, {framework->key, std::string(control), true}});
      }
    });
  }

  /// Keys and values of an object that is written out.
  template <class Visit>
  void for_each_entry(hcl::Expression object, std::string_view name, Visit visit) {
    if (!object) return;
    if (tree_.node(object.node).kind != hcl::NodeKind::object) {
      diagnostics_.report(kWrongSetting, object.span(), {name, "a map in braces required"});
      return;
    }
    const auto children = tree_.children_of(object.node);
    for (std::size_t i = 0; i + 1 < children.size(); i += 2)
      visit(children[i], hcl::Expression{&tree_, children[i + 1]});
  }

  void read_severities(const BlockReader& top) {
    for_each_entry(top.expression("severities"), "severities", [&](hcl::NodeId key, hcl::Expression value) {
      const std::string_view word = literal_text(value, tree_.text(key), diagnostics_);
      const auto severity = parse_severity(word);
      if (!severity && !word.empty()) {
        const std::string expected = "there are info, low, medium, high and critical";
        diagnostics_.report(kWrongSetting, value.span(), {tree_.text(key), expected});
      }
      for (const Rule* rule : rules(tree_.text(key), tree_.span(key))) {
        if (severity) settings_.severities[rule] = *severity;
      }
    });
  }

  std::vector<std::string> files(const BlockReader& reader, std::string_view argument) {
    std::vector<std::string> found;
    for (const std::string_view name : reader.texts(argument)) {
      found.push_back((std::filesystem::path(folder_) / name).lexically_normal().string());
      if (::access(found.back().c_str(), R_OK) != 0)
        diagnostics_.report(kNoSuchFile, reader.expression(argument).span(), {found.back()});
    }
    return found;
  }

  Inputs inputs(const BlockReader& reader) {
    Inputs inputs;
    for_each_entry(reader.expression("variables"), "variables", [&](hcl::NodeId key, hcl::Expression value) {
      check_constant(value, *any_type(), tree_.text(key), diagnostics_);
      const bool is_text = tree_.node(value.node).kind == hcl::NodeKind::string;
      const Span at = value.span();
      const std::string_view text = is_text ? tree_.text(value.node) : tree_.source.substr(at.begin, at.end - at.begin);
      inputs.offered.emplace_back(tree_.text(key), text);
    });
    inputs.variable_files = files(reader, "variable_files");
    inputs.parameter_files = files(reader, "parameter_files");
    inputs.workspace = reader.text("workspace");
    for (const std::string_view pin : kPins) {
      if (const std::string_view value = reader.text(pin); !value.empty()) inputs.pins.emplace_back(pin, value);
    }
    return inputs;
  }

  void read_environment(const BlockReader& reader) {
    reader.allow(
        {"paths", "variables", "variable_files", "parameter_files", "workspace", "region", "account", "partition"});
    Environment& environment = settings_.environments.emplace_back();
    environment.name = reader.label();
    environment.paths = texts(reader, "paths");
    environment.inputs = inputs(reader);
    const Inputs& given = environment.inputs;
    const bool is_only_for_templates =
        !given.parameter_files.empty() && given.variable_files.empty() && given.workspace.empty();
    const bool is_only_for_terraform =
        given.parameter_files.empty() && (!given.variable_files.empty() || !given.workspace.empty());
    environment.is_for_terraform = !is_only_for_templates;
    environment.is_for_templates = !is_only_for_terraform;
    const auto is_same = [&](const Environment& other) { return other.name == environment.name; };
    if (std::ranges::count_if(settings_.environments, is_same) > 1)
      diagnostics_.report(kSettingTwice, reader.at(), {environment.name});
  }

  /// The arguments of a block as constants of declared types.
  std::vector<NamedExpression> constants(const BlockReader& reader, const std::vector<AttributeDefinition>& declared) {
    std::vector<NamedExpression> found;
    for (const auto& [name, value, name_at] : reader.arguments()) {
      found.push_back({name, value});
      const auto known = std::ranges::find(declared, name, &AttributeDefinition::name);
      if (known != declared.end()) {
        check_constant(value, *known->type, name, diagnostics_);
        continue;
      }
      std::vector<std::string_view> names;
      for (const AttributeDefinition& attribute : declared) names.push_back(attribute.name);
      diagnostics_.report(kUnknownSetting, name_at, {name, suggestion(name, names)});
    }
    return found;
  }

  void read_policy(const BlockReader& reader) {
    for (const NamedExpression& change : constants(reader, packs_.definitions().policy()))
      settings_.policy.push_back(change);
  }

  void read_override(const BlockReader& reader) {
    std::vector<AttributeDefinition> declared;
    for (const TypeDefinition& type : packs_.definitions().types())
      declared.insert(declared.end(), type.attributes.begin(), type.attributes.end());
    settings_.objects.overrides.push_back({std::string(reader.label()), constants(reader, declared)});
  }

  void read_external(const BlockReader& reader) {
    const std::string_view type = reader.label();
    const auto* external = packs_.definitions().external(type);
    if (!external) {
      diagnostics_.report(kUnknownCanonicalType, reader.at(),
                          {type, suggestion(type, packs_.definitions().external_names())});
      return;
    }
    const std::string_view name = reader.labels().size() > 1 ? reader.labels()[1] : type;
    settings_.objects.externals.push_back({type, name, constants(reader, external->type->attributes), reader.at()});
  }

  void read_suppression(const BlockReader& reader) {
    reader.allow({"addresses", "paths", "reason", "owner", "expires"});
    StatedSuppression& stated = settings_.suppressions.emplace_back();
    stated.is_in_source = false;
    stated.at = reader.at();
    for (const std::string_view name : reader.labels()) {
      stated.names.emplace_back(name);
      rules(name, reader.at());
    }
    if (stated.names.empty()) reader.label();
    stated.addresses = texts(reader, "addresses");
    stated.paths = texts(reader, "paths");
    stated.reason = reader.required_text("reason");
    stated.owner = reader.text("owner");
    stated.expires = reader.text("expires");
    if (!stated.expires.empty() && !is_date(stated.expires))
      diagnostics_.report(kNoDate, reader.expression("expires").span(), {stated.expires});
  }

  Settings& settings_;
  const hcl::Tree& tree_;
  const std::string& folder_;
  const Packs& packs_;
  Diagnostics& diagnostics_;
};

}  // namespace

void read_settings(Settings& settings, const std::string& folder, const Packs& packs, Diagnostics& diagnostics) {
  SettingsReader(settings, folder, packs, diagnostics).read();
}

}  // namespace holdfast
