type "efs_file_system" {
  family     = ["data_store"]
  attributes = {
    backup_policy       = string # ENABLED, DISABLED, or null
    zone                = string # of a file system in one zone
    overwrite_protected = bool
  }

  cloudformation "AWS::EFS::FileSystem" {
    arn                     = "arn:${partition}:elasticfilesystem:${region}:${account}:file-system/${chosen_id(self)}"
    region                  = region
    account                 = account
    tags                    = tags_of_pairs(given(raw.FileSystemTags, []))
    key                     = raw.KmsKeyId
    is_encrypted            = given(raw.Encrypted, false)
    zone                    = raw.AvailabilityZoneName
    overwrite_protected     = given(raw.FileSystemProtection.ReplicationOverwriteProtection, "ENABLED") == "ENABLED"
    backup_policy           = raw.BackupPolicy.Status
    native                  = daily_file_backups(self.backup_policy, raw.AvailabilityZoneName)
    is_replicated_elsewhere = any([for destination in raw.ReplicationConfiguration.Destinations : is_elsewhere(destination.Region, destination.FileSystemId, region)])

    computed {
      Ref          = chosen_id(self)
      FileSystemId = chosen_id(self)
      Arn          = self.arn
    }
  }

  terraform "aws_efs_file_system" {
    companion "policies" {
      type     = "aws_efs_backup_policy"
      argument = "file_system_id"
      keys     = []
    }
    companion "replications" {
      type     = "aws_efs_replication_configuration"
      argument = "source_file_system_id"
      keys     = []
    }

    arn           = "arn:${partition}:elasticfilesystem:${region}:${account}:file-system/${chosen_id(self)}"
    region        = region
    account       = account
    tags          = tags_of_terraform(raw.tags, meta.provider)
    key           = raw.kms_key_id
    is_encrypted  = given(raw.encrypted, false)
    zone          = raw.availability_zone_name
    overwrite_protected = given(blocks(raw.protection)[0].replication_overwrite, "ENABLED") == "ENABLED"
    backup_policy = blocks(first(policies).backup_policy)[0].status
    native        = daily_file_backups(self.backup_policy, raw.availability_zone_name)
    is_replicated_elsewhere = any([
      for replication in replications : is_elsewhere(
        blocks(replication.destination)[0].region,
        blocks(replication.destination)[0].file_system_id,
        self.region,
      )
    ])

    computed {
      id  = chosen_id(self)
      arn = self.arn
    }
  }
}

# The service's own plan keeps daily backups for five weeks. For a file system in one zone it is on unless told otherwise,
# but nobody documents whether a declaration without a word about it tells otherwise.
function "daily_file_backups" {
  parameters = ["policy", "zone"]
  result = (
    policy == "ENABLED" ? { mechanism = "automatic backups", rpo_minutes = 1440, retention_days = 35 } :
    policy == null && zone != null ? unresolved("automatic backups of a file system in one zone may be on by default") :
    null
  )
}

# A replica without a region is where its file system is.
function "is_elsewhere" {
  parameters = ["region", "file_system", "home"]
  result     = region == null && file_system != null ? unresolved("the region of the replica is that of its file system") : given(region, home) != home
}

# A replica of a file system, in a region or, cheaper, in one zone of it.
type "file_system_replication" {
  attributes = { source = any, region = string, zone = string, destination = any, key = string }

  cloudformation "AWS::EFS::FileSystem" {
    each        = given(raw.ReplicationConfiguration.Destinations, [])
    source      = self.address
    region      = item.Region
    zone        = item.AvailabilityZoneName
    destination = item.FileSystemId
    key         = item.KmsKeyId
  }

  terraform "aws_efs_replication_configuration" {
    each        = blocks(raw.destination)
    source      = raw.source_file_system_id
    region      = item.region
    zone        = item.availability_zone_name
    destination = item.file_system_id
    key         = item.kms_key_id
  }
}

link "replicated_file_system" {
  from    = file_system_replication
  to      = efs_file_system
  inverse = "replications"
  single  = true
  by      = from.source
  keys    = [to.address]
}

# What is replicated into cannot be protected from being overwritten.
link "replica_file_system" {
  from    = file_system_replication
  to      = efs_file_system
  inverse = "replica_of"
  single  = true
  by      = from.destination
  keys    = []
}
