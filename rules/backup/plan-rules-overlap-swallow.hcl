rule "plan-rules-overlap-swallow" {
  title         = "Runs of a rule are swallowed by another rule of the plan"
  theme         = "schedule"
  on            = backup_rule
  when          = self.gap_minutes != null && length(self.plan.rules) > 1
  require       = self.swallowed <= 0.5 || !any([for store in self.stores : misses_tier(store, self, policy)])
  at            = self.start_window
  see = {
    "its runs are due this often"                   = self.schedule
    "this one keeps recovery points longer"         = [for rule in self.plan.rules : rule.schedule if rule.retention_days > self.retention_days]
    "the tier of this allows less time between two" = [for store in self.stores : store if misses_tier(store, self, policy)]
  }
  message       = "${floor(self.swallowed * 100)} % of the runs of ${self.label} fall into the start window of a rule that keeps recovery points longer, and are not made"
  discriminator = self.name
  severity      = "medium"
  controls      = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11", "ID.AM-05"], cis = ["11.2"] }
  supports      = { iso27001 = ["A.5.30"] }
  covers        = ["S2-03", "S2-06"]
  why           = "When rules of one plan overlap, the service makes only the backup that is kept longest, for as long as that one may still start. An hourly rule beside a rule with a start window of eight hours rests for those eight hours."
  fix           = "Shorten the start window of the rule that keeps longer."
}

# Often enough by the rule alone, but not as it comes out.
function "misses_tier" {
  parameters = ["store", "rule", "policy"]
  result = (
    policy.tiers[store.tier].max_rpo_minutes != null
    && rule.gap_minutes <= policy.tiers[store.tier].max_rpo_minutes
    && store.rpo_minutes > policy.tiers[store.tier].max_rpo_minutes
  )
}
