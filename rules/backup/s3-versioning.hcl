rule "s3-versioning" {
  title    = "S3 bucket is not versioned"
  theme    = "native"
  on       = s3_bucket
  when     = !self.is_directory
  require  = self.versioning == "Enabled" || self.object_lock != null
  at       = self.versioning
  message = (self.versioning == null
    ? "${self.label} is not versioned: what is overwritten or deleted in it is gone"
    : "versioning of ${self.label} is ${lower(self.versioning)}: what is overwritten or deleted from now on is gone"
  )
  severity = "high"
  level    = self.explicit_tier != null || self.is_evidence || self.is_log_or_state ? "high" : "medium"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { cis = ["3.4"] }
  covers   = ["S1-10", "S1-25", "S2-51"]
  why      = "Versioning keeps what an application, a mistake or an attacker overwrites. Replication, object lock and backups of the bucket need it too."
  fix      = "Set `VersioningConfiguration: {Status: Enabled}` (CloudFormation), or add an `aws_s3_bucket_versioning` with status `Enabled` (Terraform)."
}
