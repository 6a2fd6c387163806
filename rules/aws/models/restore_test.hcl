# How often it is seen that a data store can be restored: the longest time between two tests by all plans together, and
# infinity when none tests it.
derive "restore_test_days" {
  on    = family.recoverable
  value = self.restore_test_minutes == null ? infinity : self.restore_test_minutes / 1440
}

derive "restore_test_minutes" {
  on    = family.recoverable
  value = schedule_gap_union([for plan in self.testing_plans : { schedule = plan.schedule, zone = plan.timezone }])
}

# Those that fire, and that find something to restore.
derive "testing_plans" {
  on = family.recoverable
  value = [
    for selection in self.tested_by :
    !is_known(selection) ? selection : selection.testing_plan == null ? unresolved("the testing plan of ${selection.address} is not in this configuration") : selection.testing_plan
    if selection.testing_plan == null || (selection.testing_plan.gap_days != null && finds_points(selection.testing_plan, self))
  ]
}

# Recovery points of the kinds that it looks for, in vaults that it looks into. A service's own backups are in a vault as well.
function "finds_points" {
  parameters = ["plan", "store"]
  result = (
    any([for rule in store.effective_rules : looks_into(plan, vault_arn(rule)) && looks_for(plan, rule.is_continuous && store.continuous_rpo_minutes != null ? "CONTINUOUS" : "SNAPSHOT")])
    || (store.native.mechanism == "automatic backups" && looks_into(plan, "arn:aws:backup:${store.region}:${store.account}:backup-vault:aws/efs/automatic-backup-vault") && looks_for(plan, "SNAPSHOT"))
  )
}

function "vault_arn" {
  parameters = ["rule"]
  result     = given(rule.vault.arn, "arn:aws:backup:${rule.region}:${rule.account}:backup-vault:${rule.vault_name}")
}

function "looks_into" {
  parameters = ["plan", "vault"]
  result     = any([for pattern in plan.include_vaults : matches_arn(pattern, vault)]) && !any([for pattern in plan.exclude_vaults : matches_arn(pattern, vault)])
}

function "looks_for" {
  parameters = ["plan", "kind"]
  result     = length(plan.point_types) == 0 || contains(plan.point_types, kind)
}
