rule "declared-rpo-met" {
  title    = "Backups are rarer than the RPO tag promises"
  theme    = "schedule"
  on       = family.data_store
  when     = parse_duration(tag_of(self.tags, "RPO")) != null
  require  = self.rpo_minutes <= parse_duration(tag_of(self.tags, "RPO")) || (self.may_be_protected_elsewhere && unresolved("no backup plan is in this configuration"))
  at       = tag_of(self.tags, "RPO")
  see = {
    "this rule protects it"     = [for rule in self.protected_by : rule.schedule]
    "this selection chooses it" = self.selected_by
  }
  message = (self.rpo_minutes == infinity
    ? "nothing makes recovery points of ${self.label}; its tag promises `${tag_of(self.tags, "RPO")}`"
    : "${self.label} can lose up to ${duration(self.rpo_minutes)}; its tag promises `${tag_of(self.tags, "RPO")}`"
  )
  severity = "high"
  basis    = "convention"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11", "ID.AM-05"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.30"] }
  covers   = ["S1-07", "S1-75", "S2-03", "S2-42", "S2-49", "S2-59"]
  why      = "A tag with a recovery point objective is a promise to everybody who reads it. The longest time between two recovery points says whether it is kept."
  fix      = "Add a rule that fires often enough, turn on continuous backup or point-in-time recovery, or promise what the plan can keep."
}
