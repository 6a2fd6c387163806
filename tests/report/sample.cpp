#include "sample.h"

#include "report/location_path.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace holdfast::test {
namespace {

constexpr std::string_view kPlan = R"hcl(resource "aws_backup_vault" "primary" {
  name = "primary"
}

resource "aws_backup_plan" "daily" {
  name = "daily"

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.primary.name
    schedule          = "cron(0 3 * * ? *)"

    lifecycle {
      delete_after = var.retention_days
    }
  }
}
)hcl";

constexpr std::string_view kVariables = R"(variable "retention_days" {
  type    = number
  default = 14
}

variable "lock_days" {
  type = number
}
)";

constexpr std::string_view kTemplate =
    "Resources:\n"
    "  Orders:\n"
    "    Type: AWS::DynamoDB::Table\n"
    "    Properties:\n"
    "      TableName: \"\xE6\xB3\xA8\xE6\x96\x87 \xF0\x9F\x93\xA6\"  # orders\r\n"
    "      Tags: [{Key: BusinessImpact, Value: Critical}, {Key: Owner, Value: "
    "\"the team that answers for orders, invoices, deliveries and everything that follows from them\"}, "
    "{Key: RPO, Value: 15-minutes}, {Key: RTO, Value: 1-hour}]\n";

constexpr DiagnosticKind kUnclosed{"yaml/unclosed-flow", Gravity::error, "`{}` is never closed"};

void add_frameworks(std::deque<Framework>& frameworks) {
  frameworks.push_back({.key = "iso27001",
                        .name = "ISO/IEC 27001",
                        .version = "2022",
                        .organization = "ISO/IEC",
                        .information_uri = "https://www.iso.org/standard/27001",
                        .label = "Annex A controls",
                        .guid = "6f0d5a52-7c29-5b0e-9a51-0f4f0b6d2701",
                        .controls = {{.id = "A.5.30", .label = "ICT readiness for business continuity", .aliases = {}},
                                     {.id = "A.8.13", .label = "Information backup", .aliases = {"A.12.3.1"}}}});
  frameworks.push_back({.key = "nist_csf",
                        .name = "NIST CSF",
                        .version = "2.0",
                        .organization = "NIST",
                        .information_uri = "https://www.nist.gov/cyberframework",
                        .label = "Framework Core",
                        .guid = "6f0d5a52-7c29-5b0e-9a51-0f4f0b6d2702",
                        .controls = {{.id = "PR.DS-11", .label = "Backups of data", .aliases = {"PR.IP-4"}}}});
}

}  // namespace

Sample::Sample() {
  add_frameworks(frameworks);
  report.workspace = &workspace;
  for (const Framework& framework : frameworks) report.frameworks.push_back(&framework);
  report.source_root = "/repository";
  report.working_directory = "/repository";
  report.version = "0.1.0";
  report.home = "https://holdfast.example";
}

FileId Sample::add_file(std::string path, std::string text) {
  const FileId id = workspace.add(std::move(path), std::move(text));
  report.files.push_back(id);
  return id;
}

Span Sample::span(FileId file, std::string_view text, int occurrence) const {
  const std::string_view source = workspace.file(file).text();
  std::size_t at = source.find(text);
  for (; occurrence > 0 && at != std::string_view::npos; --occurrence) at = source.find(text, at + 1);
  if (at == std::string_view::npos) return {};
  return {file, static_cast<uint32_t>(at), static_cast<uint32_t>(at + text.size())};
}

Rule& Sample::add_rule(std::string id, Severity severity, std::string title) {
  Rule& rule = rules.emplace_back();
  rule.id = std::move(id);
  rule.title = std::move(title);
  rule.severity = severity;
  rule.has_page = true;
  rule.theme = "sample";
  rule.why = "What goes wrong.";
  rule.fix = "What to do.";
  rule.controls = {{.framework = "iso27001", .control = "A.5.30", .is_direct = false},
                   {.framework = "iso27001", .control = "A.8.13"},
                   {.framework = "nist_csf", .control = "PR.DS-11"}};
  report.rules.push_back(&rule);
  std::ranges::sort(report.rules, {}, &Rule::id);
  return rule;
}

Finding& Sample::add_finding(const Rule& rule, Span at, std::string message) {
  Finding& finding = report.findings.emplace_back();
  finding.rule = &rule;
  finding.severity = rule.severity;
  finding.message = std::move(message);
  finding.at = at;
  return finding;
}

