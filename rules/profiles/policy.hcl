# What profiles say and a configuration may change (`policy { … }` in `.holdfast.hcl`).
policy {
  default_tier               = string
  min_retention_days         = number
  daylight_saving_minutes    = number
  complete                   = bool
  strict                     = bool
  max_lock_grace_days        = number
  external_vault_tags        = list(string)
  judge_all_keys             = bool
  max_key_rotation_days      = number
  min_backup_key_window_days = number
  min_key_window_days        = number
  tier_tags                  = list(string)
  tier_only_tags             = list(string)
  approved_regions           = list(string)
  classification_tags        = list(string)
  sensitive_classes          = list(string)
  exemption_tags             = list(string)
  exemption_reason_tags      = list(string)
  retention_tags             = list(string)
  tier_names                 = map(string)
  tiers = map(object({
    max_rpo_minutes    = number
    max_rto_minutes    = number
    least_rpo_minutes  = number
    least_rto_minutes  = number
    min_retention_days = number
    cross_region       = string
    restore_test_days  = number
    alert_minutes      = number
    min_lock_days      = number
  }))
}
