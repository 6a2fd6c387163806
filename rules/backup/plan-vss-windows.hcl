rule "plan-vss-windows" {
  title    = "Plan backs up Windows instances without asking their applications"
  theme    = "schedule"
  on       = backup_plan
  when     = any([for store in self.stores : store.type_name == "ec2_instance" && store.runs_windows])
  require  = self.asks_windows
  at       = self
  see      = { "this instance runs Windows" = [for store in self.stores : store if store.type_name == "ec2_instance" && store.runs_windows] }
  message  = "${self.label} selects ${first([for store in self.stores : store if store.type_name == "ec2_instance" && store.runs_windows]).label}, which runs Windows, and does not turn on its shadow copies: databases in it are caught in the middle of a write"
  severity = "low"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  covers   = ["S1-20", "S1-58"]
  why      = "A snapshot of a running disk is what a power cut leaves. With the shadow copies of Windows, applications write out what they hold first."
  fix      = "Add an advanced setting for the resource type `EC2` with the option `WindowsVSS` set to `enabled`."
}
