rule "selection-quota" {
  title    = "Backup selection holds more than the service takes"
  theme    = "selection"
  on       = backup_selection
  require  = length(quota_excesses(self)) == 0
  at       = self
  message  = "${self.label} has ${join(" and ", quota_excesses(self))}"
  severity = "medium"
  basis    = "service"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-20", "S2-43"]
  why      = "Lists that grow with a system reach the quota one day. The deployment fails then, and what was to be added stays without backups."
  fix      = "Choose by tag instead of by ARN, or spread the list over several selections of the plan."
}

function "quota_excesses" {
  parameters = ["selection"]
  result = concat(
    quota_excess(count([for pattern in selection.resources : !is_wildcard(pattern)]), 500, "ARNs"),
    quota_excess(count([for pattern in selection.resources : is_wildcard(pattern)]), 30, "ARNs with wildcards"),
    quota_excess(count([for pattern in selection.not_resources : !is_wildcard(pattern)]), 500, "excluded ARNs"),
    quota_excess(count([for pattern in selection.not_resources : is_wildcard(pattern)]), 30, "excluded ARNs with wildcards"),
    quota_excess(length(selection.tags), 30, "tags"),
    quota_excess(length(selection.conditions), 30, "conditions"),
  )
}

function "quota_excess" {
  parameters = ["amount", "most", "what"]
  result     = amount > most ? ["${amount} ${what}, where ${most} are allowed"] : []
}

# What a reference stands for has no wildcards.
function "is_wildcard" {
  parameters = ["pattern"]
  result     = source_of(pattern) == null && strcontains(pattern, "*")
}
