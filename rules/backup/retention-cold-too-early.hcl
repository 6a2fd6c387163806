rule "retention-cold-too-early" {
  title         = "Recovery points move to cold storage within the first week"
  theme         = "retention"
  on            = family.retained
  when          = self.lifecycle.cold_after != null && self.lifecycle.cold_after != 0
  require       = self.lifecycle.cold_after >= 8
  at            = self.lifecycle.cold_after
  message       = "${self.label} moves recovery points to cold storage after ${self.lifecycle.cold_after} days; below 8, the service has to make full backups again and again"
  discriminator = self.label
  severity      = "low"
  controls      = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.2", "3.4"] }
  supports      = { iso27001 = ["A.8.10"], nist_csf = ["ID.AM-08"] }
  covers        = ["S1-18", "S2-41"]
  why           = "Incremental backups build on a warm one. When the last warm one moves away too early, the next is a full one: it takes longer and costs more than the move saves."
  fix           = "Keep recovery points warm for at least 8 days."
}
