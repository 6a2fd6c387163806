#pragma once

#include "cloudformation/cloudformation.h"
#include "command/analysis.h"
#include "expression/function.h"
#include "terraform/terraform.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace holdfast {

inline constexpr DiagnosticKind kUnreadable{"input/unreadable", Gravity::error, "{}"};

/// One root, plan or template to analyse in one environment, and what came of it.
struct Unit {
  bool is_root = false;
  std::string path;
  std::string environment = {};  // empty: the only one
  Inputs inputs = {};
  std::string sources = {};  // of a plan: the root that it was made of
  Judged judged = {};
  std::vector<Row> rows = {};
  std::vector<Drawing> drawings = {};
  Diagnostics diagnostics = {};
  std::vector<FileId> files = {};
  std::size_t resources = 0;
  bool is_deployment = false;
};

/// Calls `work_on` with every index below `count`, on so many threads.
void for_each_index(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work_on);

/// Judges units one by one; what several of them read is read once. May be used by several threads at a time.
/// Everything given outlives it.
class UnitAnalysis {
 public:
  UnitAnalysis(Workspace& workspace, const Packs& packs, const FunctionTable& functions, const AnalysisOptions& options,
               Value policy, const std::vector<std::string>& roots, const Report& report)
      : workspace_(workspace),
        packs_(packs),
        functions_(functions),
        options_(options),
        policy_(policy),
        roots_(roots),
        report_(report) {}

  void run(Unit& unit) const;

  /// The documents that are judged by themselves: all but the templates that others deploy; for a hook of these only
  /// those that use what has changed.
  std::vector<std::string> roots_of(const std::vector<std::string>& documents, const std::set<std::string>& changed,
                                    std::size_t threads) const;

 private:
  void survey(Model& model, Unit& unit) const;
  void find_exports(const std::vector<std::string>& roots, const std::vector<TemplateRelations>& relations,
                    std::size_t threads) const;
  TemplateRelations relations_of_file(const std::string& path) const;
  std::unique_ptr<Deployment> load(Unit& unit, Model& model) const;
  std::unique_ptr<Deployment> load_plan(Unit& unit, FileId file, Model& model) const;

  Workspace& workspace_;
  const Packs& packs_;
  const FunctionTable& functions_;
  const AnalysisOptions& options_;
  Value policy_;
  const std::vector<std::string>& roots_;
  const Report& report_;              // where the run takes place
  mutable TerraformModules modules_;  // shared by all roots: each directory is parsed once
  mutable CloudFormationTemplates templates_;
};

}  // namespace holdfast
