# A rule of the event bus.
type "alert_rule" {
  attributes = { name = string, arn = string, region = string, account = string, bus = any, is_enabled = bool, pattern = any, targets = list(string) }

  every {
    region  = region
    account = account
    arn     = "arn:${partition}:events:${region}:${account}:rule/${chosen_name_from(self, raw.name_prefix)}"
  }

  cloudformation "AWS::Events::Rule" {
    name       = raw.Name
    bus        = given(raw.EventBusName, "default")
    is_enabled = !startswith(given(raw.State, "ENABLED"), "DISABLED")
    pattern    = try(jsondecode(raw.EventPattern), raw.EventPattern)
    targets    = [for target in given(raw.Targets, []) : target.Arn]

    computed {
      Ref = chosen_name(self)
      Arn = self.arn
    }
  }

  terraform "aws_cloudwatch_event_rule" {
    companion "recipients" {
      type     = "aws_cloudwatch_event_target"
      argument = "rule"
      keys     = [self.name]
    }

    name       = raw.name
    bus        = given(raw.event_bus_name, "default")
    is_enabled = raw.state == null ? given(raw.is_enabled, true) : raw.state != "DISABLED"
    pattern    = raw.event_pattern == null ? null : jsondecode(raw.event_pattern)
    targets    = [for recipient in recipients : recipient.arn]

    computed {
      id   = chosen_name_from(self, raw.name_prefix)
      name = chosen_name_from(self, raw.name_prefix)
      arn  = self.arn
    }
  }
}

# It passes on that a backup job failed. What a pattern does not mention may be anything, but such events have no status.
derive "tells_of_failures" {
  on = alert_rule
  value = (
    self.is_enabled
    && self.pattern != null
    && accepts(self.pattern.source, "aws.backup")
    && accepts(self.pattern["detail-type"], "Backup Job State Change")
    && accepts(self.pattern.detail.state, "FAILED")
    && self.pattern.detail.status == null
    && (length([for name in keys(given(self.pattern.detail, {})) : name if name != "state"]) == 0 || unresolved("${self.address} tells only of some jobs"))
    && self.reaches_somebody
  )
}

link "target_topics" {
  from    = alert_rule
  to      = alert_topic
  inverse = "event_rules"
  by      = from.targets
  keys    = [to.arn]
}
