rule "retention-set" {
  title         = "Recovery points are kept for ever"
  theme         = "retention"
  on            = backup_rule
  require       = self.lifecycle.delete_after != null
  at            = self.lifecycle.delete_after
  message       = "${self.label} sets no retention: what it makes is never deleted, at growing cost and against any duty to erase"
  discriminator = self.name
  severity      = "medium"
  controls      = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.2", "3.4"] }
  supports      = { iso27001 = ["A.8.10"], nist_csf = ["ID.AM-08"] }
  covers        = ["S1-18", "S2-14"]
  why           = "A retention that nobody chose is no policy. Recovery points without one pile up, and personal data in them outlives every deadline."
  fix           = "Say after how many days recovery points are deleted (`DeleteAfterDays`, `delete_after`)."
}
