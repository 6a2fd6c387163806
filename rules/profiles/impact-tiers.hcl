# Four tiers of business impact. Limits are upper bounds; calendar intervals have a day to spare, so that a schedule that
# follows the calendar never fails by one.
profile "impact-tiers" {
  default = true
  policy = {
    default_tier       = "medium"
    min_retention_days = 30
    # A schedule in local time may be late by this much when clocks change.
    daylight_saving_minutes = 60
    # Every plan that protects these resources is part of what is analysed: absence proves something.
    complete  = false
    # Vaults and plans are declared here or stated to be elsewhere: a mere name of one proves nothing.
    strict = false
    # A vault lock in compliance mode becomes immutable after at most this many days.
    max_lock_grace_days = 30
    # A vault with one of these tags is filled from outside of what is analysed.
    external_vault_tags = ["BackupDestination", "CopyDestination"]
    # Not only the keys of backups, every key is to be rotated.
    judge_all_keys        = false
    max_key_rotation_days = 365
    # Least days between the order to delete a key and its end.
    min_backup_key_window_days = 30
    min_key_window_days        = 14
    tier_tags = ["BusinessImpact", "Tier", "BackupTier", "Criticality", "DataTier"]
    # Of these, the ones that name nothing but tiers.
    tier_only_tags = ["BusinessImpact", "BackupTier", "Criticality"]
    # Where copies may go; empty: anywhere.
    approved_regions = []
    # Tags that say what kind of data it is, and the kinds that need a key of one's own.
    classification_tags = ["DataClassification", "Classification", "DataClass"]
    sensitive_classes   = ["pii", "phi", "pci", "financial", "health", "restricted"]
    # Tags that say `false` of data that needs no backup, and those that give the reason.
    exemption_tags        = ["BackupRequired"]
    exemption_reason_tags = ["BackupExemptReason", "BackupExemptionReason", "BackupRequiredReason", "BackupReason", "NoBackupReason"]
    # Tags that say how long data must stay restorable, as in `GDPR-7years` or `90d`.
    retention_tags = ["Retention", "DataRetention", "RetentionPeriod", "BackupRetention", "Compliance"]
    tier_names = {
      "critical"         = "critical"
      "mission-critical" = "critical"
      "tier-1"           = "critical"
      "high"             = "high"
      "tier-2"           = "high"
      "medium"           = "medium"
      "moderate"         = "medium"
      "tier-3"           = "medium"
      "standard"         = "standard"
      "low"              = "standard"
      "tier-4"           = "standard"
    }
    # Stated objectives below the least ones are for a stricter tier.
    tiers = {
      critical = { max_rpo_minutes = 15, max_rto_minutes = 60, least_rpo_minutes = 0, least_rto_minutes = 0, min_retention_days = 30, cross_region = "required", restore_test_days = 31, alert_minutes = 0, min_lock_days = 30 }
      high     = { max_rpo_minutes = 240, max_rto_minutes = 240, least_rpo_minutes = 16, least_rto_minutes = 60, min_retention_days = 30, cross_region = "recommended", restore_test_days = 92, alert_minutes = 15, min_lock_days = 7 }
      medium   = { max_rpo_minutes = 1440, max_rto_minutes = 1440, least_rpo_minutes = 240, least_rto_minutes = 240, min_retention_days = 30, cross_region = "off", restore_test_days = 184, alert_minutes = 60, min_lock_days = 7 }
      standard = { max_rpo_minutes = 10080, max_rto_minutes = null, least_rpo_minutes = 1440, least_rto_minutes = 1440, min_retention_days = 30, cross_region = "off", restore_test_days = 366, alert_minutes = 240, min_lock_days = 7 }
    }
  }
}
