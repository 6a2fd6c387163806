# Snapshots of a warehouse that the service copies to another region.
type "warehouse_copy" {
  attributes = {
    cluster               = any
    region                = string # that they are copied to
    retention_days        = number
    manual_retention_days = number # of copies of snapshots that somebody took; infinity is for ever
    grant_name            = any
    is_encrypted          = bool
    key                   = string
  }

  cloudformation "AWS::Redshift::Cluster" {
    when         = !is_blank(raw.DestinationRegion)
    cluster      = self.address
    region       = raw.DestinationRegion
    grant_name   = raw.SnapshotCopyGrantName
    retention_days        = given(raw.SnapshotCopyManual, false) ? null : given(raw.SnapshotCopyRetentionPeriod, 7)
    manual_retention_days = given(raw.SnapshotCopyManual, false) ? manual_days(raw.SnapshotCopyRetentionPeriod) : infinity
    is_encrypted = raw.Encrypted
    key          = raw.KmsKeyId
  }

  # Inside the cluster in older versions of the provider.
  terraform "aws_redshift_cluster" {
    each         = blocks(raw.snapshot_copy)
    cluster      = self.address
    region       = item.destination_region
    retention_days = given(item.retention_period, 7)
    grant_name   = item.grant_name
    is_encrypted = raw.encrypted
    key          = raw.kms_key_id
  }
  terraform "aws_redshift_snapshot_copy" {
    cluster      = raw.cluster_identifier
    region       = raw.destination_region
    retention_days = given(raw.retention_period, 7)
    manual_retention_days = manual_days(raw.manual_snapshot_retention_period)
    grant_name   = raw.snapshot_copy_grant_name
    is_encrypted = self.warehouse.asks_for_encryption
    key          = self.warehouse.key
  }
}

link "warehouse" {
  from    = warehouse_copy
  to      = redshift_cluster
  inverse = "snapshot_copies"
  single  = true
  by     = from.cluster
  keys   = [to.name, to.address]
}

# Lets the service use a key of the other region.
type "copy_grant" {
  attributes = { name = string, key = string }

  cloudformation "AWS::Redshift::SnapshotCopyGrant" {
    name = raw.SnapshotCopyGrantName
    key  = raw.KmsKeyId

    computed { Ref = self.name }
  }

  terraform "aws_redshift_snapshot_copy_grant" {
    name = raw.snapshot_copy_grant_name
    key  = raw.kms_key_id

    computed {
      id                       = self.name
      snapshot_copy_grant_name = self.name
    }
  }
}

link "grant" {
  from   = warehouse_copy
  to     = copy_grant
  single = true
  by     = from.grant_name
  keys   = [to.name]
}
