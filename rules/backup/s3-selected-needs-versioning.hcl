rule "s3-selected-needs-versioning" {
  title    = "S3 bucket in a backup plan is not versioned"
  theme    = "selection"
  on       = s3_bucket
  when     = !self.is_directory && length(self.selected_by) > 0
  require  = self.versioning == "Enabled"
  at       = self.versioning
  see      = { "this selection chooses it" = self.selected_by }
  message = (self.versioning == null
    ? "${self.label} is in a backup plan and is not versioned: every backup job of it fails"
    : "${self.label} is in a backup plan, and its versioning is ${lower(self.versioning)}: every backup job of it fails"
  )
  severity = "high"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-10", "S1-25", "S2-51"]
  why      = "The backup service reads object versions. Without versioning the bucket looks covered and has no recovery point."
  fix      = "Set `VersioningConfiguration: {Status: Enabled}` (CloudFormation), or add an `aws_s3_bucket_versioning` with status `Enabled` (Terraform)."
}
