// Estates of any size, for the programs that measure growth.
#pragma once

#include <string>

namespace holdfast {

/// A root with so many tables; for every few of them a plan with a vault, a lock and a selection by tag.
inline std::string terraform_estate(int stores, int stores_per_plan) {
  std::string text;
  for (int i = 0; i < stores; ++i) {
    const std::string n = std::to_string(i), group = std::to_string(i / stores_per_plan);
    text += "resource \"aws_dynamodb_table\" \"t" + n + "\" {\n  name = \"table-" + n +
            "\"\n  tags = { Backup = \"plan-" + group + "\", Tier = \"high\" }\n}\n";
    if (i % stores_per_plan != 0) continue;
    text += "resource \"aws_backup_vault\" \"v" + group + "\" {\n  name = \"vault-" + group + "\"\n}\n";
    text += "resource \"aws_backup_vault_lock_configuration\" \"l" + group +
            "\" {\n  backup_vault_name = aws_backup_vault.v" + group +
            ".name\n  min_retention_days = 7\n  changeable_for_days = 3\n}\n";
    text += "resource \"aws_backup_plan\" \"p" + group + "\" {\n  name = \"plan-" + group +
            "\"\n  rule {\n    rule_name = \"daily\"\n    target_vault_name = aws_backup_vault.v" + group +
            ".name\n    schedule = \"cron(0 5 ? * * *)\"\n    lifecycle {\n      delete_after = 35\n    }\n  }\n}\n";
    text += "resource \"aws_backup_selection\" \"s" + group + "\" {\n  name = \"s\"\n  plan_id = aws_backup_plan.p" +
            group +
            ".id\n  iam_role_arn = \"arn:aws:iam::111122223333:role/backup\"\n  selection_tag {\n    type = "
            "\"STRINGEQUALS\"\n    key = "
            "\"Backup\"\n    value = \"plan-" +
            group + "\"\n  }\n}\n";
  }
  return text;
}

/// The same as a template, with a condition for every plan and an `Fn::If` in each.
inline std::string cloudformation_estate(int stores, int stores_per_plan) {
  std::string parameters, conditions, resources;
  for (int i = 0; i < stores; ++i) {
    const std::string n = std::to_string(i), group = std::to_string(i / stores_per_plan);
    resources += "  T" + n + ":\n    Type: AWS::DynamoDB::Table\n    Properties:\n      TableName: table-" + n +
                 "\n      PointInTimeRecoverySpecification:\n        PointInTimeRecoveryEnabled: !If [C" + group +
                 ", true, false]\n      Tags: [{Key: Backup, Value: plan-" + group + "}]\n";
    if (i % stores_per_plan != 0) continue;
    parameters += "  P" + group + ":\n    Type: String\n    AllowedValues: ['true', 'false']\n    Default: 'true'\n";
    conditions += "  C" + group + ": !Equals [!Ref P" + group + ", 'true']\n";
    resources += "  V" + group +
                 ":\n    Type: AWS::Backup::BackupVault\n    Properties:\n      BackupVaultName: vault-" + group + "\n";
    resources +=
        "  L" + group +
        ":\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: plan-" +
        group + "\n        BackupPlanRule:\n          - RuleName: daily\n            TargetBackupVault: !Ref V" +
        group + "\n            Lifecycle: {DeleteAfterDays: 35}\n";
    resources += "  S" + group +
                 ":\n    Type: AWS::Backup::BackupSelection\n    Properties:\n      BackupPlanId: !Ref L" + group +
                 "\n      BackupSelection:\n        SelectionName: s\n        IamRoleArn: "
                 "arn:aws:iam::111122223333:role/backup\n        "
                 "ListOfTags: [{ConditionType: STRINGEQUALS, ConditionKey: Backup, ConditionValue: plan-" +
                 group + "}]\n";
  }
  return "Parameters:\n" + parameters + "Conditions:\n" + conditions + "Resources:\n" + resources;
}

}  // namespace holdfast
