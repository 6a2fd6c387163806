# Whatever holds data that somebody would miss, here or elsewhere.
family "recoverable" {
  attributes = {
    name    = string
    arn     = string
    region  = string
    account = string
    tags    = map(string)
    key     = string # that encrypts it; null where none is named
    # As far as it is written; nothing else is known of what an account encrypts by default.
    is_encrypted = bool
    # What the service does by itself, without a plan. Null when nothing.
    native = object({ mechanism = string, rpo_minutes = number, retention_days = number })
    # What a continuous backup rule gets from this type: minutes of loss, or null where it only makes snapshots.
    continuous_rpo_minutes = number
    # For how many days the store itself locks every version.
    locked_days = number
    # Nobody can shorten that time.
    is_immutable = bool
    # Copied or replicated to another region by the service itself.
    is_replicated_elsewhere = bool
    # Within how many minutes a replica has every change and keeps what is overwritten. Null without one.
    replica_rpo_minutes = number
    # Plans cannot back it up, whatever their selections say.
    only_native = bool
    # Stores whose backups hold this one as well.
    backed_up_with = any
    # What a configuration says (`override`), whatever the tags say. No resource has it.
    stated_tier = string
  }
}

# What is declared here.
family "data_store" {
  family = "recoverable"
}

derive "store_type" {
  on    = family.data_store
  value = self.type_name
}

derive "known_as" {
  on    = family.data_store
  value = self.address
}

derive "is_told" {
  on    = family.data_store
  value = true
}

derive "is_elsewhere" {
  on    = family.data_store
  value = false
}

link "encryption_key" {
  from    = family.data_store
  to      = kms_key
  inverse = "stores"
  single  = true
  by      = from.key
  keys    = [to.arn, to.key_id]
}

# The key itself, where an alias stands for it.
derive "actual_key" {
  on    = family.data_store
  value = self.encryption_key.target_key != null ? self.encryption_key.target_key : self.encryption_key
}

# All rules of all plans that select it.
derive "protected_by" {
  on = family.recoverable
  value = concat(
    flatten([for selection in self.selected_by : rules_seen(selection)]),
    flatten([for store in given(self.backed_up_with, []) : given(store.protected_by, [])]),
  )
}

derive "is_covered" {
  on    = family.recoverable
  value = length(self.selected_by) > 0 || any([for store in given(self.backed_up_with, []) : given(store.is_covered, false)])
}

# Those that come to recovery points.
derive "effective_rules" {
  on = family.recoverable
  value = concat(
    flatten([for selection in self.selected_by : rules_at_work(selection) if starts_jobs(selection, self)]),
    flatten([for store in given(self.backed_up_with, []) : given(store.effective_rules, [])]),
  )
}

function "rules_at_work" {
  parameters = ["selection"]
  result     = [for rule in rules_seen(selection) : rule if rule.yields]
}

# Of a selection that could not be read, its reason.
function "rules_seen" {
  parameters = ["selection"]
  result     = !is_known(selection) ? selection : selection.plan == null ? unresolved(absent_plan(selection)) : selection.plan.rules
}

function "absent_plan" {
  parameters = ["selection"]
  result = (
    is_known(selection.plan_id) || source_of(selection.plan_id) != null
    ? "the plan of ${selection.address} is not in this configuration"
    : describe(selection.plan_id) == "$${unknown}"
    ? "which plan ${selection.address} belongs to cannot be told before it is deployed"
    : "which plan ${selection.address} belongs to hangs on ${describe(selection.plan_id)}"
  )
}

# For how many days a rule that fires at least so often keeps a recovery point: a denser one stands in for a sparser one.
derive "generations" {
  on = family.recoverable
  value = {
    daily   = generation(self.effective_rules, 26 * 60)
    weekly  = generation(self.effective_rules, 8 * 1440)
    monthly = generation(self.effective_rules, 32 * 1440)
    yearly  = generation(self.effective_rules, 367 * 1440)
  }
}

function "generation" {
  parameters = ["rules", "minutes"]
  result     = max(concat([0], [for rule in rules : rule.retention_days if rule.gap_minutes != null && rule.gap_minutes <= minutes])...)
}

# The longest that a recovery point stays where it can be restored at once: only some types ever move to cold storage.
derive "warm_days" {
  on = family.recoverable
  value = max(concat([given(self.native.retention_days, 0)], [
    for rule in self.effective_rules : rule.lifecycle.cold_after == null || !keeps_cold(self.arn) ? rule.retention_days : min(rule.lifecycle.cold_after, rule.retention_days)
  ])...)
}

# The tier that a configuration states, or the strictest that its tags name, or null. A value that is near no tier's name is no tier tag.
derive "explicit_tier" {
  on = family.recoverable
  value = self.stated_tier == null ? named_tier(self.tags, policy) : stated_tier(self.stated_tier, policy)
}

# By its own name or another that the policy has for it.
function "stated_tier" {
  parameters = ["name", "policy"]
  result     = policy.tiers[name] != null ? name : given(policy.tier_names[lower(name)], unresolved("the configuration states the tier `${name}`, which is none of ${join(", ", keys(policy.tiers))}"))
}

derive "tier" {
  on    = family.recoverable
  value = given(self.explicit_tier, policy.default_tier)
}

