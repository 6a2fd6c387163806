# File systems that are backed up as a whole; those of NetApp ONTAP are backed up by volume. Scratch storage is made to be
# lost, unless its tags say that somebody would miss it.
type "fsx_file_system" {
  family = ["data_store"]
  attributes = {
    kind                  = string # WINDOWS, OPENZFS or LUSTRE
    backup_retention_days = number
    is_scratch            = bool
    copies_tags           = bool   # to its backups
    deployment            = string # such as MULTI_AZ_1
  }

  every {
    arn          = "arn:${partition}:fsx:${region}:${account}:file-system/${chosen_id(self)}"
    region       = region
    account      = account
    is_encrypted = true
    native       = automatic_backups("automatic daily backups", 1440, self.backup_retention_days)
  }

  cloudformation "AWS::FSx::FileSystem" {
    when = raw.FileSystemType != "ONTAP" && (!self.is_scratch || named_tier(self.tags, policy) != null)

    tags       = tags_of_pairs(given(raw.Tags, []))
    key        = raw.KmsKeyId
    kind       = raw.FileSystemType
    is_scratch = raw.FileSystemType == "LUSTRE" && is_scratch(raw.LustreConfiguration.DeploymentType)
    backup_retention_days = days_kept(
      given(
        raw.WindowsConfiguration.AutomaticBackupRetentionDays,
        raw.OpenZFSConfiguration.AutomaticBackupRetentionDays,
        raw.LustreConfiguration.AutomaticBackupRetentionDays,
      ),
      !is_blank(raw.BackupId),
      raw.FileSystemType == "LUSTRE" ? 0 : 30,
    )
    copies_tags = given(raw.WindowsConfiguration.CopyTagsToBackups, raw.OpenZFSConfiguration.CopyTagsToBackups, raw.LustreConfiguration.CopyTagsToBackups, false)
    deployment  = given(raw.WindowsConfiguration.DeploymentType, raw.OpenZFSConfiguration.DeploymentType, raw.LustreConfiguration.DeploymentType, default_deployment(self.kind))
    only_native = self.is_scratch

    computed {
      Ref         = chosen_id(self)
      ResourceARN = self.arn
    }
  }

  # The provider keeps backups of Windows for a week, and none of OpenZFS.
  terraform "aws_fsx_windows_file_system" "aws_fsx_openzfs_file_system" {
    tags                  = tags_of_terraform(raw.tags, meta.provider)
    key                   = raw.kms_key_id
    kind                  = meta.type == "aws_fsx_windows_file_system" ? "WINDOWS" : "OPENZFS"
    is_scratch            = false
    copies_tags           = given(raw.copy_tags_to_backups, false)
    deployment            = given(raw.deployment_type, default_deployment(self.kind))
    backup_retention_days = days_kept(raw.automatic_backup_retention_days, !is_blank(raw.backup_id), meta.type == "aws_fsx_windows_file_system" ? 7 : 0)

    computed {
      id  = chosen_id(self)
      arn = self.arn
    }
  }

  terraform "aws_fsx_lustre_file_system" {
    when = !self.is_scratch || named_tier(self.tags, policy) != null

    tags                  = tags_of_terraform(raw.tags, meta.provider)
    key                   = raw.kms_key_id
    kind                  = "LUSTRE"
    is_scratch            = is_scratch(raw.deployment_type)
    copies_tags           = given(raw.copy_tags_to_backups, false)
    deployment            = given(raw.deployment_type, default_deployment(self.kind))
    backup_retention_days = days_kept(raw.automatic_backup_retention_days, !is_blank(raw.backup_id), 0)
    only_native           = self.is_scratch

    computed {
      id  = chosen_id(self)
      arn = self.arn
    }
  }
}

# For OpenZFS it has to be given.
function "default_deployment" {
  parameters = ["kind"]
  result     = { WINDOWS = "SINGLE_AZ_1", LUSTRE = "SCRATCH_1" }[kind]
}

function "is_scratch" {
  parameters = ["deployment_type"]
  result     = startswith(given(deployment_type, "SCRATCH_1"), "SCRATCH")
}
