// How run time grows with the input: estates of stores, plans, selections, vaults and conditions in both languages,
// worlds and loops of templates, each ten times as large as the one before. Usage: bench_growth [STORES, default 1000]

#include "command/analysis.h"
#include "rule/embedded_packs.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

using namespace holdfast;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// A root with so many tables; for every ten of them a plan with a vault, a lock and a selection by tag.
std::string terraform_estate(int stores) {
  std::string text;
  for (int i = 0; i < stores; ++i) {
    const std::string n = std::to_string(i), group = std::to_string(i / 10);
    text += "resource \"aws_dynamodb_table\" \"t" + n + "\" {\n  name = \"table-" + n +
            "\"\n  tags = { Backup = \"plan-" + group + "\", Tier = \"high\" }\n}\n";
    if (i % 10 != 0) continue;
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

/// The same as a template, with a condition for every ten tables and an `Fn::If` in each.
std::string cloudformation_estate(int stores) {
  std::string parameters, conditions, resources;
  for (int i = 0; i < stores; ++i) {
    const std::string n = std::to_string(i), group = std::to_string(i / 10);
    resources += "  T" + n + ":\n    Type: AWS::DynamoDB::Table\n    Properties:\n      TableName: table-" + n +
                 "\n      PointInTimeRecoverySpecification:\n        PointInTimeRecoveryEnabled: !If [C" + group +
                 ", true, false]\n      Tags: [{Key: Backup, Value: plan-" + group + "}]\n";
    if (i % 10 != 0) continue;
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

/// Independent conditions with some dozen choices each, ten in every table.
std::string estate_of_worlds(int conditions) {
  std::string parameters, formulas, resources;
  for (int i = 0; i < conditions; ++i) {
    const std::string n = std::to_string(i);
    parameters += "  P" + n + ":\n    Type: String\n    AllowedValues: ['true', 'false']\n    Default: 'true'\n";
    formulas += "  C" + n + ": !Equals [!Ref P" + n + ", 'true']\n";
  }
  for (int i = 0; i < conditions * 5 / 4; ++i) {
    const std::string n = std::to_string(i);
    resources += "  T" + n +
                 ":\n    Type: AWS::DynamoDB::Table\n    Properties:\n      PointInTimeRecoverySpecification:\n        "
                 "PointInTimeRecoveryEnabled: !If [C" +
                 std::to_string(i % conditions) + ", true, false]\n      Tags:\n";
    for (int tag = 1; tag < 10; ++tag) {
      const std::string condition = std::to_string((i * 7 + tag * 3) % conditions);
      resources += "        - {Key: k" + std::to_string(tag) + ", Value: !If [C" + condition + ", a, b]}\n";
    }
  }
  return "Parameters:\n" + parameters + "Conditions:\n" + formulas + "Resources:\n" + resources;
}

/// One loop that makes fifty tables each time.
std::string estate_of_loops(int rounds) {
  std::string names, tables;
  for (int i = 0; i < rounds; ++i) names += "n" + std::to_string(i) + ", ";
  for (int i = 0; i < 50; ++i) {
    const std::string n = std::to_string(i);
    tables += "        T" + n +
              "x${N}:\n          Type: AWS::DynamoDB::Table\n          Properties:\n            TableName: !Sub 't" +
              n + "-${N}'\n            PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: true}\n";
  }
  return "Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::Tables:\n    - N\n    - [" + names +
         "]\n    -\n" + tables;
}

double run(const std::string& directory, const std::string& file, const std::string& text) {
  const std::filesystem::path folder = directory + "/" + file;
  std::filesystem::create_directories(folder);
  std::ofstream(folder / file, std::ios::binary) << text;
  const double start = cpu_seconds();
  Workspace workspace;
  Packs packs;
  Diagnostics diagnostics;
  load_embedded_packs(packs, workspace, embedded_packs(), diagnostics);
  packs.finish(diagnostics);
  AnalysisStatistics statistics;
  const Report report = analyse(workspace, packs,
                                {.paths = {folder.string()},
                                 .inputs = {},
                                 .profile = packs.default_profile(),
                                 .rules = packs.rules(),
                                 .threads = 1},
                                statistics);
  const double seconds = cpu_seconds() - start;
  std::printf("  %zu resources, %zu bytes, %zu findings of all verdicts: %.3f s\n", statistics.resources,
              statistics.bytes, report.findings.size(), seconds);
  std::filesystem::remove_all(folder);
  return seconds;
}

}  // namespace

int main(int argc, char** argv) {
  const int stores = argc > 1 ? std::stoi(argv[1]) : 1000;
  const std::string directory =
      std::filesystem::temp_directory_path().string() + "/holdfast-growth-" + std::to_string(::getpid());
  struct Estate {
    const char* file;
    std::string (*of_size)(int);
    int size;
  };
  const Estate estates[] = {{"main.tf", terraform_estate, stores},
                            {"template.yaml", cloudformation_estate, stores},
                            {"worlds.yaml", estate_of_worlds, std::max(4, stores / 25)},
                            {"loops.yaml", estate_of_loops, std::max(4, stores / 20)}};
  for (const Estate& estate : estates) {
    std::printf("%s\n", estate.file);
    const double small = run(directory, estate.file, estate.of_size(estate.size));
    const double large = run(directory, estate.file, estate.of_size(estate.size * 10));
    std::printf("  ten times the input takes %.1f times the time\n", large / small);
  }
  std::filesystem::remove_all(directory);
  return 0;
}
