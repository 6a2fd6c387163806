# What a process document on backup and recovery demands, a row for each sentence that imposes something, in our words.
# `proof` says how it can be shown: from the sources alone (static), from the sources as far as a mechanism goes (proxy), from
# a report of this program (derived), by people only (manual), or not at all, as nothing is demanded (none). `evidence` asks for
# people's word in addition.
register "S1" {
  name = "Backup and recovery process"
  requirements = {
    "S1-01" = { proof = "manual", label = "Process document reviewed yearly", controls = { iso27001 = ["A.5.37"], nist_csf = ["GV.PO-02"], cis = ["11.1"] } }
    "S1-02" = { proof = "manual", label = "Infrastructure team configures and monitors backups, performs restores", controls = { iso27001 = ["A.5.2", "A.5.3"], nist_csf = ["GV.RR-02"], cis = ["11.1"] } }
    "S1-03" = { proof = "proxy", label = "Engineering team identifies critical data and applications", controls = { iso27001 = ["A.5.9", "A.5.12"], nist_csf = ["ID.AM-05"], cis = ["3.2", "3.7"] } }
    "S1-04" = { proof = "static", label = "Security team ensures backups are encrypted and access-controlled", controls = { iso27001 = ["A.8.24", "A.8.3"], nist_csf = ["PR.DS-01"], cis = ["11.3"] } }
    "S1-05" = { proof = "static", label = "Prerequisite: a backup solution is configured", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S1-06" = { proof = "proxy", label = "Prerequisite: critical data and systems identified", controls = { iso27001 = ["A.5.9", "A.5.12"], nist_csf = ["ID.AM-05", "ID.AM-07"], cis = ["3.2"] } }
    "S1-07" = { proof = "static", label = "Prerequisite: RTO and RPO defined", controls = { iso27001 = ["A.5.30"], nist_csf = ["GV.OC-04", "ID.AM-05"], cis = ["11.1"] } }
    "S1-08" = { proof = "proxy", label = "All critical data and systems needing backup identified", controls = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"], cis = ["3.2"] } }
    "S1-09" = { proof = "static", label = "Scope includes production databases (RDS, DynamoDB)", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S1-10" = { proof = "static", label = "Scope includes object storage with customer data", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S1-11" = { proof = "manual", label = "Scope includes configuration and infrastructure code (Git)", controls = { iso27001 = ["A.8.13", "A.8.4"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S1-12" = { proof = "static", label = "Scope includes logs and audit trails", controls = { iso27001 = ["A.8.15"], nist_csf = ["PR.PS-04"], cis = ["8.3", "8.10"] } }
    "S1-13" = { proof = "proxy", label = "Scope includes encryption keys and secrets", controls = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["11.3"] } }
    "S1-14" = { proof = "manual", label = "Scope includes documentation and runbooks", controls = { iso27001 = ["A.5.37"], nist_csf = ["ID.IM-04"], cis = ["11.1"] } }
    "S1-15" = { proof = "static", label = "RPO 24 h for databases", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S1-16" = { proof = "static", label = "RPO 1 h for critical transaction data", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S1-17" = { proof = "proxy", evidence = true, label = "RTO 4 h", controls = { iso27001 = ["A.5.30"], nist_csf = ["PR.IR-03", "RC.RP-02"], cis = ["11.1", "11.5"] } }
    "S1-18" = { proof = "static", label = "Retention 30 days", controls = { iso27001 = ["A.8.13", "A.8.10"], nist_csf = ["PR.DS-11"], cis = ["11.2", "3.4"] } }
    "S1-19" = { proof = "manual", label = "Scope reviewed annually", controls = { iso27001 = ["A.5.35"], nist_csf = ["ID.IM-01"], cis = ["11.1"] } }
    "S1-20" = { proof = "static", label = "Automated backups for all critical systems", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S1-21" = { proof = "static", label = "RDS: automated daily snapshots", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S1-22" = { proof = "static", label = "RDS: kept 30 days", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S1-23" = { proof = "static", label = "RDS: transaction logs kept for PITR", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S1-24" = { proof = "static", label = "RDS: snapshots copied to a second region", controls = { iso27001 = ["A.8.13", "A.8.14"], nist_csf = ["PR.DS-11", "PR.IR-03"], cis = ["11.4"] } }
    "S1-25" = { proof = "static", label = "S3: versioning on all buckets with critical data", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S1-26" = { proof = "static", label = "S3: deleted objects retained 30 days by lifecycle", controls = { iso27001 = ["A.8.13", "A.8.10"], nist_csf = ["PR.DS-11"], cis = ["3.4", "11.2"] } }
    "S1-27" = { proof = "static", label = "S3: cross-region replication", controls = { iso27001 = ["A.8.14"], nist_csf = ["PR.IR-03"], cis = ["11.4"] } }
    "S1-28" = { proof = "manual", label = "Git repositories backed up automatically", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S1-29" = { proof = "derived", label = "Configuration-management code is versioned", controls = { iso27001 = ["A.8.9", "A.8.32"], nist_csf = ["PR.PS-01"], cis = ["4.1"] } }
    "S1-30" = { proof = "proxy", label = "Secrets and keys rely on the cloud service's own durability", controls = { iso27001 = ["A.5.23"], nist_csf = ["PR.DS-01"], cis = ["11.3"] } }
    "S1-31" = { proof = "proxy", label = "Configuration monitored continuously", controls = { iso27001 = ["A.8.9", "A.8.16"], nist_csf = ["PR.PS-01"], cis = ["4.1"] } }
    "S1-32" = { proof = "static", label = "Backup jobs monitored, failures alert", controls = { iso27001 = ["A.8.16"], nist_csf = ["DE.CM-09"], cis = ["8.11"] } }
    "S1-33" = { proof = "manual", label = "Backup dashboard reviewed daily", controls = { iso27001 = ["A.8.16"], nist_csf = ["DE.CM-09"], cis = ["8.11"] } }
    "S1-34" = { proof = "static", label = "Automated alerts to chat and pager", controls = { iso27001 = ["A.8.16"], nist_csf = ["DE.CM-09", "DE.AE-06"], cis = ["13.1"] } }
    "S1-35" = { proof = "proxy", label = "Weekly compliance report over all systems", controls = { iso27001 = ["A.5.36"], nist_csf = ["ID.IM-03"], cis = ["11.1"] } }
    "S1-36" = { proof = "manual", label = "Failed backups investigated within 2 h", controls = { iso27001 = ["A.5.26"], nist_csf = ["RS.MA-02"], cis = ["17.4"] } }
    "S1-37" = { proof = "manual", label = "Failed job retried", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S1-38" = { proof = "manual", label = "Persistent failures escalated", controls = { iso27001 = ["A.5.24"], nist_csf = ["RS.MA-04"], cis = ["17.4"] } }
    "S1-39" = { proof = "manual", label = "Monitoring is daily and ongoing", controls = { iso27001 = ["A.8.16"], nist_csf = ["DE.CM-09"], cis = ["8.11"] } }
    "S1-40" = { proof = "static", label = "Backups are encrypted and access-controlled (umbrella)", controls = { iso27001 = ["A.8.24", "A.8.3"], nist_csf = ["PR.DS-01", "PR.AA-05"], cis = ["11.3", "3.11"] } }
    "S1-41" = { proof = "static", label = "All backups encrypted at rest with KMS", controls = { iso27001 = ["A.8.24"], nist_csf = ["PR.DS-01"], cis = ["3.11", "11.3"] } }
    "S1-42" = { proof = "static", label = "Backup access restricted to the infrastructure team by IAM", controls = { iso27001 = ["A.5.15", "A.8.2", "A.8.3"], nist_csf = ["PR.AA-05"], cis = ["3.3", "6.8", "11.3"] } }
    "S1-43" = { proof = "static", label = "Backup storage in a separate account", controls = { iso27001 = ["A.8.13", "A.5.3"], nist_csf = ["PR.DS-11", "PR.IR-01"], cis = ["11.4"] } }
    "S1-44" = { proof = "static", label = "Deleting backups needs MFA", controls = { iso27001 = ["A.8.5", "A.8.13"], nist_csf = ["PR.AA-03", "PR.DS-11"], cis = ["6.5", "11.3"] } }
    "S1-45" = { proof = "static", label = "Immutable backups where possible (vault lock)", controls = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11", "PR.DS-01"], cis = ["11.3", "11.4"] } }
    "S1-46" = { proof = "manual", label = "Quarterly audit of backup security", controls = { iso27001 = ["A.5.35"], nist_csf = ["ID.IM-01"], cis = ["11.3"] } }
    "S1-47" = { proof = "proxy", label = "Restores tested regularly", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11", "ID.IM-02"], cis = ["11.5"] } }
    "S1-48" = { proof = "proxy", label = "Database restore tested quarterly", controls = { iso27001 = ["A.8.13"], nist_csf = ["ID.IM-02"], cis = ["11.5"] } }
    "S1-49" = { proof = "manual", label = "Full DR drill annually", controls = { iso27001 = ["A.5.30"], nist_csf = ["ID.IM-02"], cis = ["11.5", "17.7"] } }
    "S1-50" = { proof = "manual", label = "Application recovery tested annually", controls = { iso27001 = ["A.5.30"], nist_csf = ["ID.IM-02"], cis = ["11.5"] } }
    "S1-51" = { proof = "proxy", label = "Test uses a recent recovery point", controls = { iso27001 = ["A.8.13"], nist_csf = ["RC.RP-03"], cis = ["11.5"] } }
    "S1-52" = { proof = "proxy", label = "Test restores go to an isolated environment, not production", controls = { iso27001 = ["A.8.31", "A.8.33"], nist_csf = ["PR.IR-01"], cis = ["11.5", "3.12"] } }
    "S1-53" = { proof = "proxy", label = "Integrity verified (checksums, counts, sample queries)", controls = { iso27001 = ["A.8.13"], nist_csf = ["RC.RP-03", "RC.RP-05"], cis = ["11.5"] } }
    "S1-54" = { proof = "manual", label = "Application checked against restored data", controls = { iso27001 = ["A.5.30"], nist_csf = ["RC.RP-05"], cis = ["11.5"] } }
    "S1-55" = { proof = "proxy", label = "Restore time measured against RTO", controls = { iso27001 = ["A.5.30"], nist_csf = ["RC.RP-05"], cis = ["11.5"] } }
    "S1-56" = { proof = "manual", label = "Results and issues documented", controls = { iso27001 = ["A.5.28", "A.8.13"], nist_csf = ["ID.IM-02"], cis = ["11.5"] } }
    "S1-57" = { proof = "manual", label = "Success: data restored", controls = { iso27001 = ["A.8.13"], nist_csf = ["RC.RP-05"], cis = ["11.5"] } }
    "S1-58" = { proof = "manual", label = "Success: no corruption", controls = { iso27001 = ["A.8.13"], nist_csf = ["RC.RP-03"], cis = ["11.5"] } }
    "S1-59" = { proof = "manual", label = "Success: within 4 h", controls = { iso27001 = ["A.5.30"], nist_csf = ["RC.RP-05"], cis = ["11.5"] } }
    "S1-60" = { proof = "manual", label = "Success: application works with restored data", controls = { iso27001 = ["A.5.30"], nist_csf = ["RC.RP-05"], cis = ["11.5"] } }
    "S1-61" = { proof = "manual", label = "Tests quarterly, 2-3 h each", controls = { iso27001 = ["A.8.13"], nist_csf = ["ID.IM-02"], cis = ["11.5"] } }
    "S1-62" = { proof = "manual", label = "Annual drill simulates total production failure", controls = { iso27001 = ["A.5.29", "A.5.30"], nist_csf = ["ID.IM-02"], cis = ["17.7"] } }
    "S1-63" = { proof = "static", label = "Scenario: primary region lost, restore from second-region backups", controls = { iso27001 = ["A.8.14", "A.5.30"], nist_csf = ["PR.IR-03", "RC.RP-02"], cis = ["11.4"] } }
    "S1-64" = { proof = "manual", label = "Drill: declare the scenario", controls = { iso27001 = ["A.5.29"], nist_csf = ["RC.RP-01"], cis = ["17.7"] } }
    "S1-65" = { proof = "proxy", label = "Drill: restore latest backups in the recovery region", controls = { iso27001 = ["A.5.30"], nist_csf = ["RC.RP-02"], cis = ["11.5"] } }
    "S1-66" = { proof = "proxy", label = "Drill: repoint DNS / load balancers", controls = { iso27001 = ["A.8.14"], nist_csf = ["PR.IR-03"], cis = ["11.1"] } }
    "S1-67" = { proof = "manual", label = "Drill: verify availability and integrity", controls = { iso27001 = ["A.5.30"], nist_csf = ["RC.RP-05"], cis = ["11.5"] } }
    "S1-68" = { proof = "manual", label = "Drill: measure time to full recovery", controls = { iso27001 = ["A.5.30"], nist_csf = ["RC.RP-05"], cis = ["11.5"] } }
    "S1-69" = { proof = "manual", label = "Drill: document lessons learned", controls = { iso27001 = ["A.5.27"], nist_csf = ["ID.IM-02", "ID.IM-03"], cis = ["17.8"] } }
    "S1-70" = { proof = "manual", label = "Recovery runbooks kept up to date", controls = { iso27001 = ["A.5.37"], nist_csf = ["ID.IM-04"], cis = ["11.1"] } }
    "S1-71" = { proof = "derived", label = "Documentation lists all backed-up systems", controls = { iso27001 = ["A.5.9"], nist_csf = ["ID.AM-07"], cis = ["11.1"] } }
    "S1-72" = { proof = "derived", label = "Documentation lists schedules and retention", controls = { iso27001 = ["A.5.37"], nist_csf = ["PR.DS-11"], cis = ["11.1"] } }
    "S1-73" = { proof = "manual", label = "Documentation has restore steps per system", controls = { iso27001 = ["A.5.37"], nist_csf = ["ID.IM-04"], cis = ["11.1"] } }
    "S1-74" = { proof = "manual", label = "Documentation has emergency contacts", controls = { iso27001 = ["A.5.24"], nist_csf = ["RC.CO-03"], cis = ["17.2"] } }
    "S1-75" = { proof = "derived", label = "Documentation has RTO/RPO per system", controls = { iso27001 = ["A.5.30"], nist_csf = ["ID.AM-05"], cis = ["11.1"] } }
    "S1-76" = { proof = "manual", label = "Documentation has known issues and workarounds", controls = { iso27001 = ["A.5.37"], nist_csf = ["ID.IM-03"], cis = ["11.1"] } }
    "S1-77" = { proof = "manual", label = "Documentation updated quarterly or after infrastructure change", controls = { iso27001 = ["A.5.37", "A.8.32"], nist_csf = ["ID.IM-04"], cis = ["11.1"] } }
    "S1-78" = { proof = "static", label = "Production daily backups kept 30 days", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S1-79" = { proof = "static", label = "Production weekly backups kept 3 months", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S1-80" = { proof = "static", label = "Production monthly backups kept 1 year (optional)", controls = { iso27001 = ["A.8.13", "A.5.33"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S1-81" = { proof = "static", label = "Infrastructure snapshots kept 30 days", controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] } }
    "S1-82" = { proof = "manual", label = "Configuration code kept indefinitely in Git", controls = { iso27001 = ["A.8.4"], nist_csf = ["PR.PS-01"] } }
    "S1-83" = { proof = "manual", label = "Normal restore: request ticket", controls = { iso27001 = ["A.5.37"], nist_csf = ["RC.RP-02"], cis = ["11.1"] } }
    "S1-84" = { proof = "manual", label = "Normal restore: reviewed and approved by infrastructure team", controls = { iso27001 = ["A.5.3", "A.8.2"], nist_csf = ["PR.AA-05"], cis = ["6.1"] } }
    "S1-85" = { proof = "proxy", label = "Normal restore: to isolated environment or a point in time", controls = { iso27001 = ["A.8.31"], nist_csf = ["RC.RP-02"], cis = ["11.1"] } }
    "S1-86" = { proof = "manual", label = "Normal restore: verified, handed over", controls = { iso27001 = ["A.8.13"], nist_csf = ["RC.RP-05"], cis = ["11.1"] } }
    "S1-87" = { proof = "manual", label = "Normal restore: recorded in the ticket", controls = { iso27001 = ["A.5.28"], nist_csf = ["RC.RP-06"], cis = ["11.1"] } }
    "S1-88" = { proof = "manual", label = "Emergency restore: authorised by incident commander", controls = { iso27001 = ["A.5.26"], nist_csf = ["RC.RP-01"], cis = ["17.5"] } }
    "S1-89" = { proof = "manual", label = "Emergency restore: immediate", controls = { iso27001 = ["A.5.29"], nist_csf = ["RC.RP-02"], cis = ["11.1"] } }
    "S1-90" = { proof = "manual", label = "Emergency restore: recorded in the incident", controls = { iso27001 = ["A.5.28"], nist_csf = ["RC.RP-06"], cis = ["17.4"] } }
    "S1-91" = { proof = "derived", label = "Evidence: weekly and monthly compliance reports", controls = { iso27001 = ["A.5.36"], nist_csf = ["ID.IM-03"], cis = ["11.1"] } }
    "S1-92" = { proof = "manual", label = "Evidence: restore test and drill results", controls = { iso27001 = ["A.8.13"], nist_csf = ["ID.IM-02"], cis = ["11.5"] } }
    "S1-93" = { proof = "manual", label = "Evidence: runbook documentation", controls = { iso27001 = ["A.5.37"], nist_csf = ["ID.IM-04"], cis = ["11.1"] } }
    "S1-94" = { proof = "proxy", label = "Evidence: dashboards and alerts", controls = { iso27001 = ["A.8.16"], nist_csf = ["DE.CM-09"], cis = ["8.11"] } }
    "S1-95" = { proof = "manual", label = "Evidence: incident report for each restore", controls = { iso27001 = ["A.5.27"], nist_csf = ["RC.RP-06"], cis = ["17.8"] } }
    "S1-96" = { proof = "none", label = "Maps to internal controls INF-04, OPS-04 and a data-retention standard" }
  }
}
