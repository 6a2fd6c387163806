# A small server with a disk. Its service keeps the last seven daily snapshots when it is told to.
type "lightsail_instance" {
  attributes = { name = string, region = string, account = string, tags = map(string), takes_snapshots = bool, snapshot_time = string }

  cloudformation "AWS::Lightsail::Instance" {
    name            = raw.InstanceName
    region          = region
    account         = account
    tags            = tags_of_pairs(given(raw.Tags, []))
    takes_snapshots = any([for add_on in given(raw.AddOns, []) : add_on.AddOnType == "AutoSnapshot" && given(add_on.Status, "Enabled") == "Enabled"])
    snapshot_time   = first([for add_on in given(raw.AddOns, []) : add_on.AutoSnapshotAddOnRequest.SnapshotTimeOfDay if add_on.AddOnType == "AutoSnapshot"])

    computed { Ref = self.name }
  }

  terraform "aws_lightsail_instance" {
    name            = raw.name
    region          = region
    account         = account
    tags            = tags_of_terraform(raw.tags, meta.provider)
    takes_snapshots = any([for add_on in blocks(raw.add_on) : add_on.type == "AutoSnapshot" && add_on.status == "Enabled"])
    snapshot_time   = first([for add_on in blocks(raw.add_on) : add_on.snapshot_time if add_on.type == "AutoSnapshot"])

    computed { id = self.name }
  }
}
