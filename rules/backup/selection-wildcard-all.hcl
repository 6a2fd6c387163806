rule "selection-wildcard-all" {
  title    = "Backup selection chooses everything"
  theme    = "selection"
  on       = backup_selection
  when     = length(self.resources) > 0
  require  = !any([for pattern in self.resources : source_of(pattern) == null && pattern == "*"]) || length(self.conditions) > 0 || length(self.not_resources) > 0
  at       = first([for pattern in self.resources : pattern if source_of(pattern) == null && pattern == "*"])
  message  = "${self.label} backs up every resource of every supported type in the account, which counts as coverage and costs accordingly"
  severity = "info"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-08", "S1-20"]
  why      = "It is the safest choice and the dearest one: scratch data is kept as long as what matters, and one schedule serves all tiers."
  fix      = "Nothing has to change. Conditions on the tier tag would give each tier a plan of its own."
}
