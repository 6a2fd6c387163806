rule "suppression-without-reason" {
  title    = "Suppression gives no reason"
  theme    = "suppression"
  on       = suppression
  severity = "medium"
  basis    = "service"
  why      = <<-EOT
    A finding that is accepted is a decision about data that may be lost. Who reads the code later, or audits it, must
    learn why it was taken; without a reason it has no effect.
  EOT
  fix      = "Add `reason=\"…\"`, and if the decision is for a time `owner=\"…\"` and `expires=YEAR-MONTH-DAY`."
}
