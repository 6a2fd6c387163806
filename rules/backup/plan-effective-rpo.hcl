rule "plan-effective-rpo" {
  title    = "Backups that start late miss the recovery point objective"
  theme    = "schedule"
  on       = family.data_store
  when     = self.explicit_tier != null && demanded_rpo(self, policy) != null && self.rpo_minutes <= demanded_rpo(self, policy)
  require  = self.late_rpo_minutes <= demanded_rpo(self, policy)
  at       = self
  see      = { "this rule protects it" = [for rule in self.protected_by : given(rule.start_window, rule)] }
  message  = "${self.label} (tier ${self.explicit_tier}) loses up to ${duration(self.late_rpo_minutes)} when a job starts as late as its window lets it; ${duration(demanded_rpo(self, policy))} are tolerated"
  severity = "medium"
  basis    = "convention"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11", "ID.AM-05"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.30"] }
  covers   = ["S2-03", "S2-06", "S2-08", "S2-09"]
  why      = "The service may start a job at any time of its start window. A daily backup that may start eight hours late leaves 32 hours between two recovery points."
  fix      = "Run more often than the objective asks for, or shorten the start window."
}

function "demanded_rpo" {
  parameters = ["store", "policy"]
  result     = policy.tiers[store.explicit_tier].max_rpo_minutes == null ? null : min(policy.tiers[store.explicit_tier].max_rpo_minutes, given(parse_duration(tag_of(store.tags, "RPO")), infinity))
}
