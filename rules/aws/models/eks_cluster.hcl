type "eks_cluster" {
  family = ["data_store"]

  cloudformation "AWS::EKS::Cluster" {
    name    = raw.Name
    arn     = "arn:${partition}:eks:${region}:${account}:cluster/${chosen_name(self)}"
    region  = region
    account = account
    tags    = tags_of_pairs(given(raw.Tags, []))

    computed {
      Ref = chosen_name(self)
      Arn = self.arn
    }
  }

  terraform "aws_eks_cluster" {
    name    = raw.name
    arn     = "arn:${partition}:eks:${region}:${account}:cluster/${self.name}"
    region  = region
    account = account
    tags    = tags_of_terraform(raw.tags, meta.provider)

    computed {
      id  = self.name
      arn = self.arn
    }
  }
}
