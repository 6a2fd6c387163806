rule "retention-meets-tier" {
  title    = "Recovery points are kept for a shorter time than demanded"
  theme    = "retention"
  on       = family.data_store
  when     = (self.is_covered || self.native.retention_days != null) && policy.tiers[self.tier].min_retention_days != null
  require  = self.retention_days >= policy.tiers[self.tier].min_retention_days
  at       = self
  see = {
    "this is how long its own mechanism keeps them" = self.native.retention_days
    "this rule protects it"                         = [for rule in self.protected_by : given(rule.lifecycle.delete_after, rule)]
  }
  message  = "${self.label} (tier ${self.tier}${self.explicit_tier == null ? ", by default" : ""}) can be restored from at most ${duration(self.retention_days * 1440)} back; ${policy.tiers[self.tier].min_retention_days} days are demanded"
  severity = "high"
  basis    = "convention"
  controls = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.2", "3.4"] }
  supports = { iso27001 = ["A.8.10"], nist_csf = ["ID.AM-08"] }
  covers   = ["S1-18", "S1-22", "S1-78", "S1-81", "S2-14"]
  why      = "Damage is often found late: what was deleted or encrypted weeks ago can only be restored from a recovery point that is older than that."
  fix      = "Raise the retention of a rule that selects it, or of the service's own backups."
}
