# Data sources that tell a configuration where it is deployed to.
type "environment" {
  attributes = { value = string }

  terraform_data "aws_caller_identity" {
    value = account

    computed { account_id = self.value }
  }

  terraform_data "aws_region" {
    value = region

    computed {
      id     = self.value
      name   = self.value
      region = self.value
    }
  }

  terraform_data "aws_partition" {
    value = partition

    computed {
      id        = self.value
      partition = self.value
    }
  }
}
