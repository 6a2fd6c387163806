rule "s3-mfa-delete" {
  title    = "Object versions can be deleted without multi-factor authentication"
  theme    = "deletion"
  on       = s3_bucket
  when     = !self.is_directory && (!self.has_lifecycle || self.object_lock.mode == "COMPLIANCE")
  require  = self.object_lock.mode == "COMPLIANCE" || self.mfa_delete
  at       = self.mfa_delete
  message  = "${self.label} lets versions be deleted without MFA, and no object lock in compliance mode stands in for it"
  severity = "high"
  level    = self.is_evidence ? "high" : "low"
  controls = { iso27001 = ["A.8.5"], nist_csf = ["PR.AA-03"], cis = ["6.5", "11.3"] }
  supports = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"] }
  covers   = ["S1-44"]
  why      = "With MFA delete, stolen access keys cannot remove versions or switch versioning off. An object lock in compliance mode is stronger: nobody can. MFA delete and lifecycle rules exclude each other."
  fix      = "Lock the bucket's objects in compliance mode, or let the root user turn on MFA delete and declare it with `mfa_delete = \"Enabled\"`."
}
