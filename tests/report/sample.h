#pragma once

#include "report/report.h"
#include "sarif_checker.h"

#include <deque>
#include <string>
#include <string_view>

namespace holdfast::test {

/// A report made by hand: sources in memory, two frameworks, rules and findings as a test adds them.
class Sample {
 public:
  Sample();
  Sample(const Sample&) = delete;
  Sample& operator=(const Sample&) = delete;

  FileId add_file(std::string path, std::string text);
  /// The `occurrence`th place (from 0) where the text stands in a file.
  Span span(FileId file, std::string_view text, int occurrence = 0) const;
  Rule& add_rule(std::string id, Severity severity, std::string title);
  Finding& add_finding(const Rule& rule, Span at, std::string message);
  void add_diagnostic(const DiagnosticKind& kind, Span at, std::string message);

  Workspace workspace;
  std::deque<Rule> rules;
  std::deque<Framework> frameworks;
  Table table;
  Diagram diagram;
  Report report;
};

/// What the snapshots show: every field in use, in Terraform and CloudFormation.
void fill_showcase(Sample& sample);

/// Two stores and what protects one of them.
void add_survey(Sample& sample);

/// Files of a sample as the checker wants them.
Sources sources_of(const Sample& sample);
/// What the checker says of the sample's SARIF file, a line each.
std::string faults_of(const Sample& sample, const ReportOptions& options);

}  // namespace holdfast::test
