rule "selection-role-trust" {
  title    = "Backup service cannot assume the role of a selection"
  theme    = "selection"
  on       = backup_selection
  when     = self.service_role != null
  require  = trusts_service(self.service_role, "backup.amazonaws.com")
  at       = self.role
  see      = { "this role trusts others" = self.service_role.trust }
  message  = "${self.label} hands its jobs the role ${self.service_role.label}, which does not let `backup.amazonaws.com` assume it: every job fails"
  severity = "high"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.8.2"], nist_csf = ["PR.AA-05"], cis = ["6.8"] }
  covers   = ["S1-05", "S1-20", "S2-44"]
  why      = "The service works under the role of the selection. If the role does not trust the service, the plan looks complete and makes no recovery point."
  fix      = "Allow `sts:AssumeRole` for the service `backup.amazonaws.com` in the trust policy of the role."
}
