rule "copy-global-setting-enabled" {
  title    = "Copies to other accounts are switched off"
  theme    = "copy"
  on       = cross_account_setting
  when     = self.is_on != null && any([for copy in model.backup_copy : copy.destination_account != copy.account])
  require  = tobool(self.is_on)
  at       = self.is_on
  see      = { "this copy goes to another account" = [for copy in model.backup_copy : copy.destination if copy.destination_account != copy.account] }
  message  = "${self.label} switches copies to other accounts off, and there are plans that make some"
  severity = "medium"
  basis    = "convention"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.4"] }
  supports = { nist_csf = ["PR.IR-01"] }
  covers   = ["S1-43", "S2-34"]
  why      = "The management account of an organization allows copies between its accounts, or nobody gets any."
  fix      = "Set `isCrossAccountBackupEnabled` to `\"true\"`."
}
