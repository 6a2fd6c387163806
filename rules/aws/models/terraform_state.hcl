# Where Terraform keeps what it knows of everything that it manages.
type "state_backend" {
  attributes = { kind = string, bucket = string, is_encrypted = bool, is_locked = bool, key = string }

  terraform_data "terraform.backend" {
    kind         = raw.type
    bucket       = raw.bucket
    is_encrypted = given(raw.encrypt, false)
    is_locked    = given(raw.use_lockfile, false) || !is_blank(raw.dynamodb_table)
    key          = raw.kms_key_id
  }
}

link "state_bucket" {
  from    = state_backend
  to      = s3_bucket
  inverse = "state_backends"
  single  = true
  by      = from.bucket
  keys    = [to.name]
}

# What a plan takes away without putting anything in its place.
type "destruction" {
  attributes = {
    destroyed_type  = string
    kind            = string # null for what can be made again
    actions         = any
    name            = string
    tags            = map(string)
    leaves_snapshot = bool # a last one; null where there is none to leave
  }

  terraform_data "terraform.destroyed" {
    destroyed_type = raw.type
    kind           = lost_kind(raw.type)
    actions        = raw.change.actions
    name           = first([for argument in ["name", "backup_vault_name", "identifier", "cluster_identifier", "bucket", "table_name", "namespace_name", "replication_group_id", "domain_name"] : raw.before[argument]])
    tags           = given(raw.before.tags_all, raw.before.tags, {})
    leaves_snapshot = (
      raw.before.final_snapshot != null ? raw.before.final_snapshot :
      raw.before.skip_final_snapshot != null ? !raw.before.skip_final_snapshot :
      raw.before.skip_final_backup != null ? !raw.before.skip_final_backup :
      glob_any(["aws_elasticache_*", "aws_memorydb_cluster"], raw.type) ? !is_blank(given(raw.before.final_snapshot_identifier, raw.before.final_snapshot_name)) :
      null
    )
  }
}

# Null for what can be made again.
function "lost_kind" {
  parameters = ["type"]
  result = (
    kind_of_state(type) != "data"
    || glob_any(["aws_db_instance", "aws_*_cluster", "aws_dynamodb_table", "aws_s3_bucket", "aws_*_file_system", "aws_fsx_ontap_volume", "aws_ebs_volume", "aws_instance", "aws_keyspaces_table", "aws_timestreamwrite_table", "aws_redshiftserverless_namespace", "aws_elasticache_replication_group", "aws_opensearch_domain", "aws_neptunegraph_graph", "aws_qldb_ledger", "aws_storagegateway_*_iscsi_volume", "aws_secretsmanager_secret", "aws_cognito_user_pool", "aws_ecr_repository", "aws_kinesis_stream", "aws_glacier_vault"], type)
    ? kind_of_state(type)
    : null
  )
}

# What is declared to be managed no longer, and whether it goes with that.
type "dropped_declaration" {
  attributes = { from = string, dropped_type = string, is_destroyed = bool }

  terraform_data "terraform.removed" {
    from         = raw.from
    dropped_type = first([for part in split(".", given(raw.from, "")) : part if startswith(part, "aws_")])
    is_destroyed = given(blocks(raw.lifecycle)[0].destroy, true)
  }
}

# As its own tags say.
derive "explicit_tier" {
  on    = destruction
  value = named_tier(self.tags, policy)
}