void Sample::add_diagnostic(const DiagnosticKind& kind, Span at, std::string message) {
  report.diagnostics.push_back({.kind = &kind, .at = at, .message = std::move(message), .labels = {}});
}

void fill_showcase(Sample& sample) {
  const FileId broken = sample.add_file("broken.yaml", "Resources:\n  Table: {Type: AWS::DynamoDB::Table\n");
  const FileId plan = sample.add_file("infra/backup.tf", std::string(kPlan));
  const FileId variables = sample.add_file("infra/variables.tf", std::string(kVariables));
  const FileId orders = sample.add_file("templates/orders & more.yaml", std::string(kTemplate));
  sample.report.exit_code = 2;
  sample.report.date = "2026-11-20";
  sample.report.revision = {.repository_uri = "https://github.com/example/infra",
                            .commit = "0123456789abcdef0123456789abcdef01234567"};

  Rule& lock = sample.add_rule("backup/vault-lock-present", Severity::critical, "Vault has no lock");
  lock.theme = "vault";
  lock.why = "Without a lock, whoever may delete recovery points can delete all of them before anybody notices.";
  lock.fix =
      "Add an `aws_backup_vault_lock_configuration` for this vault, with `changeable_for_days` set: only then can "
      "nobody "
      "take the lock away again.";
  Rule& retention = sample.add_rule("backup/retention-meets-tier", Severity::high, "Backups are kept too short");
  retention.theme = "retention";
  retention.why = "What was lost or encrypted long ago can only come back from a backup that is older still.";
  retention.fix = "Raise the retention to what the tier asks for:\n\n    delete_after = 35";
  Rule& tier = sample.add_rule("backup/schedule-meets-tier", Severity::medium, "Backups are too rare");
  tier.theme = "schedule";

  sample.report.diagnostics.push_back(
      {.kind = &kUnclosed,
       .at = sample.span(broken, "{"),
       .message = "`{` is never closed",
       .labels = {{.at = sample.span(broken, "Resources"), .text = "the section that it is in"}}});

  Finding& unlocked = sample.add_finding(lock, sample.span(plan, "resource \"aws_backup_vault\" \"primary\""),
                                         "vault primary can be emptied before its backups expire");
  unlocked.resource = "aws_backup_vault.primary";
  unlocked.resource_type = "aws_backup_vault";
  unlocked.evidence = {
      {.at = sample.span(plan, "aws_backup_vault.primary.name"), .text = "this plan stores its backups here"}};
  unlocked.because = {"self.lock is null"};

  Finding& kept = sample.add_finding(retention, sample.span(plan, "var.retention_days"),
                                     "rule daily keeps backups for 14 days; tier high asks for 35");
  kept.resource = "aws_backup_plan.daily";
  kept.resource_type = "aws_backup_plan";
  kept.discriminator = "daily";
  kept.flow = {{.at = sample.span(variables, "14"), .text = "14 is the default of var.retention_days"}};

  Finding& rare = sample.add_finding(tier, sample.span(orders, "15-minutes"),
                                     "Orders (tier critical) can lose up to 24 hours; its tag allows 15 minutes");
  rare.resource = "Orders";
  rare.resource_type = "AWS::DynamoDB::Table";
  rare.world = "Environment is prod";
  rare.evidence = {
      {.at = sample.span(plan, "\"cron(0 3 * * ? *)\""), .text = "backups are made once a day"},
      {.at = sample.span(orders, "\xE6\xB3\xA8\xE6\x96\x87 \xF0\x9F\x93\xA6"), .text = "selected by its name"}};

  Finding& open = sample.add_finding(lock, sample.span(variables, "variable \"lock_days\""),
                                     "whether the lock of vault archive can be removed depends on var.lock_days");
  open.verdict = Verdict::undecided;
  open.resource = "aws_backup_vault.archive";
  open.resource_type = "aws_backup_vault";
  open.reasons = {"variable lock_days has no default"};
  open.inputs = {"var.lock_days"};

  Finding& passed =
      sample.add_finding(tier, sample.span(plan, "resource \"aws_backup_plan\" \"daily\""), "daily is often enough");
  passed.verdict = Verdict::pass;
  passed.resource = "aws_backup_plan.daily";

  Finding& accepted = sample.add_finding(lock, sample.span(plan, "\"primary\"", 1), "vault primary has no lock");
  accepted.resource = "aws_backup_vault.primary";
  accepted.discriminator = "name";
  accepted.suppression = Suppression{.reason = "Locked by the landing zone.",
                                     .owner = "platform",
                                     .expires = "2027-01-31",
                                     .at = sample.span(plan, "name = \"primary\"")};
}

