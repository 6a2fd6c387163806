rule "copy-circular" {
  title         = "Copy returns to where it came from"
  theme         = "copy"
  on            = backup_copy
  when          = self.destination != null
  require       = !is_same_vault(self) && length(copies_back(self)) == 0
  at            = self.destination
  see           = { "and copies come back by this action" = first(copies_back(self)).destination }
  message = (is_same_vault(self)
    ? "the ${self.label} goes to the vault in which the rule puts its recovery points: there is nothing more than before"
    : "the ${self.label} goes to ${self.destination_vault.label}, whose own recovery points are copied to ${self.rule.vault.label}: in one region the two hold each other's copies, and neither is safer"
  )
  discriminator = describe(self.destination)
  severity      = "high"
  level         = is_same_vault(self) ? "high" : "low"
  controls      = { iso27001 = ["A.8.14", "A.8.13"], nist_csf = ["PR.IR-03", "PR.DS-11"], cis = ["11.4"] }
  supports      = { iso27001 = ["A.5.29"] }
  covers        = ["S1-24", "S1-43", "S2-13", "S2-34"]
  why           = "A copy has worth when it lies where the original does not: in another region, another account, at least behind another lock."
  fix           = "Copy to a vault in another region or account that nothing copies back from."
}

# Two vaults that are declared are two, even where name and place look alike: then the accounts differ.
function "is_same_vault" {
  parameters = ["copy"]
  result = (
    copy.destination_region == copy.region
    && copy.destination_account == copy.account
    && (copy.destination_vault != null && copy.rule.vault != null
      ? copy.destination_vault == copy.rule.vault
      : arn_part(copy.destination, "resource") == "backup-vault:${copy.rule.vault_name}"
    )
  )
}

# Two regions that hold each other's copies are a common and sound arrangement.
function "copies_back" {
  parameters = ["copy"]
  result = copy.destination_region != copy.region || copy.destination_account != copy.account || copy.rule.vault == null ? [] : flatten([
    for rule in given(copy.destination_vault.filled_by, []) : [for back in rule.copies : back if back.destination_vault.address == copy.rule.vault.address]
  ])
}
