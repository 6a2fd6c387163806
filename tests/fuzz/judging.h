// What fuzzers share that take an input through the whole pipeline.
#pragma once

#include "command/analysis.h"
#include "expression/function.h"
#include "report/report.h"
#include "rule/embedded_packs.h"
#include "rule/run.h"
#include "survey/table.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string>

namespace holdfast {

/// What every input shares, and a folder for those that are read from the disk.
struct Harness {
  Workspace workspace;
  Packs packs;
  FunctionTable functions;
  std::string directory =
      std::filesystem::temp_directory_path().string() + "/holdfast-fuzz-" + std::to_string(::getpid());
  Arena arena;
  Value policy;

  Harness() {
    Diagnostics diagnostics;
    load_embedded_packs(packs, workspace, embedded_packs(), diagnostics);
    packs.finish(diagnostics);
    std::filesystem::create_directories(directory);
    Evaluation evaluation{.arena = arena, .functions = functions, .defined = &packs.definitions(), .is_pack = true};
    policy = packs.policy_of(*packs.default_profile(), evaluation);
  }
};

inline void judge(const Harness& harness, Workspace& workspace, Deployment& deployment, Model& model) {
  model.attach(deployment);
  Report report;
  report.workspace = &workspace;
  report.findings = run_rules(model, harness.packs.rules(), {.is_audit = true}).findings;
  report.diagnostics = deployment.diagnostics.all();
  // What reports say of rules without findings is the same for every input, and takes most of the time.
  const auto has_found = [&](const Rule* rule) {
    return std::ranges::find(report.findings, rule, &Finding::rule) != report.findings.end();
  };
  std::ranges::copy_if(harness.packs.rules(), std::back_inserter(report.rules), has_found);
  report.files = deployment.files;
  text_report(report, {});
  sarif_report(report, {.audit = true});
  rows_of(model, *harness.packs.table(kPosture));
}

}  // namespace holdfast
