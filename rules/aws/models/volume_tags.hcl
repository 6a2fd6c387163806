# What starts instances, and which tags the volumes that come with them get.
type "volume_source" {
  attributes = { name = string, tags = map(string), volume_tags = map(string) }

  cloudformation "AWS::EC2::LaunchTemplate" {
    name        = raw.LaunchTemplateName
    tags        = merge(tags_of_pairs(tags_for(raw.LaunchTemplateData.TagSpecifications, "instance")), [for group in self.groups : group.tags]...)
    volume_tags = tags_of_pairs(tags_for(raw.LaunchTemplateData.TagSpecifications, "volume"))
  }
  cloudformation "AWS::EC2::Instance" {
    tags        = tags_of_pairs(given(raw.Tags, []))
    volume_tags = given(raw.PropagateTagsToVolumeOnCreation, false) ? self.tags : {}
  }

  terraform "aws_launch_template" {
    name        = raw.name
    tags        = merge(given(first([for specification in blocks(raw.tag_specifications) : specification.tags if specification.resource_type == "instance"]), {}), [for group in self.groups : group.tags]...)
    volume_tags = given(first([for specification in blocks(raw.tag_specifications) : specification.tags if specification.resource_type == "volume"]), {})
  }
  terraform "aws_instance" {
    tags        = tags_of_terraform(raw.tags, meta.provider)
    volume_tags = given(raw.volume_tags, merge([for device in concat(blocks(raw.root_block_device), blocks(raw.ebs_block_device)) : given(device.tags, {})]...))
  }
}

# Starts instances of a template, and gives them tags, but not their volumes.
type "instance_group" {
  attributes = { launches = any, tags = map(string) }

  cloudformation "AWS::AutoScaling::AutoScalingGroup" {
    launches = given(
      raw.LaunchTemplate.LaunchTemplateId,
      raw.LaunchTemplate.LaunchTemplateName,
      raw.MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId,
      raw.MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateName,
    )
    tags = { for tag in given(raw.Tags, []) : tag.Key => tag.Value if tag.PropagateAtLaunch == true }
  }

  terraform "aws_autoscaling_group" {
    launches = given(launched(blocks(raw.launch_template)[0]), launched(blocks(blocks(blocks(raw.mixed_instances_policy)[0].launch_template)[0].launch_template_specification)[0]))
    tags     = { for tag in blocks(raw.tag) : tag.key => tag.value if tag.propagate_at_launch == true }
  }
}

function "launched" {
  parameters = ["specification"]
  result     = given(specification.id, specification.launch_template_id, specification.name, specification.launch_template_name)
}

link "template" {
  from    = instance_group
  to      = volume_source
  inverse = "groups"
  single  = true
  by      = from.launches
  keys    = [to.name]
}

function "tags_for" {
  parameters = ["specifications", "resource_type"]
  result     = flatten([for specification in specifications : given(specification.Tags, []) if specification.ResourceType == resource_type])
}
