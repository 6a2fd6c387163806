# What is said of a data store as a whole.

# Where its tier comes from.
derive "tier_source" {
  on = family.recoverable
  value = (
    self.stated_tier != null ? "configuration" :
    !is_known(keys(given(self.tags, {}))) ? self.tags :
    self.explicit_tier == null ? "default" :
    given(
      first([for key in policy.tier_tags : "tag ${tag_name(self.tags, key)}" if policy.tier_names[lower(given(tag_of(self.tags, key), ""))] == self.tier]),
      "tag ${join(" and ", [for name in [tag_name(self.tags, "RPO"), tag_name(self.tags, "RTO")] : name if name != null])}",
    )
  )
}

# The key as its author writes it.
function "tag_name" {
  parameters = ["tags", "key"]
  result     = first([for name, value in tags : name if lower(name) == lower(key)])
}

derive "wanted_rpo_minutes" {
  on    = family.recoverable
  value = policy.tiers[self.tier].max_rpo_minutes
}

derive "wanted_retention_days" {
  on    = family.recoverable
  value = max(given(policy.tiers[self.tier].min_retention_days, 0), given(self.declared_retention_days, 0))
}

# Versions that nobody can delete count as well.
derive "kept_days" {
  on    = family.recoverable
  value = max(self.retention_days, given(self.locked_days, 0))
}

# Vaults of its recovery points, without those of copies.
derive "reached_vaults" {
  on = family.recoverable
  value = distinct(concat(
    [for rule in self.protected_by : rule.kept_in if rule.kept_in != null],
    [for rule in self.protected_by : rule.air_gap if rule.air_gap != null && enters_air_gap(self, model.management_setting)],
  ))
}

# Other types stay in the ordinary vault, as does what only a key of the service encrypts.
function "enters_air_gap" {
  parameters = ["store", "settings"]
  result = (
    contains(["dsql_cluster", "efs_file_system", "s3_bucket", "timestream_table"], store.store_type)
    || (contains(["dynamodb_table", "dynamodb_global_table"], store.store_type) && has_advanced_backups(store, settings))
    || (contains(["docdb_cluster", "neptune_cluster"], store.store_type) && store.key != null)
    || (opt_in_name(store) == "Aurora" && store.key != null)
    || (contains(["ebs_volume", "ec2_instance", "fsx_file_system", "storage_gateway_volume"], store.store_type) && (store.key != null || store.is_encrypted == false || (store.is_encrypted == null && unresolved("nothing here says which key encrypts ${store.address}"))))
  )
}

# Names of vaults that are declared elsewhere.
derive "external_vaults" {
  on    = family.recoverable
  value = distinct([for rule in self.protected_by : rule.vault_name if rule.kept_in == null])
}

# What encrypts its recovery points: types that the backup service does not manage fully keep the store's own key.
derive "encrypted_by" {
  on = family.recoverable
  value = (
    !self.is_covered || self.inherits_encryption
    ? [self.is_elsewhere ? out_of_sight() : store_encryption(self, encrypts_all_volumes(model.volume_encryption_setting, self.region, self.account))]
    : [for vault in self.reached_vaults : vault.key == null ? "key of the service" : given(vault.actual_key.address, vault.key)]
  )
}

function "store_encryption" {
  parameters = ["store", "encrypts_volumes"]
  result = (
    store.key != null ? given(store.actual_key.address, store.key) :
    !is_known(store.is_encrypted) ? store.is_encrypted :
    store.is_encrypted == null && store.store_type == "ebs_volume" && encrypts_volumes ? "key of the service" :
    store.is_encrypted == null ? "the service's default" :
    store.is_encrypted ? "key of the service" : "nothing"
  )
}

# Plans often live in another configuration than what they protect. Where none is seen but those of an organisation, what
# only they could do is open.
derive "may_be_protected_elsewhere" {
  on    = family.recoverable
  value = self.only_native != true && length(model.backup_plan) == length(model.organization_plan) && !policy.complete
}

derive "as_no_plan_is_seen" {
  on    = family.recoverable
  value = unresolved(length([for plan in model.organization_plan : plan if is_known(plan)]) == 0 ? "no backup plan is in this configuration" : "no backup plan of the account itself is in this configuration")
}

function "as_far_as_seen" {
  parameters = ["value", "nothing", "store"]
  result     = store.may_be_protected_elsewhere && is_known(value) && value == nothing ? store.as_no_plan_is_seen : value
}

# Every backup job of such a bucket fails, which a rule of its own says.
function "is_unversioned" {
  parameters = ["store"]
  result     = store.store_type == "s3_bucket" && length(store.selected_by) > 0 && store.versioning != "Enabled"
}

derive "seen_rpo_minutes" {
  on    = family.recoverable
  value = as_far_as_seen(is_unversioned(self) ? infinity : self.rpo_minutes, infinity, self)
}

derive "seen_kept_days" {
  on    = family.recoverable
  value = as_far_as_seen(is_unversioned(self) ? given(self.locked_days, 0) : self.kept_days, 0, self)
}

derive "seen_restore_test_days" {
  on    = family.recoverable
  value = as_far_as_seen(self.restore_test_days, infinity, self)
}

derive "seen_alert_minutes" {
  on    = family.recoverable
  value = as_far_as_seen(self.alert_minutes, infinity, self)
}

derive "seen_copy_score" {
  on    = family.recoverable
  value = self.is_elsewhere ? out_of_sight() : self.may_be_protected_elsewhere ? self.as_no_plan_is_seen : self.copy_score
}