void add_survey(Sample& sample) {
  sample.table = {.name = "posture",
                  .title = "Recovery posture",
                  .subject = "data store",
                  .on = "store",
                  .when = {},
                  .address = {},
                  .columns = {{.name = "tier", .title = "Tier", .value = {}, .text = {}, .met = {}},
                              {.name = "rpo_minutes", .title = "Can lose", .value = {}, .text = {}, .met = {}},
                              {.name = "for_machines", .title = "", .value = {}, .text = {}, .met = {}}},
                  .at = {}};
  const auto cell = [](std::string_view words, std::optional<Truth> met = {}, std::vector<OpenQuestion> open = {}) {
    const auto fact = std::make_shared<const Fact>(
        Fact{.datum = Datum(Datum::Kind::text, std::string(words)), .open = std::move(open)});
    return Cell{.value = fact, .text = fact, .met = met};
  };
  Survey& survey = sample.report.survey;
  survey.table = &sample.table;
  const FileId file =
      sample.add_file("infra/stores.tf", "resource \"store\" \"orders\" {\n}\nresource \"store\" \"carts\" {\n}\n");
  survey.rows = {{.address = "store.orders",
                  .type = "store",
                  .provider_type = "store",
                  .at = sample.span(file, "resource"),
                  .environment = "",
                  .world = "",
                  .cells = {cell("critical"), cell("1 day of 15 minutes", Truth::no), cell("x")}},
                 {.address = "store.carts",
                  .type = "store",
                  .provider_type = "store",
                  .at = sample.span(file, "resource", 1),
                  .environment = "prod",
                  .world = "HasCarts is true",
                  .cells = {cell("medium"), cell("undecided", Truth::unknown), cell("x")}}};
  Cell& open = survey.rows[1].cells[1];
  open.text = cell("undecided", {}, {{.reason = "variable hours has no default", .input = "--var hours"}}).text;

  sample.diagram.nodes.resize(3);
  std::vector<NodeKind>& kinds = sample.diagram.nodes;
  kinds[0].name = "store";
  kinds[0].edges = {{.name = "kept by", .to = {}, .text = {}}};
  kinds[1].name = "plan";
  kinds[1].edges = {{.name = "into", .to = {}, .text = {}}};
  kinds[2].name = "vault";
  kinds[2].shape = "hexagon";
  survey.diagram = &sample.diagram;
  const auto node = [&kinds](std::size_t kind, std::string_view label, std::string_view address) {
    const NodeKind* known = kind < kinds.size() ? &kinds[kind] : nullptr;
    return Drawing::Node{known, std::string(label), std::string(label), std::string(address), "store", {}, {}};
  };
  Drawing drawing{.deployment = "infra", .nodes = {}, .edges = {}};
  drawing.nodes = {node(0, "orders <&> \"more\"", "store.orders"), node(0, "alone", "store.carts"),
                   node(1, "daily", "aws_backup_plan.daily"), node(2, "primary", "aws_backup_vault.primary"),
                   node(9, "snapshots of the service", "")};
  const EdgeKind* kept = &kinds[0].edges[0];
  const EdgeKind* into = &kinds[1].edges[0];
  drawing.edges = {
      {0, 2, kept, "", "Environment is prod"}, {0, 4, kept, "", ""}, {2, 3, into, "", ""}, {0, 3, into, "", ""}};
  survey.drawings = {drawing};
}

Sources sources_of(const Sample& sample) {
  Sources sources;
  for (const FileId id : sample.report.files) {
    const std::string path = repository_path(sample.report, id);
    sources[(path.starts_with('/') ? "file://" : "") + percent_encoded(path)] = sample.workspace.file(id).text();
  }
  return sources;
}

std::string faults_of(const Sample& sample, const ReportOptions& options) {
  std::string lines;
  for (const std::string& fault : sarif_faults(sarif_report(sample.report, options), sources_of(sample)))
    lines += fault + '\n';
  return lines;
}

}  // namespace holdfast::test
