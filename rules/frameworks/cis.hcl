framework "cis" {
  name            = "CIS Controls"
  version         = "8.1"
  organization    = "CIS"
  information_uri = "https://www.cisecurity.org/controls/"
  label           = "Safeguards"
  guid            = "5b1f4c7e-2d0a-4e61-9c53-7f1b0ac1581c"
  controls = {
    "3.2"  = "Establish and Maintain a Data Inventory"
    "3.3"  = "Configure Data Access Control Lists"
    "3.4"  = "Enforce Data Retention"
    "3.7"  = "Establish and Maintain a Data Classification Scheme"
    "3.11" = "Encrypt Sensitive Data at Rest"
    "3.12" = "Segment Data Processing and Storage Based on Sensitivity"
    "6.5"  = "Require MFA for Administrative Access"
    "6.8"  = "Define and Maintain Role-Based Access Control"
    "8.11" = "Conduct Audit Log Reviews"
    "11.1" = "Establish and Maintain a Data Recovery Process"
    "11.2" = "Perform Automated Backups"
    "11.3" = "Protect Recovery Data"
    "11.4" = "Establish and Maintain an Isolated Instance of Recovery Data"
    "11.5" = "Test Data Recovery"
  }
}
