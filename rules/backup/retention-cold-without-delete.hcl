rule "retention-cold-without-delete" {
  title         = "Recovery points stay in cold storage for ever"
  theme         = "retention"
  on            = family.retained
  when          = self.lifecycle.cold_after != null
  require       = self.lifecycle.delete_after != null
  at            = self.lifecycle.cold_after
  message       = "${self.label} moves recovery points to cold storage after ${self.lifecycle.cold_after} days and never deletes them"
  discriminator = self.label
  severity      = "low"
  controls      = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.2", "3.4"] }
  supports      = { iso27001 = ["A.8.10"], nist_csf = ["ID.AM-08"] }
  covers        = ["S1-18", "S2-14"]
  why           = "Cold storage is where recovery points are forgotten. Without an end they cost for ever, and keep what should long be erased."
  fix           = "Delete them some time after the move, at least 90 days."
}
