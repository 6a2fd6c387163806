rule "selection-role-backup-policy" {
  title    = "Role of a selection may not back up"
  theme    = "selection"
  on       = backup_selection
  when     = self.service_role != null
  require = (
    holds_policy(self.service_role, "AWSBackupServiceRolePolicyForBackup")
    || holds_policy(self.service_role, "AWSBackupServiceRolePolicyForS3Backup")
    || ((holds_other_policies(self.service_role) || any([for policy in model.loose_policy : policy.names_roles])) && unresolved("other policies may grant it"))
  )
  at       = self.role
  see      = { "this role holds no policy for backups" = self.service_role }
  message  = "${self.label} hands its jobs the role ${self.service_role.label}, which holds no policy that lets them read and copy: every job fails"
  severity = "high"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.8.2"], nist_csf = ["PR.AA-05"], cis = ["6.8"] }
  covers   = ["S1-05", "S1-20", "S2-44"]
  why      = "The service may do what the role of the selection may do. Without a policy for backups the plan looks complete and makes no recovery point."
  fix      = "Attach `arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup` to the role."
}
