rule "selection-role-s3-policy" {
  title    = "Role of a selection may not back up its buckets"
  theme    = "selection"
  on       = backup_selection
  when     = self.service_role != null && any([for store in self.stores : store.type_name == "s3_bucket"])
  require = (
    holds_policy(self.service_role, "AWSBackupServiceRolePolicyForS3Backup")
    || all([for action in ["s3:GetObject", "s3:GetInventoryConfiguration", "s3:PutInventoryConfiguration", "events:PutRule"] : grants(self.service_role, action)])
    || (holds_unread_policies(self.service_role) && unresolved("other policies may grant it"))
  )
  at       = self.role
  see      = { "this bucket is selected" = [for store in self.stores : store if store.type_name == "s3_bucket"] }
  message  = "${self.label} chooses ${[for store in self.stores : store if store.type_name == "s3_bucket"][0].label}, and its role ${self.service_role.label} may not read buckets: backup jobs of buckets fail"
  severity = "high"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.8.2"], nist_csf = ["PR.AA-05"], cis = ["6.8"] }
  covers   = ["S1-10", "S1-20", "S2-44"]
  why      = "The usual policy for backups leaves buckets out; they need another one. Other types go on working, so the gap is easily missed."
  fix      = "Attach `arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup` to the role."
}
