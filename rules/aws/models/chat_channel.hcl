# A channel of a chat. It listens to topics by itself, without a subscription of theirs.
type "chat_channel" {
  attributes = { name = string, kind = string, topics = any }

  cloudformation "AWS::Chatbot::SlackChannelConfiguration" "AWS::Chatbot::MicrosoftTeamsChannelConfiguration" {
    name   = raw.ConfigurationName
    kind   = raw.SlackChannelId == null ? "teams" : "slack"
    topics = given(raw.SnsTopicArns, [])
  }

  terraform "aws_chatbot_slack_channel_configuration" "aws_chatbot_teams_channel_configuration" {
    name   = raw.configuration_name
    kind   = raw.slack_channel_id == null ? "teams" : "slack"
    topics = given(raw.sns_topic_arns, [])
  }
}

link "heard_topics" {
  from    = chat_channel
  to      = alert_topic
  inverse = "chat_channels"
  by      = from.topics
  keys    = [to.arn]
}

# As if it were a subscription that filters nothing.
function "listening" {
  parameters = ["channels"]
  result     = [for channel in channels : { protocol = "chat", endpoint = channel.kind, filter = null, filter_scope = null }]
}
