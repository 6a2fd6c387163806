# A small server with a disk, or a disk. Their service keeps the last seven daily snapshots when it is told to.
type "lightsail_instance" {
  attributes = { name = string, region = string, account = string, tags = map(string), takes_snapshots = bool, snapshot_time = string }

  every {
    region  = region
    account = account
  }

  cloudformation "AWS::Lightsail::Instance" "AWS::Lightsail::Disk" {
    name            = given(raw.InstanceName, raw.DiskName)
    tags            = tags_of_pairs(given(raw.Tags, []))
    takes_snapshots = any([for add_on in given(raw.AddOns, []) : add_on.AddOnType == "AutoSnapshot" && given(add_on.Status, "Enabled") == "Enabled"])
    snapshot_time   = first([for add_on in given(raw.AddOns, []) : add_on.AutoSnapshotAddOnRequest.SnapshotTimeOfDay if add_on.AddOnType == "AutoSnapshot"])

    computed { Ref = self.name }
  }

  terraform "aws_lightsail_instance" {
    name            = raw.name
    tags            = tags_of_terraform(raw.tags, meta.provider)
    takes_snapshots = any([for add_on in blocks(raw.add_on) : add_on.type == "AutoSnapshot" && add_on.status == "Enabled"])
    snapshot_time   = first([for add_on in blocks(raw.add_on) : add_on.snapshot_time if add_on.type == "AutoSnapshot"])

    computed { id = self.name }
  }

  # The provider has no add-ons for disks.
  terraform "aws_lightsail_disk" {
    name            = raw.name
    tags            = tags_of_terraform(raw.tags, meta.provider)
    takes_snapshots = unresolved("Terraform cannot say whether ${self.address} takes snapshots")

    computed { id = self.name }
  }
}

# A database of the same service, which keeps backups of a week.
type "lightsail_database" {
  attributes = {
    name           = string
    region         = string
    account        = string
    tags           = map(string)
    keeps_backups  = bool
    final_snapshot = string # null where there will be none
  }

  every {
    region  = region
    account = account
  }

  cloudformation "AWS::Lightsail::Database" {
    name          = raw.RelationalDatabaseName
    tags          = tags_of_pairs(given(raw.Tags, []))
    keeps_backups = given(raw.BackupRetention, true)

    computed { Ref = self.name }
  }

  terraform "aws_lightsail_database" {
    name           = raw.relational_database_name
    tags           = tags_of_terraform(raw.tags, meta.provider)
    keeps_backups  = given(raw.backup_retention_enabled, false) # the provider switches off what nobody asks for
    final_snapshot = given(raw.skip_final_snapshot, false) ? null : raw.final_snapshot_name

    computed { id = self.name }
  }
}
