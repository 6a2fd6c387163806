# What a skill for backup and recovery operations demands: four tiers of impact, duties, prohibitions and its examples. The
# columns are those of the other register.
register "S2" {
  name = "Backup and recovery operations"
  requirements = {
    "S2-01" = { proof = "static", label = "Protection level follows business impact (classification drives RTO/RPO)", controls = { iso27001 = ["A.5.12", "A.5.30"], nist_csf = ["ID.AM-05"], cis = ["3.7"] } }
    "S2-02" = { proof = "derived", evidence = true, label = "Recovery capability is provable to an auditor", controls = { iso27001 = ["A.5.36"], nist_csf = ["GV.OV-03"], cis = ["11.1"] } }
    "S2-03" = { proof = "static", label = "Frequency matches the tier (umbrella)", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11", "ID.AM-05"], cis = ["11.2"] } }
    "S2-04" = { proof = "static", label = "Critical: continuous replication or at most 15 min; RPO < 15 min", controls = { iso27001 = ["A.8.13", "A.8.14"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S2-05" = { proof = "proxy", label = "Critical: RTO < 1 h", controls = { iso27001 = ["A.5.30"], nist_csf = ["PR.IR-03", "RC.RP-02"], cis = ["11.1"] } }
    "S2-06" = { proof = "static", label = "High: hourly or at most 4 h; RPO 1-4 h", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S2-07" = { proof = "proxy", label = "High: RTO 1-4 h", controls = { iso27001 = ["A.5.30"], nist_csf = ["PR.IR-03"], cis = ["11.1"] } }
    "S2-08" = { proof = "static", label = "Medium: daily; RPO and RTO 4-24 h", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S2-09" = { proof = "static", label = "Standard: weekly; RPO and RTO > 24 h", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S2-10" = { proof = "static", label = "Backups use immutable storage (umbrella)", controls = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.3"] } }
    "S2-11" = { proof = "static", label = "S3 Object Lock in compliance mode", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.3"] } }
    "S2-12" = { proof = "static", label = "Backup Vault Lock for regulated data", controls = { iso27001 = ["A.8.13", "A.5.31"], nist_csf = ["PR.DS-11"], cis = ["11.3"] } }
    "S2-13" = { proof = "static", label = "Cross-region replication for DR", controls = { iso27001 = ["A.8.14"], nist_csf = ["PR.IR-03"], cis = ["11.4"] } }
    "S2-14" = { proof = "static", evidence = true, label = "Retention follows regulation", controls = { iso27001 = ["A.5.31", "A.5.33"], nist_csf = ["GV.OC-03"], cis = ["3.4"] } }
    "S2-15" = { proof = "proxy", label = "Recovery procedures are tested (umbrella)", controls = { iso27001 = ["A.8.13"], nist_csf = ["ID.IM-02", "PR.DS-11"], cis = ["11.5"] } }
    "S2-16" = { proof = "proxy", evidence = true, label = "Critical: monthly, 100 % RTO/RPO compliance", controls = { iso27001 = ["A.8.13"], nist_csf = ["ID.IM-02"], cis = ["11.5"] } }
    "S2-17" = { proof = "proxy", evidence = true, label = "High: quarterly, 95 %", controls = { iso27001 = ["A.8.13"], nist_csf = ["ID.IM-02"], cis = ["11.5"] } }
    "S2-18" = { proof = "proxy", evidence = true, label = "Medium: semi-annual, 90 %", controls = { iso27001 = ["A.8.13"], nist_csf = ["ID.IM-02"], cis = ["11.5"] } }
    "S2-19" = { proof = "manual", label = "Results documented audit-ready", controls = { iso27001 = ["A.5.28"], nist_csf = ["ID.IM-02"], cis = ["11.5"] } }
    "S2-20" = { proof = "static", label = "Backup operations monitored in real time", controls = { iso27001 = ["A.8.16"], nist_csf = ["DE.CM-09"], cis = ["8.11"] } }
    "S2-21" = { proof = "static", label = "Critical: immediate alert on failure", controls = { iso27001 = ["A.8.16"], nist_csf = ["DE.CM-09", "DE.AE-06"], cis = ["13.1"] } }
    "S2-22" = { proof = "static", label = "High: alert within 15 min", controls = { iso27001 = ["A.8.16"], nist_csf = ["DE.CM-09"], cis = ["13.1"] } }
    "S2-23" = { proof = "static", label = "Medium: alert within 1 h", controls = { iso27001 = ["A.8.16"], nist_csf = ["DE.CM-09"], cis = ["13.1"] } }
    "S2-24" = { proof = "proxy", evidence = true, label = "Success rate tracked, target 99.9 %", controls = { iso27001 = ["A.8.16"], nist_csf = ["GV.OV-03"], cis = ["11.2"] } }
    "S2-25" = { proof = "proxy", label = "Must not rely on untested procedures", controls = { iso27001 = ["A.8.13"], nist_csf = ["ID.IM-02"], cis = ["11.5"] } }
    "S2-26" = { proof = "proxy", label = "No assumed recoverability without validation", controls = { iso27001 = ["A.8.13"], nist_csf = ["RC.RP-03"], cis = ["11.5"] } }
    "S2-27" = { proof = "manual", label = "Tests not skipped for convenience", controls = { iso27001 = ["A.5.36"], nist_csf = ["ID.RA-07"], cis = ["11.5"] } }
    "S2-28" = { proof = "proxy", label = "No untested backup configuration in production", controls = { iso27001 = ["A.8.29", "A.8.32"], nist_csf = ["PR.DS-11"], cis = ["11.5"] } }
    "S2-29" = { proof = "static", label = "Sensitive data never backed up unencrypted", controls = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["3.11", "11.3"] } }
    "S2-30" = { proof = "static", label = "No plaintext backup of PII, financial, health data", controls = { iso27001 = ["A.5.34", "A.8.24"], nist_csf = ["PR.DS-01"], cis = ["3.11"] } }
    "S2-31" = { proof = "static", label = "No unencrypted cross-region replication", controls = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01", "PR.DS-02"], cis = ["3.10", "11.3"] } }
    "S2-32" = { proof = "static", label = "No backup storage without access control", controls = { iso27001 = ["A.8.3", "A.5.15"], nist_csf = ["PR.AA-05"], cis = ["3.3", "11.3"] } }
    "S2-33" = { proof = "static", label = "Critical systems not single-region", controls = { iso27001 = ["A.8.14"], nist_csf = ["PR.IR-03"], cis = ["11.4"] } }
    "S2-34" = { proof = "static", label = "No single point of failure for mission-critical data", controls = { iso27001 = ["A.8.14"], nist_csf = ["PR.IR-03"], cis = ["11.4"] } }
    "S2-35" = { proof = "static", label = "Backups not in the primary's availability zone", controls = { iso27001 = ["A.8.14"], nist_csf = ["PR.DS-11"], cis = ["11.4"] } }
    "S2-36" = { proof = "static", label = "Geographic diversity for DR", controls = { iso27001 = ["A.8.14"], nist_csf = ["PR.IR-03"], cis = ["11.4"] } }
    "S2-37" = { proof = "static", label = "Example: vault has its own customer key", controls = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["11.3"] } }
    "S2-38" = { proof = "static", label = "Example: lock window 90-3650 days, immediate", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.3"] } }
    "S2-39" = { proof = "static", label = "Example: vault notifies a topic on failures of backup, restore, copy", controls = { iso27001 = ["A.8.16"], nist_csf = ["DE.CM-09"], cis = ["13.1"] } }
    "S2-40" = { proof = "static", label = "Example: short-term rule + copy in a second region", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2", "11.4"] } }
    "S2-41" = { proof = "static", label = "Example: long-term rule daily, 365 days", controls = { iso27001 = ["A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S2-42" = { proof = "static", label = "Example: recovery points tagged with impact, RTO, RPO", controls = { iso27001 = ["A.5.13"], nist_csf = ["ID.AM-05"], cis = ["3.7"] } }
    "S2-43" = { proof = "static", label = "Example: selection by ARN and two tag conditions", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S2-44" = { proof = "static", label = "Example: dedicated backup service role", controls = { iso27001 = ["A.8.2"], nist_csf = ["PR.AA-05"], cis = ["6.8"] } }
    "S2-45" = { proof = "proxy", label = "Example: alerts by mail plus function posting to chat", controls = { iso27001 = ["A.8.16"], nist_csf = ["DE.AE-06"], cis = ["13.1"] } }
    "S2-46" = { proof = "none", label = "Example: webhook secret taken from a secret store", controls = { iso27001 = ["A.5.17"], nist_csf = ["PR.AA-01"], cis = ["3.11"] } }
    "S2-47" = { proof = "proxy", label = "Example: monthly scripted PITR test (verify on, restore to 5 min ago under a new name, wait, compare, measure, clean up, report)", controls = { iso27001 = ["A.8.13"], nist_csf = ["ID.IM-02", "RC.RP-03"], cis = ["11.5"] } }
    "S2-48" = { proof = "manual", label = "Example: integrity check = item counts within 10", controls = { iso27001 = ["A.8.13"], nist_csf = ["RC.RP-05"], cis = ["11.5"] } }
    "S2-49" = { proof = "none", label = "Example: targets 3600 s RTO, 900 s RPO", controls = { iso27001 = ["A.5.30"], nist_csf = ["ID.AM-05"], cis = ["11.5"] } }
    "S2-50" = { proof = "static", label = "Example: results uploaded to an audit bucket, dated keys", controls = { iso27001 = ["A.5.28", "A.5.33"], nist_csf = ["ID.IM-02"], cis = ["11.5", "8.10"] } }
    "S2-51" = { proof = "static", label = "Example: document bucket versioned", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S2-52" = { proof = "static", label = "Example: object lock COMPLIANCE 2555 days (7 years)", controls = { iso27001 = ["A.5.33", "A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.3", "3.4"] } }
    "S2-53" = { proof = "static", label = "Example: tiering at 30/90 days; old versions expire at 365", controls = { iso27001 = ["A.8.10"], nist_csf = ["PR.DS-11"], cis = ["3.4"] } }
    "S2-54" = { proof = "static", label = "Example: default encryption with customer key, bucket key", controls = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["3.11"] } }
    "S2-55" = { proof = "static", label = "Example: replication with 15-minute time control and metrics", controls = { iso27001 = ["A.8.14"], nist_csf = ["PR.IR-03"], cis = ["11.4"] } }
    "S2-56" = { proof = "static", label = "Example: delete markers replicated", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.4"] } }
    "S2-57" = { proof = "static", label = "Example: all four public-access blocks", controls = { iso27001 = ["A.8.3"], nist_csf = ["PR.AA-05"], cis = ["3.3"] } }
    "S2-58" = { proof = "static", label = "Example: access logging", controls = { iso27001 = ["A.8.15"], nist_csf = ["PR.PS-04"], cis = ["3.14", "8.2"] } }
    "S2-59" = { proof = "static", label = "Example: impact/RTO/RPO/compliance tags on the bucket", controls = { iso27001 = ["A.5.13"], nist_csf = ["ID.AM-05"], cis = ["3.7"] } }
    "S2-60" = { proof = "none", label = "Claims ISO A.8.13, A.8.14, A.17.1; CSF PR.IP-4, RC.RP-1, PR.DS-1; CIS 11.1-11.4" }
    "S2-61" = { proof = "static", label = "Takeaway: recovery evidence kept in immutable storage", controls = { iso27001 = ["A.5.33"], nist_csf = ["PR.DS-11"], cis = ["8.10"] } }
    "S2-62" = { proof = "proxy", label = "Takeaway: failures alert at once and trigger an automated response", controls = { iso27001 = ["A.8.16", "A.5.26"], nist_csf = ["DE.AE-06", "RS.MA-01"], cis = ["13.1", "17.4"] } }
  }
}
