# Automated backups that the service copies to another region.
type "backup_replication" {
  attributes = { source = any, key = string }

  cloudformation "AWS::RDS::DBInstance" {
    when   = raw.AutomaticBackupReplicationRegion != null
    source = self.address
    key    = raw.AutomaticBackupReplicationKmsKeyId
  }

  terraform "aws_db_instance_automated_backups_replication" {
    source = raw.source_db_instance_arn
    key    = raw.kms_key_id
  }
}

link "database" {
  from   = backup_replication
  to     = rds_instance
  single = true
  by     = from.source
  keys   = [to.arn, to.address]
}
