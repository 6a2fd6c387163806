rule "retention-shortened-by-change" {
  title         = "Change shortens how long backups are kept"
  theme         = "retention"
  on            = retention
  when          = self.before != null && self.after != null
  require       = self.after.days >= self.before.days
  at            = is_known(self.days) && self.days == self.after.days ? self.days : self.after.days
  message       = "${self.label} is about to keep ${self.before.what} ${self.after.days == 0 ? "no longer" : "for ${duration(self.after.days * 1440)}"}; until now it is ${self.before.days == infinity ? "for ever" : duration(self.before.days * 1440)}"
  discriminator = self.part
  severity      = "high"
  controls      = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.2", "3.4"] }
  supports      = { iso27001 = ["A.8.10", "A.8.32"], nist_csf = ["ID.AM-08"] }
  covers        = ["S1-18", "S1-77", "S2-14"]
  why           = "A shorter retention deletes at the next run what the longer one would have kept, and no later change brings it back. In a plan this is one line among many."
  fix           = "Keep the old retention, or say why the shorter one is enough where the change is reviewed."
}
