# Keeps recovery points beyond their retention until somebody releases it.
type "legal_hold" {
  attributes = { name = string, region = string, account = string, vaults = any, resources = any, from = string, until = string, tags = map(string) }

  cloudformation "AWS::Backup::LegalHold" {
    name      = raw.Title
    region    = region
    account   = account
    vaults    = given(raw.RecoveryPointSelection.VaultNames, [])
    resources = given(raw.RecoveryPointSelection.ResourceIdentifiers, [])
    from      = raw.RecoveryPointSelection.DateRange.FromDate
    until     = raw.RecoveryPointSelection.DateRange.ToDate
    tags      = tags_of_pairs(given(raw.Tags, []))
  }
}

link "held_vaults" {
  from    = legal_hold
  to      = family.recovery_store
  inverse = "legal_holds"
  by      = from.vaults
  keys    = [to.name]
}

link "held_stores" {
  from    = legal_hold
  to      = family.data_store
  inverse = "legal_holds"
  by      = from.resources
  keys    = [to.arn]
}
