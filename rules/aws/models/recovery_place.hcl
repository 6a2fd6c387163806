# Where recovery points come to be: in the vaults of rules that are at work, those that isolate them, and those of copies.
derive "recovery_places" {
  on = family.recoverable
  value = concat(
    [for rule in self.effective_rules : { name = given(rule.kept_in.address, describe(rule.vault_name)), vault = rule.kept_in }],
    [for rule in self.effective_rules : { name = given(rule.air_gap.address, describe(rule.air_gapped_arn)), vault = rule.air_gap, is_isolated = true } if rule.air_gapped_arn != null],
    [for copy in self.effective_copies : { name = given(copy.destination_vault.address, describe(copy.destination)), vault = copy.destination_vault }],
  )
}

# Copies that are made: by rules that are at work, of what can be copied, into vaults that take them.
derive "effective_copies" {
  on    = family.recoverable
  value = flatten([for rule in self.effective_rules : [for copy in rule.copies : copy if copy.yields && can_be_copied(self, model.management_setting)]])
}

# Nothing speaks against a vault that nobody sees.
derive "yields" {
  on = backup_copy
  value = (
    (self.destination_vault.lock.min_days == null || self.retention_days >= self.destination_vault.lock.min_days)
    && (self.destination_vault.lock.max_days == null || self.retention_days <= self.destination_vault.lock.max_days)
  )
}

function "can_be_copied" {
  parameters = ["store", "settings"]
  result = (
    contains(["fsx_ontap_volume", "redshift_cluster", "redshift_serverless_namespace"], store.store_type) ? false :
    store.store_type == "rds_cluster" ? startswith(given(store.engine, ""), "aurora") :
    contains(["dynamodb_table", "dynamodb_global_table"], store.store_type) ? has_advanced_backups(store, settings) :
    true
  )
}

# Three copies, on two kinds of storage, one elsewhere, one that nobody can change, and none untested. The data itself counts
# as one copy, what its service keeps as another, and each vault as one more.
derive "copy_score" {
  on = family.recoverable
  value = {
    copies    = 1 + (self.native == null ? 0 : 1) + length(distinct([for place in self.recovery_places : place.name]))
    kinds     = 1 + (length(self.effective_rules) > 0 || self.native != null ? 1 : 0)
    elsewhere = length([for copy in self.effective_copies : copy if is_copied_away(copy, self)]) + (self.is_replicated_elsewhere == true ? 1 : 0)
    immutable = self.immutable_places
    untested  = self.restore_test_days == infinity ? 1 : 0
  }
}

# One is enough, so vaults that nobody sees matter only where there is none.
derive "immutable_places" {
  on = family.recoverable
  value = (
    self.seen_immutable_places == 0 && any([for place in self.recovery_places : place.vault == null])
    ? unresolved("the vaults of some recovery points are not in this configuration")
    : self.seen_immutable_places
  )
}

derive "seen_immutable_places" {
  on    = family.recoverable
  value = length(distinct([for place in self.recovery_places : place.name if place.is_isolated == true || (place.vault != null && place.vault.has_valid_compliance_lock)])) + (self.is_immutable == true ? 1 : 0)
}

function "is_copied_away" {
  parameters = ["copy", "store"]
  result     = copy.destination_region != store.region || copy.destination_account != store.account
}
