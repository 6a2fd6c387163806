# Automated backups that the service copies to another region.
type "backup_replication" {
  attributes = { source = any, region = string, key = string, retention_days = number }

  cloudformation "AWS::RDS::DBInstance" {
    when           = raw.AutomaticBackupReplicationRegion != null
    source         = self.address
    region         = raw.AutomaticBackupReplicationRegion
    key            = raw.AutomaticBackupReplicationKmsKeyId
    retention_days = given(raw.AutomaticBackupReplicationRetentionPeriod, here.rds_instance[0].backup_retention_days)
  }

  terraform "aws_db_instance_automated_backups_replication" {
    source         = raw.source_db_instance_arn
    region         = region
    key            = raw.kms_key_id
    retention_days = given(raw.retention_period, 7)
  }
}

link "database" {
  from    = backup_replication
  to      = rds_instance
  inverse = "backup_replications"
  single  = true
  by      = from.source
  keys    = [to.arn, to.address]
}
