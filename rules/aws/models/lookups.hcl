# Data sources that say where Terraform runs, and those that take names apart.
type "environment_lookup" {
  terraform_data "aws_caller_identity" {
    computed {
      account_id = account
      id         = account
    }
  }
  terraform_data "aws_region" {
    computed {
      name   = given(raw.name, raw.region, region)
      id     = given(raw.name, raw.region, region)
      region = given(raw.name, raw.region, region)
    }
  }
  terraform_data "aws_partition" {
    computed {
      partition = partition
      id        = partition
    }
  }
  terraform_data "aws_arn" {
    computed {
      id        = raw.arn
      partition = arn_part(raw.arn, "partition")
      service   = arn_part(raw.arn, "service")
      region    = arn_part(raw.arn, "region")
      account   = arn_part(raw.arn, "account")
      resource  = arn_part(raw.arn, "resource")
    }
  }
  terraform_data "aws_backup_vault" {
    computed {
      id  = raw.name
      arn = "arn:${partition}:backup:${region}:${account}:backup-vault:${raw.name}"
    }
  }
  terraform_data "aws_s3_bucket" {
    computed {
      id  = raw.bucket
      arn = "arn:${partition}:s3:::${raw.bucket}"
    }
  }
  terraform_data "aws_sns_topic" {
    computed {
      id  = "arn:${partition}:sns:${region}:${account}:${raw.name}"
      arn = "arn:${partition}:sns:${region}:${account}:${raw.name}"
    }
  }
  terraform_data "aws_sqs_queue" {
    computed { arn = "arn:${partition}:sqs:${region}:${account}:${raw.name}" }
  }
  terraform_data "aws_cloudwatch_log_group" {
    computed {
      id  = raw.name
      arn = "arn:${partition}:logs:${region}:${account}:log-group:${raw.name}"
    }
  }
}
