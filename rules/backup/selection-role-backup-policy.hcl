rule "selection-role-backup-policy" {
  title    = "Role of a selection may not back up"
  theme    = "selection"
  on       = backup_selection
  when     = self.service_role != null
  require = (
    holds_policy(self.service_role, "AWSBackupServiceRolePolicyForBackup")
    || holds_policy(self.service_role, "AWSBackupServiceRolePolicyForS3Backup")
    || grants_backups(self)
    || (holds_unread_policies(self.service_role) && unresolved("other policies may grant it"))
  )
  at       = self.role
  see      = { "this role holds no policy for backups" = self.service_role }
  message  = "${self.label} hands its jobs the role ${self.service_role.label}, which holds no policy that lets them read and copy: every job fails"
  severity = "high"
  controls = { iso27001 = ["A.8.13"], nist_csf = ["PR.DS-11"], cis = ["11.2"] }
  supports = { iso27001 = ["A.8.2"], nist_csf = ["PR.AA-05"], cis = ["6.8"] }
  covers   = ["S1-05", "S1-20", "S2-44"]
  why      = "The service may do what the role of the selection may do. Without a policy for backups the plan looks complete and makes no recovery point."
  fix      = "Attach `arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup` to the role."
}

# By its own policies: for everything that is seen to be selected, or for anything where nothing is.
function "grants_backups" {
  parameters = ["selection"]
  result = length(selection.stores) > 0 ? all([for store in selection.stores : grants_one_of(selection.service_role, given(backup_actions()[store.type_name], []))]) : grants_one_of(selection.service_role, flatten(values(backup_actions())))
}

function "grants_one_of" {
  parameters = ["role", "actions"]
  result     = length(actions) == 0 || any([for action in actions : grants(role, action)])
}

# What makes a recovery point of each type.
function "backup_actions" {
  parameters = []
  result = {
    dynamodb_table         = ["dynamodb:StartAwsBackupJob", "dynamodb:CreateBackup"]
    dynamodb_global_table  = ["dynamodb:StartAwsBackupJob", "dynamodb:CreateBackup"]
    ebs_volume             = ["ec2:CreateSnapshot"]
    ec2_instance           = ["ec2:CreateImage"]
    efs_file_system        = ["elasticfilesystem:Backup"]
    fsx_file_system        = ["fsx:CreateBackup"]
    fsx_ontap_volume       = ["fsx:CreateBackup"]
    rds_instance           = ["rds:CreateDBSnapshot"]
    rds_cluster            = ["rds:CreateDBClusterSnapshot"]
    docdb_cluster          = ["rds:CreateDBClusterSnapshot"]
    neptune_cluster        = ["rds:CreateDBClusterSnapshot"]
    redshift_cluster       = ["redshift:CreateClusterSnapshot"]
    s3_bucket              = ["s3:GetObject"]
    storage_gateway_volume = ["storagegateway:CreateSnapshot"]
    timestream_table       = ["timestream:StartAwsBackupJob"]
  }
}
