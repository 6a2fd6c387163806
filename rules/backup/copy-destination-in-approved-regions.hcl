rule "copy-destination-in-approved-regions" {
  title         = "Copy goes to a region that is not approved"
  theme         = "copy"
  on            = backup_copy
  when          = length(policy.approved_regions) > 0
  require       = contains(policy.approved_regions, self.destination_region)
  at            = self.destination
  message       = "the ${self.label} goes to ${describe(self.destination_region)}; copies may go to ${join(", ", policy.approved_regions)}"
  discriminator = describe(self.destination)
  severity      = "high"
  controls      = { iso27001 = ["A.5.31", "A.8.13"], nist_csf = ["GV.OC-03", "PR.DS-11"], cis = ["11.4"] }
  supports      = { iso27001 = ["A.5.34", "A.5.29"], cis = ["3.12"] }
  covers        = ["S2-14", "S2-36"]
  why           = "Where personal or regulated data may lie is law in many places, and a backup is a copy of all of it."
  fix           = "Name a vault in an approved region, or have the region approved."
}
