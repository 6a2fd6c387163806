type "ec2_instance" {
  family = ["data_store", "block_storage"]
  attributes = {
    image                = string
    user_data            = string
    has_windows_password = bool
    is_guarded           = bool                                                              # from termination
    volumes              = list(object({ device = string, is_root = bool, is_kept = bool })) # that come with it
  }

  every {
    arn                     = "arn:${partition}:ec2:${region}:${account}:instance/${chosen_id(self)}"
    region                  = region
    account                 = account
    native                  = lifecycle_snapshots(self.snapshot_schedules)
    is_replicated_elsewhere = any([for schedule in self.snapshot_schedules : schedule.copies > 0])
  }

  cloudformation "AWS::EC2::Instance" {
    image      = raw.ImageId
    user_data  = raw.UserData
    is_guarded = given(raw.DisableApiTermination, false)
    volumes    = [for device in given(raw.BlockDeviceMappings, []) : { device = device.DeviceName, is_root = contains(["/dev/xvda", "/dev/sda1"], device.DeviceName), is_kept = !given(device.Ebs.DeleteOnTermination, true) } if device.Ebs != null]
    tags       = tags_of_pairs(given(raw.Tags, []))

    computed {
      Ref        = chosen_id(self)
      InstanceId = chosen_id(self)
    }
  }

  terraform "aws_instance" {
    image      = raw.ami
    user_data  = raw.user_data
    is_guarded = given(raw.disable_api_termination, false)
    volumes = concat(
      [for device in blocks(raw.root_block_device) : { device = "root", is_root = true, is_kept = !given(device.delete_on_termination, true) }],
      [for device in blocks(raw.ebs_block_device) : { device = device.device_name, is_root = false, is_kept = !given(device.delete_on_termination, true) }],
    )
    has_windows_password = raw.get_password_data
    tags                 = tags_of_terraform(raw.tags, meta.provider)

    computed {
      id  = chosen_id(self)
      arn = self.arn
    }
  }
}

derive "snapshot_schedules" {
  on    = ec2_instance
  value = flatten([for lifecycle in self.snapshot_lifecycles : lifecycle.schedules])
}

# A search for an image, by what it asks for.
type "image_search" {
  attributes = { id = string, wanted = any }

  terraform_data "aws_ami" {
    wanted = concat([for name in [raw.name_regex] : name if name != null], flatten([for filter in blocks(raw.filter) : given(filter.values, []) if contains(["name", "platform"], filter.name)]))
  }
  terraform_data "aws_ssm_parameter" {
    wanted = [raw.name]
  }
}

link "image_search" {
  from   = ec2_instance
  to     = image_search
  single = true
  by     = from.image
  keys   = [to.id]
}

# Nothing but the search for its image, a script or a password of Windows tells what an instance runs.
derive "runs_windows" {
  on = ec2_instance
  value = (
    self.has_windows_password == true
    || (is_known(self.user_data) && strcontains(lower(given(self.user_data, "")), "<powershell>"))
    || any([for text in concat(given(self.image_search.wanted, []), [given(self.image, "")]) : is_known(text) && strcontains(lower(text), "windows")])
    || (!any([for text in given(self.image_search.wanted, []) : is_known(text) && length(regexall("(?i)(amzn|al20|amazon.?linux|ubuntu|debian|rhel|suse|centos|bottlerocket|linux)", text)) > 0])
    && unresolved("the image of ${self.address} does not tell which system it runs"))
  )
}
