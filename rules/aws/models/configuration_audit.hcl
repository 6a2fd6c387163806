# What records configurations, and the rules that judge what is recorded. Audit frameworks see nothing else.
type "configuration_recorder" {
  attributes = {
    name           = string
    region         = string
    account        = string
    records_all    = bool # but for what is left out
    resource_types = list(string)
    left_out       = list(string)
    is_recording   = bool
  }

  every {
    region  = region
    account = account
  }

  cloudformation "AWS::Config::ConfigurationRecorder" {
    name           = raw.Name
    records_all    = records_all(raw.RecordingGroup.RecordingStrategy.UseOnly, given(raw.RecordingGroup.AllSupported, raw.RecordingGroup == null), self.left_out)
    resource_types = given(raw.RecordingGroup.ResourceTypes, [])
    left_out       = given(raw.RecordingGroup.ExclusionByResourceTypes.ResourceTypes, [])
    is_recording   = given(raw.StartedOnCreate, true)

    computed { Ref = given(self.name, chosen_name(self)) }
  }

  # It does nothing until its status says so.
  terraform "aws_config_configuration_recorder" {
    companion "statuses" {
      type     = "aws_config_configuration_recorder_status"
      argument = "name"
      keys     = [given(self.name, "default")]
    }

    name           = raw.name
    records_all    = records_all(blocks(blocks(raw.recording_group)[0].recording_strategy)[0].use_only, given(blocks(raw.recording_group)[0].all_supported, true), self.left_out)
    resource_types = given(blocks(raw.recording_group)[0].resource_types, [])
    left_out       = flatten([for exclusion in blocks(blocks(raw.recording_group)[0].exclusion_by_resource_types) : given(exclusion.resource_types, [])])
    is_recording   = given(first(statuses).is_enabled, false)

    computed {
      id   = given(self.name, "default")
      name = given(self.name, "default")
    }
  }
}

function "records_all" {
  parameters = ["strategy", "all_supported", "left_out"]
  result     = is_blank(strategy) ? all_supported || length(left_out) > 0 : contains(["ALL_SUPPORTED_RESOURCE_TYPES", "EXCLUSION_BY_RESOURCE_TYPES"], strategy)
}

# Judges recorded configurations all the time: one of the service's own rules by its name, or somebody's own.
type "configuration_rule" {
  attributes = {
    name       = string
    region     = string
    account    = string
    source     = string # such as BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK; null for somebody's own
    parameters = any
    types      = list(string)
    everywhere = bool # in all accounts of the organisation
  }

  every {
    region  = region
    account = account
  }

  cloudformation "AWS::Config::ConfigRule" {
    name       = raw.ConfigRuleName
    source     = raw.Source.Owner == "AWS" ? raw.Source.SourceIdentifier : null
    parameters = policy_content(given(raw.InputParameters, {}))
    types      = given(raw.Scope.ComplianceResourceTypes, [])
    everywhere = false

    computed { Ref = chosen_name(self) }
  }
  cloudformation "AWS::Config::OrganizationConfigRule" {
    name       = raw.OrganizationConfigRuleName
    source     = raw.OrganizationManagedRuleMetadata.RuleIdentifier
    parameters = policy_content(given(raw.OrganizationManagedRuleMetadata.InputParameters, {}))
    types      = given(raw.OrganizationManagedRuleMetadata.ResourceTypesScope, [])
    everywhere = true
  }

  terraform "aws_config_config_rule" {
    name       = raw.name
    source     = blocks(raw.source)[0].owner == "AWS" ? blocks(raw.source)[0].source_identifier : null
    parameters = policy_content(given(raw.input_parameters, {}))
    types      = given(blocks(raw.scope)[0].compliance_resource_types, [])
    everywhere = false
  }
  terraform "aws_config_organization_managed_rule" {
    name       = raw.name
    source     = raw.rule_identifier
    parameters = policy_content(given(raw.input_parameters, {}))
    types      = given(raw.resource_types_scope, [])
    everywhere = true
  }
}

# Many such rules, as a template that declares them.
type "conformance_pack" {
  attributes = {
    name       = string
    region     = string
    account    = string
    sources    = any # of its rules
    parameters = map(string)
    bucket     = any
    everywhere = bool
  }

  every {
    region  = region
    account = account
  }

  cloudformation "AWS::Config::ConformancePack" "AWS::Config::OrganizationConformancePack" {
    name       = given(raw.ConformancePackName, raw.OrganizationConformancePackName)
    sources    = rules_of_pack(self, raw.TemplateBody)
    parameters = { for parameter in given(raw.ConformancePackInputParameters, []) : parameter.ParameterName => parameter.ParameterValue }
    bucket     = raw.DeliveryS3Bucket
    everywhere = meta.type == "AWS::Config::OrganizationConformancePack"
  }

  terraform "aws_config_conformance_pack" "aws_config_organization_conformance_pack" {
    name       = raw.name
    sources    = rules_of_pack(self, raw.template_body)
    parameters = { for parameter in blocks(raw.input_parameter) : parameter.parameter_name => parameter.parameter_value }
    bucket     = raw.delivery_s3_bucket
    everywhere = meta.type == "aws_config_organization_conformance_pack"
  }
}

function "rules_of_pack" {
  parameters = ["pack", "body"]
  result = (
    body == null ? unresolved("the template of ${pack.address} is not in this configuration") :
    [for name, resource in yamldecode(body).Resources : resource.Properties.Source.SourceIdentifier if resource.Properties.Source.Owner == "AWS"]
  )
}
