#include "command/why.h"

#include "command/command.h"
#include "command/pack_loading.h"
#include "command/terminal.h"
#include "report/account_text.h"
#include "report/diagram_report.h"
#include "rule/selection.h"

#include <algorithm>
#include <iostream>
#include <map>
#include <mutex>
#include <set>

namespace holdfast {

namespace {

/// What the deployments have to say of one address, by their paths.
struct Answers {
  std::map<std::string, Drawing> drawings;
  std::map<std::string, std::vector<std::vector<AccountStep>>> accounts;
  std::set<std::string> addresses;  // all that there are, for a suggestion

  bool empty() const { return drawings.empty() && accounts.empty(); }
};

class Asking {
 public:
  Asking(const WhyOptions& options, const Diagram& diagram, const Rule* rule)
      : options_(options), diagram_(diagram), rule_(rule) {}

  /// Called for several deployments at a time.
  void ask(Model& model, const std::string& environment) {
    const std::string deployment = model.deployment().path + (environment.empty() ? "" : " in " + environment);
    Answers found;
    for (const auto& resource : model.deployment().resources) found.addresses.insert(resource->address);
    const bool is_here = found.addresses.contains(options_.address);
    if (is_here && rule_) {
      for (Object* object : judged_objects(model, *rule_, options_.address))
        found.accounts[deployment].push_back(account_of(model, *rule_, object));
    } else if (!rule_) {
      Drawing drawing = draw(model, diagram_, options_.address);
      if (is_here || !drawing.starts.empty()) found.drawings.emplace(deployment, std::move(drawing));
    }
    const std::lock_guard lock(guard_);
    answers.drawings.merge(found.drawings);
    answers.accounts.merge(found.accounts);
    answers.addresses.merge(found.addresses);
  }

  Answers answers;

 private:
  const WhyOptions& options_;
  const Diagram& diagram_;
  const Rule* rule_;
  std::mutex guard_;
};

std::string not_found(const WhyOptions& options, const Answers& answers) {
  const std::vector<std::string_view> known(answers.addresses.begin(), answers.addresses.end());
  if (answers.addresses.contains(options.address))
    return "rule `" + options.rule + "` is not about `" + options.address + "`";
  const std::string_view candidate = nearest(options.address, known);
  return "there is no resource `" + options.address + "`" +
         (candidate.empty() ? "" : "; did you mean `" + std::string(candidate) + "`?");
}

}  // namespace

int why(const WhyOptions& options, std::span<const EmbeddedPackFile> embedded) {
  Workspace workspace;
  Packs packs;
  if (auto loaded = load_all_packs(packs, workspace, embedded, options.input.rule_directories); !loaded)
    return refuse(loaded.error().message);
  const Diagram* diagram = packs.diagram(kProtection);
  if (!diagram) return refuse("no pack has a diagram `protection`");
  Result<AnalysisOptions> analysis = analysis_of(options.input, workspace, packs);
  if (!analysis) return refuse(analysis.error().message);
  if (!options.rule.empty()) {
    auto rules = select_rules(packs, {options.rule}, {});
    if (!rules) return refuse(rules.error().message);
    if (rules->size() != 1) return refuse("`" + options.rule + "` names more than one rule");
    analysis->rules = std::move(*rules);
    analysis->detail.is_audit = true;
  }
  const Rule* rule = analysis->rules.empty() ? nullptr : analysis->rules.front();
  Asking asking(options, *diagram, rule);
  analysis->visit = [&](Model& model, const std::string& environment) { asking.ask(model, environment); };
  AnalysisStatistics statistics;
  Report report = analyse(workspace, packs, *analysis, statistics);
  if (asking.answers.empty()) return refuse(not_found(options, asking.answers));

  ReportOptions shown = terminal_options(options.color);
  if (options.width > 0) shown.width = options.width;
  if (rule && rule->on != "deployment")
    std::erase_if(report.findings, [&](const Finding& finding) { return finding.resource != options.address; });
  for (const auto& [path, drawing] : asking.answers.drawings) {
    if (drawing.starts.empty())
      std::cout << options.address << " is neither protected nor part of what protects.\n";
    else
      std::cout << text_chains(report, drawing, shown);
  }
  for (const auto& [path, accounts] : asking.answers.accounts) {
    for (const auto& steps : accounts) std::cout << text_account(report, *rule, steps, shown);
  }
  std::cout << std::flush;
  return is_incomplete(report) ? kExitIncomplete : kExitClean;
}

}  // namespace holdfast
