# Announces what becomes of databases and of their backups.
type "database_events" {
  attributes = { region = string, account = string, is_enabled = bool, source_type = string, source_ids = any, categories = list(string), topic = any }

  every {
    region  = region
    account = account
  }

  cloudformation "AWS::RDS::EventSubscription" {
    is_enabled  = given(raw.Enabled, true)
    source_type = raw.SourceType
    source_ids  = given(raw.SourceIds, [])
    categories  = given(raw.EventCategories, [])
    topic       = raw.SnsTopicArn
  }

  terraform "aws_db_event_subscription" {
    is_enabled  = given(raw.enabled, true)
    source_type = raw.source_type
    source_ids  = given(raw.source_ids, [])
    categories  = given(raw.event_categories, [])
    topic       = raw.sns_topic
  }
}

link "events_topic" {
  from    = database_events
  to      = alert_topic
  inverse = "database_events"
  single  = true
  by      = from.topic
  keys    = [to.arn]
}

# Without categories everything is announced.
function "announces" {
  parameters = ["subscription", "category"]
  result     = subscription.is_enabled && (length(subscription.categories) == 0 || contains(subscription.categories, category))
}
