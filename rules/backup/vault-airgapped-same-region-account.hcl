rule "vault-airgapped-same-region-account" {
  title    = "Air-gapped target is in another region or account"
  theme    = "vault"
  on       = backup_rule
  when     = !is_blank(self.air_gapped_arn)
  require  = air_gapped_place(self, "region") == self.region && air_gapped_place(self, "account") == self.account
  at       = self.air_gapped_arn
  see      = { "the target is declared here" = self.air_gapped_vault }
  message  = "the ${self.label} runs in ${describe(self.region)} of account ${describe(self.account)}, but its air-gapped target is in ${describe(air_gapped_place(self, "region"))} of account ${describe(air_gapped_place(self, "account"))}; the service takes only a target beside the plan"
  severity = "high"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.4"] }
  supports = { iso27001 = ["A.5.3"], nist_csf = ["PR.IR-01"], cis = ["3.12"] }
  covers   = ["S1-45", "S2-10"]
  why      = "A rule writes directly into an air-gapped vault only in its own account and region. With any other target the isolated recovery points are never made."
  fix      = "Name an air-gapped vault in the account and region of the plan, and reach the other one by a copy action."
}

# A vault in this configuration knows its place better than its ARN does.
function "air_gapped_place" {
  parameters = ["rule", "part"]
  result = (
    rule.air_gapped_vault == null ? arn_part(rule.air_gapped_arn, part) :
    part == "region" ? rule.air_gapped_vault.region : rule.air_gapped_vault.account
  )
}
