rule "s3-backup-bucket-tls" {
  title    = "Bucket of backups can be reached without encryption in transit"
  theme    = "encryption"
  on       = s3_bucket
  when     = !self.is_directory && self.holds_backups
  require  = any([for document in self.policies : any([for statement in policy_statements(document) : denies_plain_text(statement)])])
  at       = first(self.policies)
  message  = "${self.label} holds backups or evidence, and no policy of it denies requests without TLS"
  severity = "low"
  controls = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-02"], cis = ["3.10"] }
  supports = { iso27001 = ["A.8.13"], cis = ["11.3"] }
  covers   = ["S1-41", "S2-31", "S2-50"]
  why      = "The service answers plain HTTP as well. A client that is set up wrongly sends backups, and the right to read them, in the clear."
  fix      = "Deny `s3:*` to everybody in the bucket's policy where `aws:SecureTransport` is `false`."
}

function "denies_plain_text" {
  parameters = ["statement"]
  result = (
    statement.effect == "Deny"
    && concerns_everyone(statement)
    && matches_action(statement, "s3:GetObject")
    && any([for condition in given(statement.conditions, []) : lower(condition.key) == "aws:securetransport" && any([for value in condition.values : lower(tostring(value)) == "false"])])
  )
}
