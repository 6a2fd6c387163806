# The snapshot that a provider takes of something before it destroys it.
type "final_snapshot" {
  attributes = {
    is_taken        = bool
    name            = string
    needs_name      = bool   # without one the destruction fails
    retention_days  = number # null where nothing says
    ignored_changes = any
    store           = any
  }

  # Replicas have none.
  terraform "aws_db_instance" "aws_rds_cluster" "aws_docdb_cluster" "aws_neptune_cluster" "aws_redshift_cluster" {
    when            = is_blank(raw.replicate_source_db) && is_blank(raw.replication_source_identifier)
    is_taken        = !given(raw.skip_final_snapshot, false)
    name            = raw.final_snapshot_identifier
    needs_name      = true
    ignored_changes = given(meta.lifecycle.ignore_changes, [])
    store           = here.data_store[0]
  }
  # Backups of file systems have no names, and of scratch storage there are none.
  terraform "aws_fsx_windows_file_system" "aws_fsx_openzfs_file_system" "aws_fsx_ontap_volume" "aws_fsx_lustre_file_system" {
    when            = meta.type != "aws_fsx_lustre_file_system" || !is_scratch(raw.deployment_type)
    is_taken        = !given(raw.skip_final_backup, meta.type == "aws_fsx_lustre_file_system")
    needs_name      = false
    ignored_changes = given(meta.lifecycle.ignore_changes, [])
    store           = here.data_store[0]
  }
  terraform "aws_ebs_volume" {
    is_taken        = given(raw.final_snapshot, false)
    needs_name      = false
    ignored_changes = given(meta.lifecycle.ignore_changes, [])
    store           = here.data_store[0]
  }
  # They are taken only when they have a name.
  terraform "aws_elasticache_replication_group" "aws_elasticache_cluster" "aws_memorydb_cluster" {
    when            = length(here.cache) > 0
    is_taken        = !is_blank(self.name)
    name            = given(raw.final_snapshot_identifier, raw.final_snapshot_name)
    needs_name      = false
    ignored_changes = given(meta.lifecycle.ignore_changes, [])
    store           = here.data_store[0]
  }

  cloudformation "AWS::ElastiCache::ServerlessCache" "AWS::MemoryDB::Cluster" "AWS::RedshiftServerless::Namespace" {
    is_taken       = !is_blank(raw.FinalSnapshotName)
    name           = raw.FinalSnapshotName
    needs_name     = false
    retention_days = raw.FinalSnapshotRetentionPeriod
    store          = here.data_store[0]
  }
}
