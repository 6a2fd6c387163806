# Copies of snapshots and images that are made one by one, or by a policy.
type "snapshot_copy" {
  attributes = {
    is_encrypted = bool
    source       = any
    region       = string
    account      = string
    # Snapshots of volumes follow what the account does with volumes.
    follows_account = bool
    # What a policy makes snapshots of.
    targets = any
  }

  cloudformation "AWS::DLM::LifecyclePolicy" {
    each = concat(
      flatten([for schedule in raw.PolicyDetails.Schedules : given(schedule.CrossRegionCopyRules, [])]),
      flatten([for action in raw.PolicyDetails.Actions : given(action.CrossRegionCopy, [])]),
    )
    is_encrypted = given(item.Encrypted, item.EncryptionConfiguration.Encrypted, false)
    targets      = here.snapshot_lifecycle[0].snapshot_targets
  }

  terraform "aws_dlm_lifecycle_policy" {
    each = concat(
      flatten([for schedule in blocks(blocks(raw.policy_details)[0].schedule) : blocks(schedule.cross_region_copy_rule)]),
      flatten([for action in blocks(blocks(raw.policy_details)[0].action) : blocks(action.cross_region_copy)]),
    )
    is_encrypted = given(item.encrypted, blocks(item.encryption_configuration)[0].encrypted, false)
    targets      = here.snapshot_lifecycle[0].snapshot_targets
  }
  terraform "aws_ebs_snapshot_copy" {
    is_encrypted    = given(raw.encrypted, false)
    source          = raw.source_snapshot_id
    region          = region
    account         = account
    follows_account = true
  }
  terraform "aws_ami_copy" {
    is_encrypted    = given(raw.encrypted, false)
    source          = raw.source_ami_id
    region          = region
    account         = account
    follows_account = true
  }

  # Within a region a copy of a database's snapshot keeps the key of the snapshot.
  terraform "aws_db_snapshot_copy" {
    when         = arn_part(raw.source_db_snapshot_identifier, "region") != null && arn_part(raw.source_db_snapshot_identifier, "region") != region
    is_encrypted = at(raw.kms_key_id, raw.kms_key_id != null)
  }
  terraform "aws_rds_cluster_snapshot_copy" {
    when         = arn_part(raw.source_db_cluster_snapshot_identifier, "region") != null && arn_part(raw.source_db_cluster_snapshot_identifier, "region") != region
    is_encrypted = at(raw.kms_key_id, raw.kms_key_id != null)
  }
}

# A snapshot of a volume, which is encrypted when its volume is.
type "volume_snapshot" {
  attributes = { volume_id = any }

  terraform "aws_ebs_snapshot" {
    volume_id = raw.volume_id
  }
}

link "volume" {
  from   = volume_snapshot
  to     = ebs_volume
  single = true
  by     = from.volume_id
  keys   = []
}

link "snapshot" {
  from   = snapshot_copy
  to     = volume_snapshot
  single = true
  by     = from.source
  keys   = []
}
