# A rule of the event bus.
type "alert_rule" {
  attributes = { name = string, region = string, account = string, is_enabled = bool, pattern = any, targets = number }

  cloudformation "AWS::Events::Rule" {
    name       = raw.Name
    region     = region
    account    = account
    is_enabled = !startswith(given(raw.State, "ENABLED"), "DISABLED")
    pattern    = try(jsondecode(raw.EventPattern), raw.EventPattern)
    targets    = length(given(raw.Targets, []))

    computed { Ref = self.name }
  }

  terraform "aws_cloudwatch_event_rule" {
    companion "recipients" {
      type     = "aws_cloudwatch_event_target"
      argument = "rule"
      keys     = [self.name]
    }

    name       = raw.name
    region     = region
    account    = account
    is_enabled = raw.state == null ? given(raw.is_enabled, true) : raw.state != "DISABLED"
    pattern    = raw.event_pattern == null ? null : jsondecode(raw.event_pattern)
    targets    = length(recipients)

    computed {
      id   = self.name
      name = self.name
    }
  }
}

# It passes on that a backup job failed. What a pattern does not mention may be anything.
derive "tells_of_failures" {
  on = alert_rule
  value = (
    self.is_enabled
    && self.targets > 0
    && contains(given(self.pattern.source, []), "aws.backup")
    && (self.pattern["detail-type"] == null || contains(self.pattern["detail-type"], "Backup Job State Change"))
    && (self.pattern.detail.state == null || contains(self.pattern.detail.state, "FAILED"))
  )
}
