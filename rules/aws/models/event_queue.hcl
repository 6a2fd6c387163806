# A queue that events may be sent to, where its policy lets them in.
type "event_queue" {
  attributes = { name = string, arn = string, region = string, account = string, policies = any }

  every {
    arn     = "arn:${partition}:sqs:${region}:${account}:${chosen_name_from(self, raw.name_prefix)}"
    region  = region
    account = account
  }

  cloudformation "AWS::SQS::Queue" {
    companion "policies" {
      type     = "AWS::SQS::QueuePolicy"
      argument = "Queues"
      keys     = []
    }

    name     = raw.QueueName
    policies = [for companion in policies : companion.PolicyDocument]

    computed {
      Arn       = self.arn
      QueueName = chosen_name(self)
    }
  }

  terraform "aws_sqs_queue" {
    companion "policies" {
      type     = "aws_sqs_queue_policy"
      argument = "queue_url"
      keys     = []
    }

    name     = raw.name
    policies = concat([for companion in policies : companion.policy], raw.policy == null ? [] : [raw.policy])

    computed {
      name = chosen_name_from(self, raw.name_prefix)
      arn  = self.arn
    }
  }
}

link "target_queues" {
  from    = alert_rule
  to      = event_queue
  inverse = "event_rules"
  by      = from.targets
  keys    = [to.arn]
}
