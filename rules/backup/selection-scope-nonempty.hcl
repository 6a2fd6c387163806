rule "selection-scope-nonempty" {
  title    = "Backup selection chooses nothing to begin with"
  theme    = "selection"
  on       = backup_selection
  require  = length(self.resources) > 0 || length(self.tags) > 0
  at       = self
  see      = { "this can only narrow a choice" = [for narrowing in concat(self.conditions, self.not_resources) : narrowing] }
  message  = "${self.label} names neither resources nor tags, and the service refuses a selection without them: conditions and exclusions only narrow what they choose"
  severity = "high"
  basis    = "service"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"] }
  covers   = ["S1-20", "S2-43"]
  why      = "Conditions look as if they could choose by tag on their own. Nothing shows the mistake before the deployment fails, and until then nothing is backed up."
  fix      = "Add `Resources: [\"*\"]` (CloudFormation) or `resources = [\"*\"]` (Terraform) and let the conditions narrow it, or choose by `ListOfTags` or `selection_tag`."
}
