rule "restore-test-artifacts-excluded" {
  title    = "Backup selection asks for the tag of restore tests"
  theme    = "selection"
  on       = backup_selection
  when     = length(self.conditions) > 0 || length(self.tags) > 0
  require  = length(restore_test_keys(self)) == 0
  at       = first(restore_test_keys(self))
  message  = "${self.label} asks for the tag `awsbackup-restore-test`, which the service reserves: plans pass over what restore tests create, whatever a selection says"
  severity = "info"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  covers   = ["S1-20"]
  why      = "The service puts this tag on whatever a restore test creates, and never backs such resources up. A selection that speaks of it has no effect."
  fix      = "Leave the condition out, or choose by a tag of your own."
}

function "restore_test_keys" {
  parameters = ["selection"]
  result     = [for one in concat(selection.tags, selection.conditions) : one.key if tag_key(one.key) == "awsbackup-restore-test"]
}