function "named_tier" {
  parameters = ["tags", "policy"]
  result = first(concat(
    [for key in policy.tier_tags : policy.tier_names[lower(given(tag_of(tags, key), ""))]],
    [strictest([tier_for_rpo(parse_duration(tag_of(tags, "RPO")), policy), tier_for_rto(parse_duration(tag_of(tags, "RTO")), policy)], policy)],
  ))
}

# Tag keys are compared without regard to letter case.
function "tag_of" {
  parameters = ["tags", "key"]
  result     = first([for name, value in tags : value if lower(name) == lower(key)])
}

# Longest time between two recovery points, over all rules together; infinity without any.
derive "rpo_minutes" {
  on    = family.recoverable
  value = min(self.unscheduled_rpo_minutes, self.scheduled_rpo_minutes)
}

# What the service keeps, and what rules keep continuously.
derive "unscheduled_rpo_minutes" {
  on = family.recoverable
  value = min(concat(
    [given(self.native.rpo_minutes, infinity)],
    [for rule in self.effective_rules : rule.is_continuous ? given(self.continuous_rpo_minutes, infinity) : infinity],
  )...)
}

derive "planned_gap_minutes" {
  on    = family.recoverable
  value = schedule_gap_union(runs_of(self.effective_rules), policy.daylight_saving_minutes)
}

# However often a schedule asks for it, the service makes a snapshot at most once an hour.
derive "scheduled_rpo_minutes" {
  on = family.recoverable
  value = (
    self.planned_gap_minutes == null ? null :
    any([for rule in self.effective_rules : rule.is_too_dense]) ? max(self.planned_gap_minutes, 60) : self.planned_gap_minutes
  )
}

# Rules of one plan swallow each other's runs.
function "runs_of" {
  parameters = ["rules"]
  result = [
    for rule in rules : {
      schedule     = rule.schedule
      zone         = rule.timezone
      start_window = rule.start_window
      retention    = rule.lifecycle.delete_after
      group        = given(rule.policy_key, rule.plan.address)
    }
  ]
}

# The same, when every job starts as late as it may.
derive "late_rpo_minutes" {
  on    = family.recoverable
  value = min(self.unscheduled_rpo_minutes, given(late_gap(self, policy), infinity))
}

function "late_gap" {
  parameters = ["store", "policy"]
  result     = store.planned_gap_minutes == null ? null : schedule_gap_late(runs_of(store.effective_rules), policy.daylight_saving_minutes) + (store.scheduled_rpo_minutes - store.planned_gap_minutes)
}

derive "continuous_rules" {
  on    = family.recoverable
  value = [for rule in self.protected_by : rule if rule.is_continuous]
}

derive "snapshot_rules" {
  on    = family.recoverable
  value = [for rule in self.protected_by : rule if !rule.is_continuous]
}

# The longest that a recovery point stays, native ones included; infinity when some stay for ever.
derive "retention_days" {
  on    = family.recoverable
  value = max(concat([given(self.native.retention_days, 0)], [for rule in self.effective_rules : rule.retention_days])...)
}

# What a tag demands. A number without a unit may be anything; a word without a number is no duration.
derive "declared_retention_days" {
  on    = family.recoverable
  value = first([for key in policy.retention_tags : declared_days(key, tag_of(self.tags, key))])
}

function "declared_days" {
  parameters = ["key", "text"]
  result = (
    text == null ? null :
    length(durations_in(text)) > 0 ? at(text, parse_duration(durations_in(text)[0]) / 1440) :
    strcontains(lower(key), "retention") && length(regexall("[0-9]", text)) > 0 ? at(text, unresolved("nobody can tell which time ${text} is")) :
    null
  )
}

function "durations_in" {
  parameters = ["text"]
  result     = regexall("[0-9]+[ _-]?(?:y|yrs?|years?|mo|months?|w|weeks?|d|days?)\\b", lower(text))
}

derive "copies" {
  on    = family.recoverable
  value = flatten([for rule in self.protected_by : rule.copies])
}

# Its recovery points keep the encryption of the store, whatever the key of their vault.
derive "inherits_encryption" {
  on = family.recoverable
  value = (
    self.copies_inherit_encryption
    || contains(["docdb_elastic_cluster", "fsx_ontap_volume", "redshift_cluster", "redshift_serverless_namespace"], self.store_type)
    || (contains(["dynamodb_table", "dynamodb_global_table"], self.store_type) && !has_advanced_backups(self, model.management_setting))
  )
}

# The same of their copies. What tables and warehouses keep under a key of their own is not copied at all.
derive "copies_inherit_encryption" {
  on    = family.recoverable
  value = contains(["docdb_cluster", "ebs_volume", "ec2_instance", "fsx_file_system", "neptune_cluster", "rds_cluster", "rds_instance", "storage_gateway_volume"], self.store_type)
}

# Its tags say that nobody would miss it. Without a reason that is hearsay.
derive "is_exempt" {
  on = family.recoverable
  value = any([for key in policy.exemption_tags : contains(["false", "no", "none"], lower(given(tag_of(self.tags, key), "")))]) && (
    any([for key in policy.exemption_reason_tags : !is_blank(tag_of(self.tags, key))])
    || unresolved("a tag says that it needs no backup, and none of ${join(", ", policy.exemption_reason_tags)} gives the reason")
  )
}
