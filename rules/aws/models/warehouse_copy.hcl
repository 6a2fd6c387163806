# Snapshots of a warehouse that the service copies to another region.
type "warehouse_copy" {
  attributes = { cluster = any, grant_name = any, is_encrypted = bool, key = string }

  cloudformation "AWS::Redshift::Cluster" {
    when         = !is_blank(raw.DestinationRegion)
    cluster      = self.address
    grant_name   = raw.SnapshotCopyGrantName
    is_encrypted = raw.Encrypted
    key          = raw.KmsKeyId
  }

  # Inside the cluster in older versions of the provider.
  terraform "aws_redshift_cluster" {
    each         = blocks(raw.snapshot_copy)
    cluster      = self.address
    grant_name   = item.grant_name
    is_encrypted = raw.encrypted
    key          = raw.kms_key_id
  }
  terraform "aws_redshift_snapshot_copy" {
    cluster      = raw.cluster_identifier
    grant_name   = raw.snapshot_copy_grant_name
    is_encrypted = self.warehouse.is_encrypted
    key          = self.warehouse.key
  }
}

link "warehouse" {
  from   = warehouse_copy
  to     = redshift_cluster
  single = true
  by     = from.cluster
  keys   = [to.name, to.address]
}

# Lets the service use a key of the other region.
type "copy_grant" {
  attributes = { name = string, key = string }

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
