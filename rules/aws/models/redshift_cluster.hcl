# Takes a snapshot of itself about every eight hours.
type "redshift_cluster" {
  family     = ["data_store"]
  attributes = { backup_retention_days = number }

  cloudformation "AWS::Redshift::Cluster" {
    name                    = raw.ClusterIdentifier
    arn                     = "arn:${partition}:redshift:${region}:${account}:cluster:${chosen_name(self)}"
    region                  = region
    account                 = account
    tags                    = tags_of_pairs(given(raw.Tags, []))
    key                     = raw.KmsKeyId
    is_encrypted            = raw.Encrypted
    backup_retention_days   = days_kept(raw.AutomatedSnapshotRetentionPeriod, !is_blank(raw.SnapshotIdentifier), 1)
    native                  = automatic_backups("automated snapshots", 480, self.backup_retention_days)
    is_replicated_elsewhere = !is_blank(raw.DestinationRegion)

    computed { Ref = chosen_name(self) }
  }

  terraform "aws_redshift_cluster" {
    companion "copies" {
      type     = "aws_redshift_snapshot_copy"
      argument = "cluster_identifier"
      keys     = [self.name]
    }

    name                    = raw.cluster_identifier
    arn                     = "arn:${partition}:redshift:${region}:${account}:cluster:${self.name}"
    region                  = region
    account                 = account
    tags                    = tags_of_terraform(raw.tags, meta.provider)
    key                     = raw.kms_key_id
    is_encrypted            = raw.encrypted
    backup_retention_days   = days_kept(raw.automated_snapshot_retention_period, !is_blank(raw.snapshot_identifier) || !is_blank(raw.snapshot_arn), 1)
    native                  = automatic_backups("automated snapshots", 480, self.backup_retention_days)
    is_replicated_elsewhere = length(copies) > 0 || length(blocks(raw.snapshot_copy)) > 0

    computed {
      id  = self.name
      arn = self.arn
    }
  }
}
