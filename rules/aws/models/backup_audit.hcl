# What a framework checks all the time, by the names that the service gives its controls.
type "audit_framework" {
  attributes = {
    name     = string
    arn      = string
    region   = string
    account  = string
    controls = list(object({ name = string, parameters = map(string), types = list(string), ids = list(string), tags = any }))
    tags     = map(string)
  }

  every {
    arn     = "arn:${partition}:backup:${region}:${account}:framework:${chosen_id(self)}"
    region  = region
    account = account
  }

  cloudformation "AWS::Backup::Framework" {
    name = raw.FrameworkName
    controls = [
      for control in given(raw.FrameworkControls, []) : {
        name       = control.ControlName
        parameters = { for parameter in given(control.ControlInputParameters, []) : parameter.ParameterName => parameter.ParameterValue }
        types      = control.ControlScope.ComplianceResourceTypes
        ids        = control.ControlScope.ComplianceResourceIds
        tags       = tags_of_pairs(given(control.ControlScope.Tags, []))
      }
    ]
    tags = tags_of_pairs(given(raw.FrameworkTags, []))

    computed {
      Ref          = self.arn
      FrameworkArn = self.arn
    }
  }

  terraform "aws_backup_framework" {
    name = raw.name
    controls = [
      for control in blocks(raw.control) : {
        name       = control.name
        parameters = { for parameter in blocks(control.input_parameter) : parameter.name => parameter.value }
        types      = blocks(control.scope)[0].compliance_resource_types
        ids        = blocks(control.scope)[0].compliance_resource_ids
        tags       = given(blocks(control.scope)[0].tags, {})
      }
    ]
    tags = tags_of_terraform(raw.tags, meta.provider)

    computed {
      id  = self.name
      arn = self.arn
    }
  }
}

# Reports about jobs, or about what frameworks found, that are delivered to a bucket.
type "report_plan" {
  attributes = {
    name       = string
    arn        = string
    region     = string
    account    = string
    bucket     = any
    prefix     = string
    formats    = list(string)
    template   = string
    frameworks = any
    accounts   = list(string)
    units      = list(string) # of the organisation
    regions    = list(string)
  }

  every {
    arn     = "arn:${partition}:backup:${region}:${account}:report-plan:${chosen_id(self)}"
    region  = region
    account = account
  }

  cloudformation "AWS::Backup::ReportPlan" {
    name       = raw.ReportPlanName
    bucket     = raw.ReportDeliveryChannel.S3BucketName
    prefix     = raw.ReportDeliveryChannel.S3KeyPrefix
    formats    = given(raw.ReportDeliveryChannel.Formats, [])
    template   = raw.ReportSetting.ReportTemplate
    frameworks = given(raw.ReportSetting.FrameworkArns, [])
    accounts   = given(raw.ReportSetting.Accounts, [])
    units      = given(raw.ReportSetting.OrganizationUnits, [])
    regions    = given(raw.ReportSetting.Regions, [])

    computed {
      Ref           = self.arn
      ReportPlanArn = self.arn
    }
  }

  terraform "aws_backup_report_plan" {
    name       = raw.name
    bucket     = blocks(raw.report_delivery_channel)[0].s3_bucket_name
    prefix     = blocks(raw.report_delivery_channel)[0].s3_key_prefix
    formats    = given(blocks(raw.report_delivery_channel)[0].formats, [])
    template   = blocks(raw.report_setting)[0].report_template
    frameworks = given(blocks(raw.report_setting)[0].framework_arns, [])
    accounts   = given(blocks(raw.report_setting)[0].accounts, [])
    units      = given(blocks(raw.report_setting)[0].organization_units, [])
    regions    = given(blocks(raw.report_setting)[0].regions, [])

    computed {
      id  = self.name
      arn = self.arn
    }
  }
}

link "delivered_to" {
  from    = report_plan
  to      = s3_bucket
  inverse = "report_plans"
  single  = true
  by      = from.bucket
  keys    = [to.name]
}

link "reported_frameworks" {
  from    = report_plan
  to      = audit_framework
  inverse = "report_plans"
  by      = from.frameworks
  keys    = [to.arn]
}
