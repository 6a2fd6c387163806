# What starts instances, and which tags the volumes that come with them get.
type "volume_source" {
  attributes = { tags = map(string), volume_tags = map(string) }

  cloudformation "AWS::EC2::LaunchTemplate" {
    tags        = tags_of_pairs(tags_for(raw.LaunchTemplateData.TagSpecifications, "instance"))
    volume_tags = tags_of_pairs(tags_for(raw.LaunchTemplateData.TagSpecifications, "volume"))
  }
  cloudformation "AWS::EC2::Instance" {
    tags        = tags_of_pairs(given(raw.Tags, []))
    volume_tags = given(raw.PropagateTagsToVolumeOnCreation, false) ? self.tags : {}
  }

  terraform "aws_launch_template" {
    tags        = given(first([for specification in blocks(raw.tag_specifications) : specification.tags if specification.resource_type == "instance"]), {})
    volume_tags = given(first([for specification in blocks(raw.tag_specifications) : specification.tags if specification.resource_type == "volume"]), {})
  }
  terraform "aws_instance" {
    tags        = tags_of_terraform(raw.tags, meta.provider)
    volume_tags = given(raw.volume_tags, merge([for device in concat(blocks(raw.root_block_device), blocks(raw.ebs_block_device)) : given(device.tags, {})]...))
  }
}

function "tags_for" {
  parameters = ["specifications", "resource_type"]
  result     = flatten([for specification in specifications : given(specification.Tags, []) if specification.ResourceType == resource_type])
}
