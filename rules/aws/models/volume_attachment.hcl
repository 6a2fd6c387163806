# The image of an instance holds the volumes that are attached to it.
type "volume_attachment" {
  attributes = { volume_id = any, instance_id = any }

  cloudformation "AWS::EC2::VolumeAttachment" {
    volume_id   = raw.VolumeId
    instance_id = raw.InstanceId
  }

  terraform "aws_volume_attachment" {
    volume_id   = raw.volume_id
    instance_id = raw.instance_id
  }
}

link "volume" {
  from    = volume_attachment
  to      = ebs_volume
  inverse = "attachments"
  single  = true
  by      = from.volume_id
  keys    = []
}

link "instance" {
  from   = volume_attachment
  to     = ec2_instance
  single = true
  by     = from.instance_id
  keys   = []
}
