#pragma once

#include "rule/finding.h"
#include "rule/requirement.h"
#include "survey/diagram.h"
#include "survey/table.h"
#include "text/diagnostic.h"
#include "text/workspace.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace holdfast {

/// What was analysed, when the surroundings say so without a program or the network being asked.
struct Revision {
  std::string repository_uri;  // absolute
  std::string commit;
};

/// What a table and a diagram of the packs show of all that is deployed, where somebody asked for them.
struct Survey {
  const Table* table = nullptr;  // nullptr: nobody asked
  std::vector<Row> rows;         // sorted by file path, offset, address
  const Diagram* diagram = nullptr;
  std::vector<Drawing> drawings;  // sorted by the paths of their deployments; none is empty
};

/// How often a rule had nothing to say.
struct Unremarkable {
  std::size_t passed = 0;
  std::size_t not_applicable = 0;
};

/// Everything a report may show. Findings and diagnostics are sorted by file path, offset, rule id, resource.
struct Report {
  const Workspace* workspace = nullptr;
  std::vector<Finding> findings;  // in an audit of all verdicts, else faults and what is undecided
  /// Of verdicts that are only counted; rules without any are missing.
  std::unordered_map<const Rule*, Unremarkable> unremarkable;
  bool is_compared = false;             // with what was known before: faults then have a baseline state
  std::vector<Diagnostic> diagnostics;  // what could not be read or understood
  std::vector<const Rule*> rules;       // all that ran, sorted by id
  std::vector<const Framework*> frameworks;
  Survey survey;
  std::string profile;                     // whose demands applied
  std::vector<const Register*> registers;  // what documents of the organisation demand
  std::vector<FileId> files;               // analysed, sorted by path
  /// Directory that URIs are relative to: the repository root when there is one, else the working directory. Absolute.
  std::string source_root;
  std::string working_directory;  // absolute; where relative paths of files start
  /// Where files lie that are reached through links, absolute. Readers of a repository see them only there.
  std::map<FileId, std::string> real_paths;
  std::optional<Revision> revision;
  std::string date;  // of the run, "2027-01-31"; only what must name a day shows it
  int exit_code = 0;
  std::string version;  // of the program
  std::string home;     // its page, absolute; rule pages are `<home>/rules/pages/<id>.md`
};

struct ReportOptions {
  bool audit = false;       // also pass, undecided, not applicable
  bool color = false;       // escape sequences allowed
  bool links = false;       // those that make a path a link, too
  std::size_t width = 100;  // columns of the terminal
  /// What tells several analyses of one commit apart in code scanning. Empty, as whoever uploads can say it as well,
  /// and what the file says would win.
  std::string category = {};
};

std::string text_report(const Report& report, const ReportOptions& options);
std::string concise_report(const Report& report, const ReportOptions& options);
std::string json_report(const Report& report, const ReportOptions& options);
std::string json_lines_report(const Report& report, const ReportOptions& options);
std::string github_report(const Report& report, const ReportOptions& options);
std::string gitlab_report(const Report& report, const ReportOptions& options);
std::string junit_report(const Report& report, const ReportOptions& options);
std::string csv_report(const Report& report, const ReportOptions& options);
std::string markdown_report(const Report& report, const ReportOptions& options);
std::string html_report(const Report& report, const ReportOptions& options);
std::string sarif_report(const Report& report, const ReportOptions& options);

}  // namespace holdfast
