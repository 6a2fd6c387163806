# A snapshot or backup that is declared by itself: taken once, and kept until somebody deletes it.
type "manual_snapshot" {
  attributes = {
    kind           = string
    name           = string
    source         = any
    region         = string
    account        = string
    shared_with    = any    # accounts; `all` is everybody
    retention_days = number # infinity is for ever
    tags           = map(string)
  }

  every {
    region  = region
    account = account
  }

  cloudformation "AWS::RDS::DBSnapshot" "AWS::RDS::ClusterSnapshot" {
    kind           = "database snapshot"
    name           = given(raw.DBSnapshotIdentifier, raw.DBClusterSnapshotIdentifier)
    source         = given(raw.DBInstanceIdentifier, raw.DBClusterIdentifier)
    retention_days = infinity
    tags           = tags_of_pairs(given(raw.Tags, []))
  }
  cloudformation "AWS::Redshift::Snapshot" "AWS::RedshiftServerless::Snapshot" {
    kind           = "warehouse snapshot"
    name           = given(raw.SnapshotIdentifier, raw.SnapshotName)
    source         = given(raw.ClusterIdentifier, raw.NamespaceName)
    retention_days = manual_days(given(raw.ManualSnapshotRetentionPeriod, raw.RetentionPeriod))
    tags           = tags_of_pairs(given(raw.Tags, []))
  }
  cloudformation "AWS::DocDBElastic::ClusterSnapshot" "AWS::NeptuneGraph::GraphSnapshot" "AWS::MemoryDB::Snapshot" {
    kind           = "database snapshot"
    name           = raw.SnapshotName
    source         = given(raw.ClusterArn, raw.GraphIdentifier, raw.ClusterName)
    retention_days = infinity
    tags           = tags_of_pairs(given(raw.Tags, []))
  }
  cloudformation "AWS::ElastiCache::ServerlessCacheSnapshot" {
    kind           = "cache snapshot"
    name           = raw.ServerlessCacheSnapshotName
    source         = raw.ServerlessCacheName
    retention_days = infinity
    tags           = tags_of_pairs(given(raw.Tags, []))
  }
  cloudformation "AWS::FSx::Backup" {
    kind           = "file system backup"
    source         = raw.FileSystemId
    retention_days = infinity
    tags           = tags_of_pairs(given(raw.Tags, []))
  }

  terraform "aws_db_snapshot" "aws_db_cluster_snapshot" "aws_neptune_cluster_snapshot" "aws_docdb_cluster_snapshot" {
    kind           = "database snapshot"
    name           = given(raw.db_snapshot_identifier, raw.db_cluster_snapshot_identifier)
    source         = given(raw.db_instance_identifier, raw.db_cluster_identifier)
    shared_with    = given(raw.shared_accounts, [])
    retention_days = infinity
    tags           = tags_of_terraform(raw.tags, meta.provider)
  }
  terraform "aws_db_snapshot_copy" "aws_rds_cluster_snapshot_copy" {
    kind           = "database snapshot"
    name           = given(raw.target_db_snapshot_identifier, raw.target_db_cluster_snapshot_identifier)
    source         = given(raw.source_db_snapshot_identifier, raw.source_db_cluster_snapshot_identifier)
    shared_with    = given(raw.shared_accounts, [])
    retention_days = infinity
    tags           = tags_of_terraform(raw.tags, meta.provider)
  }
  terraform "aws_redshift_cluster_snapshot" "aws_redshiftserverless_snapshot" {
    kind           = "warehouse snapshot"
    name           = given(raw.snapshot_identifier, raw.snapshot_name)
    source         = given(raw.cluster_identifier, raw.namespace_name)
    retention_days = manual_days(given(raw.manual_snapshot_retention_period, raw.retention_period))
    tags           = tags_of_terraform(raw.tags, meta.provider)
  }
  terraform "aws_memorydb_snapshot" {
    kind           = "database snapshot"
    name           = raw.name
    source         = raw.cluster_name
    retention_days = infinity
    tags           = tags_of_terraform(raw.tags, meta.provider)
  }
  terraform "aws_ebs_snapshot" {
    kind           = "volume snapshot"
    source         = raw.volume_id
    retention_days = infinity
    tags           = tags_of_terraform(raw.tags, meta.provider)
  }
  terraform "aws_fsx_backup" {
    kind           = "file system backup"
    source         = given(raw.file_system_id, raw.volume_id)
    retention_days = infinity
    tags           = tags_of_terraform(raw.tags, meta.provider)
  }
}

link "snapshot_of" {
  from    = manual_snapshot
  to      = family.data_store
  inverse = "manual_snapshots"
  single  = true
  by      = from.source
  keys    = [to.name, to.arn, chosen_id(to)]
}

# Who may use a snapshot of a volume, or an image.
type "snapshot_share" {
  attributes = { kind = string, subject = any, shared_with = any }

  cloudformation "AWS::DLM::LifecyclePolicy" {
    each        = flatten([for schedule in given(raw.PolicyDetails.Schedules, []) : flatten([for rule in given(schedule.ShareRules, []) : given(rule.TargetAccounts, [])])])
    kind        = "volume snapshot"
    subject     = self.address
    shared_with = item
  }

  terraform "aws_snapshot_create_volume_permission" {
    kind        = "volume snapshot"
    subject     = raw.snapshot_id
    shared_with = raw.account_id
  }
  terraform "aws_ami_launch_permission" {
    kind        = "image"
    subject     = raw.image_id
    shared_with = given(raw.group, raw.account_id, raw.organization_arn, raw.organizational_unit_arn)
  }
  terraform "aws_dlm_lifecycle_policy" {
    each        = flatten([for schedule in blocks(blocks(raw.policy_details)[0].schedule) : flatten([for rule in blocks(schedule.share_rule) : given(rule.target_accounts, [])])])
    kind        = "volume snapshot"
    subject     = self.address
    shared_with = item
  }
}
