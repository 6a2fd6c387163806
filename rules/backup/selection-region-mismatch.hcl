rule "selection-region-mismatch" {
  title    = "Backup selection names a resource of another region"
  theme    = "selection"
  on       = backup_selection
  when     = any([for pattern in self.resources : !is_blank(arn_part(pattern, "region"))])
  require  = all([for pattern in self.resources : is_in_region(pattern, self.region)])
  at       = first([for pattern in self.resources : pattern if !is_in_region(pattern, self.region)])
  see      = { "this one is elsewhere too" = [for pattern in self.resources : pattern if !is_in_region(pattern, self.region)] }
  message  = "${self.label} is in ${describe(self.region)} and names a resource in ${describe(arn_part(first([for pattern in self.resources : pattern if !is_in_region(pattern, self.region)]), "region"))}: a plan backs up its own region only"
  severity = "high"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-20", "S2-43"]
  why      = "A plan works in one region of one account. An ARN of another region is accepted and never matches, so its resource is never backed up."
  fix      = "Declare a plan and a selection in the region of the resource, or correct the ARN."
}

# Short patterns and those of global names leave the region open.
function "is_in_region" {
  parameters = ["pattern", "region"]
  result     = is_blank(arn_part(pattern, "region")) || glob(arn_part(pattern, "region"), region)
}
