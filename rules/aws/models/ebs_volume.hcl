# A volume on its own. What backs up the instance that it is attached to backs it up as well.
type "ebs_volume" {
  family     = ["data_store", "block_storage"]
  attributes = { final_snapshot = bool }

  every {
    arn                     = "arn:${partition}:ec2:${region}:${account}:volume/${chosen_id(self)}"
    region                  = region
    account                 = account
    backed_up_with          = [for attachment in self.attachments : attachment.instance]
    native                  = lifecycle_snapshots(self.snapshot_schedules)
    is_replicated_elsewhere = any([for schedule in self.snapshot_schedules : schedule.copies > 0])
  }

  cloudformation "AWS::EC2::Volume" {
    tags         = tags_of_pairs(given(raw.Tags, []))
    key          = raw.KmsKeyId
    is_encrypted = raw.Encrypted

    computed {
      Ref      = chosen_id(self)
      VolumeId = chosen_id(self)
    }
  }

  terraform "aws_ebs_volume" {
    tags           = tags_of_terraform(raw.tags, meta.provider)
    key            = raw.kms_key_id
    is_encrypted   = raw.encrypted
    final_snapshot = given(raw.final_snapshot, false)

    computed {
      id  = chosen_id(self)
      arn = self.arn
    }
  }
}

derive "snapshot_schedules" {
  on = ebs_volume
  value = concat(
    flatten([for lifecycle in self.snapshot_lifecycles : lifecycle.schedules]),
    flatten([for instance in given(self.backed_up_with, []) : given(instance.snapshot_schedules, [])]),
  )
}
