rule "plan-gfs-retention" {
  title    = "Plan has no generations of daily, weekly and monthly backups"
  theme    = "retention"
  on       = backup_plan
  when     = any([for store in self.stores : contains(["critical", "high"], given(store.explicit_tier, ""))]) || startswith(lower(given(tag_of(self.tags, "Environment"), "")), "prod")
  require  = keeps(self, 26, 30) && keeps(self, 8 * 24, 90) && keeps(self, 32 * 24, 365)
  at       = self
  see      = { "a rule of the plan" = [for rule in self.rules : rule.schedule] }
  message = (
    !keeps(self, 26, 30) ? "no rule of ${self.label} makes daily recovery points and keeps them for 30 days" :
    !keeps(self, 8 * 24, 90) ? "no rule of ${self.label} makes weekly recovery points and keeps them for 90 days" :
    "no rule of ${self.label} makes monthly recovery points and keeps them for a year"
  )
  severity = "medium"
  basis    = "convention"
  level    = keeps(self, 26, 30) && keeps(self, 8 * 24, 90) ? "info" : "medium"
  controls = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.2", "3.4"] }
  supports = { iso27001 = ["A.8.10"], nist_csf = ["ID.AM-08"] }
  covers   = ["S1-78", "S1-79", "S1-80", "S2-41"]
  why      = "Recent recovery points should be dense, old ones few but there. Generations give both at a bearable price."
  fix      = "Add a daily rule that keeps 30 days, a weekly one that keeps 90, and, where it matters, a monthly one that keeps a year."
  enabled  = false
}

# A denser rule stands in for a sparser one.
function "keeps" {
  parameters = ["plan", "hours", "days"]
  result     = any([for rule in plan.rules : rule.gap_minutes != null && rule.gap_minutes <= hours * 60 && rule.retention_days >= days])
}
