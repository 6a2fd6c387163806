rule "copy-destination-resolves" {
  title         = "Copy action does not name a vault"
  theme         = "copy"
  on            = backup_copy
  when          = is_dangling(self.destination) || self.destination != null
  require       = !is_dangling(self.destination) && (is_some_lookup(self.destination) || is_vault_arn(self.destination) || (self.destination_vault != null && !is_known(self.destination)))
  at            = self.destination
  message = is_dangling(self.destination) ? "the ${self.label} goes to a vault that nothing declares" : "the ${self.label} names \"${describe(self.destination)}\" as its destination, which is no vault: it takes an ARN with a region, an account and `backup-vault:` before the name"
  discriminator = describe(self.destination)
  severity      = "high"
  basis         = "service"
  controls      = { iso27001 = ["A.8.14", "A.8.13"], nist_csf = ["PR.IR-03", "PR.DS-11"], cis = ["11.4"] }
  supports      = { iso27001 = ["A.5.29"] }
  covers        = ["S1-24", "S1-63", "S2-13", "S2-33"]
  why           = "A vault in the same region is named, one elsewhere needs its whole ARN. With anything else the plan is refused or no copy is ever made."
  fix           = "Write `arn:aws:backup:<region>:<account>:backup-vault:<name>`, or refer to the ARN of a vault that is declared here."
}

# Parts that are only known at deployment are taken to be there.
function "is_vault_arn" {
  parameters = ["text"]
  result = (
    glob("arn:*:backup:*:*:backup-vault:?*", text)
    && arn_part(text, "service") == "backup"
    && all([for part in ["region", "account"] : !is_known(arn_part(text, part)) || arn_part(text, part) != ""])
  )
}
