rule "plan-continuous-duplicate" {
  title    = "Continuous backups of one resource go to different vaults"
  theme    = "schedule"
  on       = family.data_store
  when     = self.continuous_rpo_minutes != null && length(self.continuous_rules) > 1
  require  = all([for rule in self.continuous_rules : rule.vault_known_as == self.continuous_rules[0].vault_known_as])
  at       = self
  see      = { "this rule is continuous" = [for rule in self.continuous_rules : given(rule.vault_name, rule)] }
  message  = "${self.label} is in continuous rules with different vaults: ${join(", ", distinct([for rule in self.continuous_rules : describe(rule.vault_known_as)]))}. A resource has one continuous backup; the others become snapshots"
  severity = "medium"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  covers   = ["S1-23", "S2-04"]
  why      = "The rule that is processed first gets the continuous backup. The others complete with issues, and their vault holds no log to recover from."
  fix      = "Make one rule continuous, or send all of them to one vault."
}
