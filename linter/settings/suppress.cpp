#include "settings/suppress.h"

#include "rule/selection.h"
#include "settings/date.h"
#include "text/glob.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace holdfast {

namespace {

constexpr std::string_view kUnreadable = "holdfast/suppression-unreadable";
constexpr std::string_view kWithoutReason = "holdfast/suppression-without-reason";
constexpr std::string_view kExpired = "holdfast/suppression-expired";
constexpr std::string_view kUnused = "holdfast/suppression-unused";

bool contains(Span outer, Span inner) {
  return inner.exists() && outer.file == inner.file && outer.begin <= inner.begin && inner.begin < outer.end;
}

/// One name of one suppression that is in force.
struct Active {
  const StatedSuppression& stated;
  std::string_view name;
  bool is_judged = false;  // all rules that the name means have run
  bool is_used = false;
};

class Suppressing {
 public:
  Suppressing(std::vector<Finding>& findings, const SuppressionContext& context)
      : findings_(findings), context_(context) {}

  void run(const std::vector<StatedSuppression>& all) {
    for (const StatedSuppression& stated : all) {
      if (is_in_force(stated)) activate(stated);
    }
    for (Finding& finding : findings_) suppress(finding);
    for (const Active& active : active_) {
      if (!active.is_judged) continue;
      const std::string name(active.name);
      judge(kUnused, active.stated, active.is_used ? "" : "there is nothing of `" + name + "` here to ignore", name);
    }
    findings_.insert(findings_.end(), std::make_move_iterator(judged_.begin()), std::make_move_iterator(judged_.end()));
  }

 private:
  bool is_in_force(const StatedSuppression& stated) {
    if (!judge(kUnreadable, stated, misreading(stated))) return false;
    if (!judge(kWithoutReason, stated, stated.reason.empty() ? "it has no effect: it gives no reason" : ""))
      return false;
    return stated.expires.empty() || judge(kExpired, stated, expiry(stated));
  }

  static std::string misreading(const StatedSuppression& stated) {
    if (!stated.mistake.empty()) return "it has no effect: " + stated.mistake;
    if (stated.expires.empty() || is_date(stated.expires)) return {};
    return "it has no effect: `" + stated.expires + "` is no day, as in 2027-01-31";
  }

  std::string expiry(const StatedSuppression& stated) const {
    if (context_.today.empty() || stated.expires >= context_.today) return {};
    return "it ended on " + stated.expires + (stated.owner.empty() ? "" : "; its owner is " + stated.owner);
  }

  void activate(const StatedSuppression& stated) {
    for (const std::string& name : stated.names) {
      const auto rules = rules_named(context_.packs, name);
      if (!rules) {
        judge(kUnreadable, stated, rules.error().message, name);
        continue;
      }
      const std::size_t index = active_.size();
      active_.push_back({stated, name});
      active_.back().is_judged = (stated.is_in_source || context_.is_whole) &&
                                 std::ranges::all_of(*rules, [&](const Rule* rule) { return has_run(rule); });
      for (const Rule* rule : *rules) by_rule_[rule].push_back(index);
    }
  }

  bool has_run(const Rule* rule) const { return std::ranges::find(context_.rules, rule) != context_.rules.end(); }

  void suppress(Finding& finding) {
    if (finding.verdict != Verdict::fail && finding.verdict != Verdict::undecided) return;
    const auto candidates = by_rule_.find(finding.rule);
    if (candidates == by_rule_.end()) return;
    for (const std::size_t index : candidates->second) {
      Active& active = active_[index];
      const StatedSuppression& stated = active.stated;
      if (!covers(stated, finding)) continue;
      active.is_used = true;
      if (finding.suppression) continue;
      finding.suppression = {stated.is_in_source, stated.reason, stated.owner, stated.expires, stated.at};
    }
  }

  bool covers(const StatedSuppression& stated, const Finding& finding) const {
    if (!stated.is_in_source) return covers_by_pattern(stated, finding);
    if (contains(stated.scope, finding.at)) return true;
    if (!stated.is_line && contains(stated.scope, finding.header)) return true;
    return std::ranges::any_of(finding.call_chain, [&](Span call) { return contains(stated.scope, call); });
  }

  bool covers_by_pattern(const StatedSuppression& stated, const Finding& finding) const {
    const auto fits_address = [&](const std::string& pattern) { return matches_glob(pattern, finding.resource, '\0'); };
    const auto fits_path = [&](const std::string& pattern) {
      const auto is_there = [&](Span span) {
        return span.exists() && context_.settings &&
               matches_path(pattern, context_.settings->relative(context_.workspace.file(span.file).path()));
      };
      return is_there(finding.at) || is_there(finding.header);
    };
    return (stated.addresses.empty() || std::ranges::any_of(stated.addresses, fits_address)) &&
           (stated.paths.empty() || std::ranges::any_of(stated.paths, fits_path));
  }

  /// Adds what a rule about suppressions says; true when there is nothing wrong.
  bool judge(std::string_view id, const StatedSuppression& stated, const std::string& fault,
             const std::string& name = {}) {
    const Rule* rule = context_.packs.rule(id);
    if (!rule || !has_run(rule)) return fault.empty();
    const std::string subject =
        "the suppression of " + (name.empty() ? fmt::format("{}", fmt::join(stated.names, ", ")) : name);
    Finding& finding = judged_.emplace_back();
    finding.rule = rule;
    finding.verdict = fault.empty() ? Verdict::pass : Verdict::fail;
    finding.severity = rule->severity;
    finding.message = fault.empty() ? subject + " passes: no sign of \"" + rule->title + "\"" : subject + ": " + fault;
    finding.at = stated.at;
    finding.discriminator = subject;
    return fault.empty();
  }

  std::vector<Finding>& findings_;
  const SuppressionContext& context_;
  std::vector<Active> active_;
  std::unordered_map<const Rule*, std::vector<std::size_t>> by_rule_;
  std::vector<Finding> judged_;
};

}  // namespace

void suppress(std::vector<Finding>& findings, const std::vector<StatedSuppression>& stated,
              const SuppressionContext& context) {
  if (!stated.empty()) Suppressing(findings, context).run(stated);
}

}  // namespace holdfast
