type "ec2_instance" {
  family = ["data_store", "block_storage"]

  cloudformation "AWS::EC2::Instance" {
    arn                     = "arn:${partition}:ec2:${region}:${account}:instance/${chosen_id(self.address)}"
    region                  = region
    account                 = account
    tags                    = tags_of_pairs(given(raw.Tags, []))
    native                  = lifecycle_snapshots(self.snapshot_schedules)
    is_replicated_elsewhere = any([for schedule in self.snapshot_schedules : schedule.copies > 0])
  }

  terraform "aws_instance" {
    arn                     = "arn:${partition}:ec2:${region}:${account}:instance/${chosen_id(self.address)}"
    region                  = region
    account                 = account
    tags                    = tags_of_terraform(raw.tags, meta.provider)
    native                  = lifecycle_snapshots(self.snapshot_schedules)
    is_replicated_elsewhere = any([for schedule in self.snapshot_schedules : schedule.copies > 0])

    computed { arn = self.arn }
  }
}

derive "snapshot_schedules" {
  on    = ec2_instance
  value = flatten([for lifecycle in self.snapshot_lifecycles : lifecycle.schedules])
}
