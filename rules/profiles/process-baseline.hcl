# One set of numbers for all of production, a stricter one for transaction data, none for the rest.
profile "process-baseline" {
  policy = {
    default_tier       = "production"
    min_retention_days = 30
    # A schedule in local time may be late by this much when clocks change.
    daylight_saving_minutes = 60
    complete           = false
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
    tier_tags          = ["Environment", "Env", "Stage"]
    # Of these, the ones that name nothing but tiers.
    tier_only_tags = []
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
      "production"     = "production"
      "prod"           = "production"
      "transactional"  = "transactional"
      "development"    = "non_production"
      "dev"            = "non_production"
      "test"           = "non_production"
      "testing"        = "non_production"
      "staging"        = "non_production"
      "non-production" = "non_production"
    }
    tiers = {
      production     = { max_rpo_minutes = 1440, max_rto_minutes = 240, least_rpo_minutes = null, least_rto_minutes = null, min_retention_days = 30, cross_region = "required", restore_test_days = 92, alert_minutes = 120, min_lock_days = 7 }
      transactional  = { max_rpo_minutes = 60, max_rto_minutes = 240, least_rpo_minutes = null, least_rto_minutes = null, min_retention_days = 30, cross_region = "required", restore_test_days = 92, alert_minutes = 120, min_lock_days = 7 }
      non_production = { max_rpo_minutes = null, max_rto_minutes = null, least_rpo_minutes = null, least_rto_minutes = null, min_retention_days = null, cross_region = "off", restore_test_days = null, alert_minutes = null, min_lock_days = 7 }
    }
  }
}
