rule "retention-cold-90-days" {
  title         = "Recovery points are deleted less than 90 days after they move to cold storage"
  theme         = "retention"
  on            = family.retained
  when          = self.lifecycle.delete_after != null && self.lifecycle.cold_after != null
  require       = self.lifecycle.cold_after > 0 && self.lifecycle.delete_after - self.lifecycle.cold_after >= 90
  at            = self.lifecycle.delete_after
  see           = { "they move to cold storage after this many days" = self.lifecycle.cold_after }
  message       = "${self.label} moves recovery points to cold storage after ${self.lifecycle.cold_after} days and deletes them after ${self.lifecycle.delete_after}; there must be at least 90 days between, so the service refuses the plan"
  discriminator = self.label
  severity      = "high"
  basis         = "service"
  level         = self.lifecycle.cold_after > 0 ? "high" : "low"
  controls      = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2", "3.4"] }
  supports      = { iso27001 = ["A.8.10"], nist_csf = ["ID.AM-08"] }
  covers        = ["S1-18", "S2-41"]
  why           = "Cold storage has a minimum stay of 90 days. A lifecycle that ends earlier is rejected, and the whole plan with it."
  fix           = "Delete at least 90 days after the move, or leave the move to cold storage out."
}
