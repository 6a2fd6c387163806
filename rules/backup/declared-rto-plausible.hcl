rule "declared-rto-plausible" {
  title    = "Recovery within an hour is promised, and nothing could do it"
  theme    = "schedule"
  on       = family.data_store
  when     = self.is_covered && given(parse_duration(tag_of(self.tags, "RTO")), infinity) < 60
  require = (
    self.native.rpo_minutes != null
    || self.replica_rpo_minutes != null
    || self.is_replicated_elsewhere == true
    || (length(self.continuous_rules) > 0 && self.continuous_rpo_minutes != null)
    || any([for rule in self.protected_by : rule.lifecycle.cold_after == null || !keeps_cold(self.arn) || stays_warm(rule)])
  )
  at       = tag_of(self.tags, "RTO")
  see      = { "its recovery points move to cold storage" = [for rule in self.protected_by : rule.lifecycle.cold_after] }
  message  = "a tag of ${self.label} promises recovery within `${tag_of(self.tags, "RTO")}`, but it has no replica and no point-in-time recovery, and its recovery points lie in cold storage, from which a restore takes hours (a rule of thumb)"
  severity = "low"
  basis    = "convention"
  controls = { iso27001 = ["A.8.14", "A.5.30"], nist_csf = ["PR.IR-03"] }
  supports = { nist_csf = ["RC.RP-02"], cis = ["11.1"] }
  covers   = ["S1-07", "S1-17", "S2-05", "S2-49"]
  why      = "How long a restore takes depends on what it starts from. A replica takes over in minutes, a warm recovery point in an hour or so, one from cold storage on the next day."
  fix      = "Keep a warm recovery point at all times, turn on point-in-time recovery or a replica, or promise less."
}
