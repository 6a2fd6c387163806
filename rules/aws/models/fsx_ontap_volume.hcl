# A volume of NetApp ONTAP. Its file system decides about automatic backups; a replication destination has none.
type "fsx_ontap_volume" {
  family     = ["data_store"]
  attributes = { virtual_machine_id = any, copies_tags = bool }

  every {
    arn          = "arn:${partition}:fsx:${region}:${account}:volume/${chosen_id(self)}"
    region       = region
    account      = account
    key          = self.virtual_machine.file_system.key
    is_encrypted = true
    native       = volume_backups(self)
  }

  cloudformation "AWS::FSx::Volume" {
    when = raw.VolumeType == "ONTAP" && given(raw.OntapConfiguration.OntapVolumeType, "RW") == "RW"

    name               = raw.Name
    tags               = tags_of_pairs(given(raw.Tags, []))
    virtual_machine_id = raw.OntapConfiguration.StorageVirtualMachineId
    copies_tags        = given(raw.OntapConfiguration.CopyTagsToBackups, false)

    computed {
      Ref         = chosen_id(self)
      VolumeId    = chosen_id(self)
      ResourceARN = self.arn
    }
  }

  terraform "aws_fsx_ontap_volume" {
    when = given(raw.ontap_volume_type, "RW") == "RW"

    name               = raw.name
    tags               = tags_of_terraform(raw.tags, meta.provider)
    virtual_machine_id = raw.storage_virtual_machine_id
    copies_tags        = given(raw.copy_tags_to_backups, false)

    computed {
      id  = chosen_id(self)
      arn = self.arn
    }
  }
}

link "virtual_machine" {
  from   = fsx_ontap_volume
  to     = fsx_virtual_machine
  single = true
  by     = from.virtual_machine_id
  keys   = []
}

function "volume_backups" {
  parameters = ["volume"]
  result = (
    volume.virtual_machine.file_system == null
    ? unresolved("the file system of ${volume.address} is not in this configuration")
    : automatic_backups("automatic daily backups", 1440, volume.virtual_machine.file_system.backup_retention_days)
  )
}
