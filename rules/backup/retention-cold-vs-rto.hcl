rule "retention-cold-vs-rto" {
  title    = "There are times when every recovery point is in cold storage"
  theme    = "retention"
  on       = family.data_store
  when     = contains(["critical", "high"], given(self.explicit_tier, "")) && any([for rule in self.protected_by : rule.lifecycle.cold_after != null]) && keeps_cold(self.arn)
  require  = self.native.rpo_minutes != null || any([for rule in self.protected_by : stays_warm(rule)])
  at       = self
  see      = { "they move to cold storage after this many days" = [for rule in self.protected_by : rule.lifecycle.cold_after] }
  message  = "${self.label} (tier ${self.explicit_tier}) has no rule that always leaves a warm recovery point: a restore may first wait for cold storage"
  severity = "medium"
  basis    = "convention"
  controls = { iso27001 = ["A.8.14", "A.5.30"], nist_csf = ["PR.IR-03"] }
  supports = { nist_csf = ["PR.DS-11"], cis = ["11.1"] }
  covers   = ["S1-17", "S2-05", "S2-07"]
  why      = "Recovery points in cold storage take hours to days to restore from. What must be back within hours needs a warm one at any time."
  fix      = "Move recovery points to cold storage later than the next run is made, with a day to spare, or add a rule without cold storage."
}

# The next recovery point, a day late, is made before this one goes.
function "stays_warm" {
  parameters = ["rule"]
  result     = rule.lifecycle.cold_after == null || (rule.gap_minutes != null && rule.lifecycle.cold_after * 1440 > rule.gap_minutes + 1440)
}
