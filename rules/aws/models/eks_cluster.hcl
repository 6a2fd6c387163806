type "eks_cluster" {
  family     = ["data_store"]
  attributes = { access_mode = string } # backups need API, alone or beside the old map

  every {
    arn     = "arn:${partition}:eks:${region}:${account}:cluster/${chosen_name(self)}"
    region  = region
    account = account
  }

  cloudformation "AWS::EKS::Cluster" {
    name = raw.Name
    tags = tags_of_pairs(given(raw.Tags, []))

    access_mode = given(raw.AccessConfig.AuthenticationMode, "CONFIG_MAP")

    computed {
      Ref = chosen_name(self)
      Arn = self.arn
    }
  }

  terraform "aws_eks_cluster" {
    name = raw.name
    tags = tags_of_terraform(raw.tags, meta.provider)

    access_mode = given(blocks(raw.access_config)[0].authentication_mode, "CONFIG_MAP")

    computed {
      id  = self.name
      arn = self.arn
    }
  }
}
