rule "s3-selected-eventbridge" {
  title    = "Notifications of a bucket stop its continuous backup"
  theme    = "selection"
  on       = s3_bucket
  when     = !self.is_directory && self.sends_events != null && any([for rule in self.protected_by : rule.is_continuous])
  require  = self.sends_events
  at       = self.sends_events
  see      = { "this rule backs it up continuously" = [for rule in self.protected_by : rule.is_continuous if rule.is_continuous] }
  message  = "${self.label} is backed up continuously, and its declared notifications leave EventBridge out: deploying them switches off what the backup relies on"
  severity = "medium"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-10", "S1-20"]
  why      = "Continuous backup of a bucket follows its events on EventBridge, which the service turns on by itself. A declaration of notifications replaces that setting."
  fix      = "Set `EventBridgeConfiguration: {EventBridgeEnabled: true}` (CloudFormation) or `eventbridge = true` (Terraform)."
}
