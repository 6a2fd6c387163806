rule "retention-cold-ebs-archive" {
  title         = "Volume snapshots are archived too often or not at all"
  theme         = "retention"
  on            = backup_rule
  when          = self.lifecycle.cold_after != null && any([for item in self.selected : is_volume(item.arn)])
  require       = self.lifecycle.archives && (self.gap_minutes == null || self.gap_minutes >= 28 * 1440)
  at            = self.lifecycle.cold_after
  see           = { "it runs this often" = self.schedule }
  message = (self.lifecycle.archives
    ? "${self.label} archives a full snapshot of every volume each ${duration(self.gap_minutes)}; the archive is meant for runs at least 28 days apart"
    : "${self.label} moves recovery points to cold storage but does not opt in to the archive, so snapshots of volumes stay where they are"
  )
  discriminator = self.name
  severity      = "low"
  controls      = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.2", "3.4"] }
  supports      = { iso27001 = ["A.8.10"], nist_csf = ["ID.AM-08"] }
  covers        = ["S1-18", "S2-41"]
  why           = "An archived snapshot is a full copy that takes days to come back. That pays for monthly backups, not for daily ones; and without the opt-in nothing is archived."
  fix           = "Set `OptInToArchiveForSupportedResources` (`opt_in_to_archive_for_supported_resources`) on a rule that runs monthly, or leave the move out."
}
