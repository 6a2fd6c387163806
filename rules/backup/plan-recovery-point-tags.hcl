rule "plan-recovery-point-tags" {
  title         = "Recovery points do not say which tier they belong to"
  theme         = "schedule"
  on            = backup_rule
  require       = any([for key in policy.tier_tags : tag_of(self.recovery_point_tags, key) != null])
  at            = self.recovery_point_tags
  message       = "${self.label} tags its recovery points with none of ${join(", ", policy.tier_tags)}: restore tests and reports cannot tell critical ones from others"
  discriminator = self.name
  severity      = "info"
  basis         = "convention"
  controls      = { iso27001 = ["A.5.12"], nist_csf = ["ID.AM-05"] }
  supports      = { iso27001 = ["A.5.30"] }
  covers        = ["S2-01", "S2-42"]
  why           = "Restore testing selects recovery points, and reports group them, by the tags of the recovery points themselves."
  fix           = "Add the tier to the tags that the rule gives its recovery points."
}
