# What backups and snapshots inherit their encryption from, as far as it is written. Members and replicas of a cluster, and
# what is restored, follow their source.
type "encrypted_source" {
  attributes = {
    kind         = string # in words
    is_encrypted = bool
    region       = string
    account      = string
    # An account can encrypt all volumes of a region, whatever their declaration says.
    follows_account = bool
  }

  cloudformation "AWS::RDS::DBInstance" {
    when = (
      is_blank(raw.DBClusterIdentifier)
      && all([for source in [raw.DBSnapshotIdentifier, raw.DBClusterSnapshotIdentifier, raw.SourceDBInstanceIdentifier, raw.SourceDBClusterIdentifier, raw.SourceDbiResourceId, raw.SourceDBInstanceAutomatedBackupsArn] : is_blank(source)])
      && !(is_known(raw.Engine) && startswith(given(raw.Engine, ""), "aurora"))
    )
    kind         = "database"
    is_encrypted = given(raw.StorageEncrypted, false)
  }
  cloudformation "AWS::RDS::DBCluster" "AWS::DocDB::DBCluster" {
    when         = all([for source in [raw.SnapshotIdentifier, raw.SourceDBClusterIdentifier, raw.SourceDbClusterResourceId, raw.ReplicationSourceIdentifier] : is_blank(source)])
    kind         = "database cluster"
    is_encrypted = given(raw.StorageEncrypted, cluster_default(raw.EngineMode, raw.GlobalClusterIdentifier))
  }
  cloudformation "AWS::Neptune::DBCluster" {
    when         = is_blank(raw.SnapshotIdentifier) && is_blank(raw.SourceDBClusterIdentifier)
    kind         = "database cluster"
    is_encrypted = given(raw.StorageEncrypted, unresolved("the documents of the service disagree on whether a cluster is encrypted when nothing is said"))
  }
  cloudformation "AWS::Redshift::Cluster" {
    when         = is_blank(raw.SnapshotIdentifier)
    kind         = "warehouse"
    is_encrypted = given(raw.Encrypted, true)
  }
  cloudformation "AWS::EFS::FileSystem" {
    kind         = "file system"
    is_encrypted = given(raw.Encrypted, false)
  }
  cloudformation "AWS::ElastiCache::ReplicationGroup" {
    when         = is_blank(raw.GlobalReplicationGroupId) && is_blank(raw.SnapshotName) && length(given(raw.SnapshotArns, [])) == 0
    kind         = "cache"
    is_encrypted = given(raw.AtRestEncryptionEnabled, given(raw.Engine, "redis") == "valkey")
  }
  cloudformation "AWS::StorageGateway::Volume" {
    when         = is_blank(raw.SnapshotId) && is_blank(raw.SourceVolumeARN)
    kind         = "volume"
    is_encrypted = given(raw.KMSEncrypted, false)
  }
  cloudformation "AWS::EC2::Volume" {
    when            = is_blank(raw.SnapshotId) && is_blank(raw.SourceVolumeId)
    kind            = "volume"
    is_encrypted    = given(raw.Encrypted, false)
    region          = region
    account         = account
    follows_account = true
  }
  cloudformation "AWS::EC2::Instance" "AWS::EC2::LaunchTemplate" {
    each            = [for device in given(raw.BlockDeviceMappings, raw.LaunchTemplateData.BlockDeviceMappings, []) : device.Ebs if device.Ebs != null && is_blank(device.Ebs.SnapshotId)]
    kind            = "volume"
    is_encrypted    = given(item.Encrypted, false)
    region          = region
    account         = account
    follows_account = true
  }

  terraform "aws_db_instance" {
    when = (
      is_blank(raw.replicate_source_db)
      && is_blank(raw.snapshot_identifier)
      && length(blocks(raw.restore_to_point_in_time)) == 0
    )
    kind         = "database"
    is_encrypted = given(raw.storage_encrypted, false)
  }
  terraform "aws_rds_cluster" "aws_docdb_cluster" "aws_neptune_cluster" {
    when = (
      is_blank(raw.replication_source_identifier)
      && is_blank(raw.snapshot_identifier)
      && length(blocks(raw.restore_to_point_in_time)) == 0
    )
    kind         = "database cluster"
    is_encrypted = given(raw.storage_encrypted, cluster_default(raw.engine_mode, raw.global_cluster_identifier))
  }
  terraform "aws_redshift_cluster" {
    when         = is_blank(raw.snapshot_identifier) && is_blank(raw.snapshot_arn)
    kind         = "warehouse"
    is_encrypted = given(raw.encrypted, true)
  }
  terraform "aws_efs_file_system" {
    kind         = "file system"
    is_encrypted = given(raw.encrypted, false)
  }
  terraform "aws_elasticache_replication_group" {
    when         = is_blank(raw.global_replication_group_id) && is_blank(raw.snapshot_name) && length(given(raw.snapshot_arns, [])) == 0
    kind         = "cache"
    is_encrypted = given(raw.at_rest_encryption_enabled, given(raw.engine, "redis") == "valkey")
  }
  terraform "aws_storagegateway_cached_iscsi_volume" "aws_storagegateway_stored_iscsi_volume" {
    when         = is_blank(raw.snapshot_id) && is_blank(raw.source_volume_arn)
    kind         = "volume"
    is_encrypted = given(raw.kms_encrypted, false)
  }
  terraform "aws_ebs_volume" {
    when            = is_blank(raw.snapshot_id)
    kind            = "volume"
    is_encrypted    = given(raw.encrypted, false)
    region          = region
    account         = account
    follows_account = true
  }
  terraform "aws_instance" "aws_launch_template" {
    each            = [for device in concat(blocks(raw.root_block_device), blocks(raw.ebs_block_device), mapped_devices(raw.block_device_mappings)) : device if is_blank(device.snapshot_id)]
    kind            = "volume"
    is_encrypted    = given(item.encrypted, false)
    region          = region
    account         = account
    follows_account = true
  }
}

function "mapped_devices" {
  parameters = ["mappings"]
  result     = flatten([for mapping in blocks(mappings) : blocks(mapping.ebs)])
}

# Aurora encrypts its first generation of serverless clusters; a global cluster decides for its members.
function "cluster_default" {
  parameters = ["mode", "global_cluster"]
  result     = given(mode, "provisioned") == "serverless" || (!is_blank(global_cluster) && unresolved("the global cluster decides whether its members are encrypted"))
}

# What an account does with new volumes in a region.
type "volume_encryption_setting" {
  attributes = { is_on = bool, region = string, account = string }

  terraform "aws_ebs_encryption_by_default" {
    is_on   = given(raw.enabled, true)
    region  = region
    account = account
  }
}

function "encrypts_all_volumes" {
  parameters = ["settings", "region", "account"]
  result     = any([for setting in settings : setting.is_on && setting.region == region && setting.account == account])
}
