# Where vaults announce what became of their jobs.
type "alert_topic" {
  attributes = {
    name          = string
    arn           = string
    region        = string
    account       = string
    is_fifo       = bool
    key           = string
    policy        = any
    subscriptions = list(object({ protocol = string, endpoint = string, filter = any, filter_scope = string }))
    tags          = map(string)
  }

  every {
    arn     = "arn:${partition}:sns:${region}:${account}:${chosen_name_from(self, raw.name_prefix)}"
    region  = region
    account = account
  }

  cloudformation "AWS::SNS::Topic" {
    companion "listeners" {
      type     = "AWS::SNS::Subscription"
      argument = "TopicArn"
      keys     = [self.arn]
    }

    name    = raw.TopicName
    is_fifo = given(raw.FifoTopic, false)
    key     = raw.KmsMasterKeyId
    policy  = first([for policy in self.policies : policy.document])
    subscriptions = concat(
      [for listener in raw.Subscription : at(listener, { protocol = listener.Protocol, endpoint = listener.Endpoint, filter = null, filter_scope = null })],
      [for listener in listeners : at(listener, { protocol = listener.Protocol, endpoint = listener.Endpoint, filter = listener.FilterPolicy == null ? null : try(jsondecode(listener.FilterPolicy), listener.FilterPolicy), filter_scope = given(listener.FilterPolicyScope, "MessageAttributes") })],
      listening(self.chat_channels),
    )
    tags = tags_of_pairs(given(raw.Tags, []))

    computed {
      Ref       = self.arn
      TopicArn  = self.arn
      TopicName = chosen_name(self)
    }
  }

  terraform "aws_sns_topic" {
    companion "listeners" {
      type     = "aws_sns_topic_subscription"
      argument = "topic_arn"
      keys     = [self.arn]
    }

    name          = raw.name
    is_fifo       = given(raw.fifo_topic, false)
    key           = raw.kms_master_key_id
    policy        = given(first([for policy in self.policies : policy.document]), raw.policy)
    subscriptions = concat(
      [for listener in listeners : at(listener, { protocol = listener.protocol, endpoint = listener.endpoint, filter = listener.filter_policy == null ? null : jsondecode(listener.filter_policy), filter_scope = given(listener.filter_policy_scope, "MessageAttributes") })],
      listening(self.chat_channels),
    )
    tags          = tags_of_terraform(raw.tags, meta.provider)

    computed {
      id   = self.arn
      name = chosen_name_from(self, raw.name_prefix)
      arn  = self.arn
    }
  }
}

link "topic_key" {
  from    = alert_topic
  to      = kms_key
  inverse = "topics"
  single  = true
  by      = from.key
  keys    = [to.arn, to.key_id]
}

# The key itself, where an alias stands for it.
derive "actual_key" {
  on    = alert_topic
  value = self.topic_key.target_key != null ? self.topic_key.target_key : self.topic_key
}

# One policy may be that of several topics.
type "alert_topic_policy" {
  attributes = { topics = any, document = any }

  cloudformation "AWS::SNS::TopicPolicy" {
    topics   = raw.Topics
    document = raw.PolicyDocument
  }

  terraform "aws_sns_topic_policy" {
    topics   = raw.arn
    document = raw.policy
  }
}

link "governed_topics" {
  from    = alert_topic_policy
  to      = alert_topic
  inverse = "policies"
  by      = from.topics
  keys    = [to.arn]
}

# May the backup service publish there? Without a policy only the topic's owner may.
derive "takes_announcements" {
  on    = alert_topic
  value = !self.is_fifo && lets_publish(self, "backup.")
}

link "alert_topic" {
  from    = family.recovery_store
  to      = alert_topic
  inverse = "announcing_stores"
  single  = true
  by      = from.topic
  keys    = [to.arn]
}

# Somebody hears at once when a job into the vault fails.
derive "announces_failures" {
  on = family.recovery_store
  value = (
    self.topic != null
    && contains(given(self.events, []), "BACKUP_JOB_COMPLETED")
    && (self.alert_topic == null
      ? unresolved("the topic of ${self.address} is not in this configuration")
      : self.alert_topic.takes_announcements && any([for subscription in self.alert_topic.subscriptions : hears_failures(subscription)])
    )
  )
}
