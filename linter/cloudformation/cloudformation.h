#pragma once

#include "resource/deployment.h"
#include "text/workspace.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

/// A cheap look at the text: can this be a template at all? False for almost every other YAML or JSON file.
bool may_be_cloudformation(std::string_view source);

namespace cloudformation {
struct TemplateFile;
}

/// What a template has to do with the other files of a run.
struct TemplateRelations {
  std::vector<std::string> nested;  // paths of the templates that it deploys
  bool imports = false;             // it may take values that others export
};

/// The templates of a run that have to do with each other. Safe to use from several threads.
class CloudFormationTemplates {
 public:
  using Facts = std::vector<std::pair<std::string, std::string>>;

  /// A template that more than one deployment may want, read once. Empty when there is none.
  std::shared_ptr<const cloudformation::TemplateFile> read(Workspace& workspace, const std::string& path);
  bool contains(const std::string& path);

  /// What stands beside a template about where it is deployed: facts of the environment, by name.
  Facts facts_of(Workspace& workspace, const std::string& template_path, const FunctionTable& functions,
                 ComputedAttributes& knowledge);

  /// Who exports what, once that is known of every root. No other thread may be at work.
  void add_exports(const std::string& path, const std::vector<std::string>& names);
  bool has_exports() const { return !exporters_.empty(); }
  /// Paths of the roots that export a name, each as often as it does.
  std::vector<std::string> exporters_of(std::string_view name) const;

 private:
  struct Entry {
    std::once_flag once;
    std::shared_ptr<const cloudformation::TemplateFile> file;
  };
  struct Assembly {
    std::once_flag once;
    std::map<std::string, Facts, std::less<>> facts;  // by the name of the template
  };
  std::mutex mutex_;
  std::map<std::string, Entry> entries_;
  std::map<std::string, Assembly> assemblies_;  // by the path of the file
  std::map<std::string, std::vector<std::string>, std::less<>> exporters_;
};

/// Reads one template and those that it nests. Empty when the document turns out to be something else (nothing is
/// reported then); a broken file that looks like a template gives a deployment with a syntax diagnostic and everything
/// that could be read.
std::unique_ptr<Deployment> load_cloudformation(Workspace& workspace, FileId file, const Inputs& inputs,
                                                const FunctionTable& functions, ComputedAttributes* computed,
                                                CloudFormationTemplates* run = nullptr);

/// What a template deploys besides its own resources. Costs next to nothing for a file that names no type that does.
TemplateRelations relations_of(Workspace& workspace, FileId file, const Inputs& inputs, const FunctionTable& functions,
                               ComputedAttributes& computed, CloudFormationTemplates& run);

/// The names under which a root and the templates that it nests export outputs. Costs next to nothing for a file that
/// does neither.
std::vector<std::string> exports_of(Workspace& workspace, FileId file, const TemplateRelations& relations,
                                    const Inputs& inputs, const FunctionTable& functions, ComputedAttributes& computed,
                                    CloudFormationTemplates& run);

/// Of these templates, with what each of them deploys, those that nobody else deploys. Of templates that deploy each
/// other in a circle, the first.
std::vector<std::size_t> cloudformation_roots(std::span<const std::string> paths,
                                              std::span<const TemplateRelations> relations);

/// Of these those that are wanted, or deploy what is, however far down.
std::vector<std::size_t> cloudformation_roots_using(std::span<const std::string> paths,
                                                    std::span<const TemplateRelations> relations,
                                                    const std::set<std::string>& wanted);

}  // namespace holdfast
