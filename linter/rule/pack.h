#pragma once

#include "model/definition.h"
#include "rule/embedded_packs.h"
#include "rule/requirement.h"
#include "rule/rule.h"
#include "survey/diagram.h"
#include "survey/table.h"
#include "text/workspace.h"

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

class FunctionTable;

/// All packs that a run uses, read and checked. Immutable once loaded; shared by all threads.
class Packs {
 public:
  /// Adds one pack file. Its rules get ids `<pack>/<name>`, where the pack is the folder the file stands in.
  void add(std::unique_ptr<hcl::Tree> tree, std::string_view pack, Diagnostics& diagnostics, bool have_pages = false);
  /// Checks what spans several files. To be called once after all files were added.
  void finish(Diagnostics& diagnostics);

  /// Checks every expression of the packs against what they declare. The build does it for its own packs, the program
  /// for others.
  void check(const FunctionTable& functions, Diagnostics& diagnostics) const;

  const Definitions& definitions() const { return definitions_; }
  /// Sorted by id.
  const std::vector<const Rule*>& rules() const { return sorted_rules_; }
  const Rule* rule(std::string_view id) const;
  const std::deque<Framework>& frameworks() const { return frameworks_; }
  /// A framework of a user's own, and what rules give evidence for its controls.
  void add(Framework framework, const std::vector<std::pair<const Rule*, ControlReference>>& evidence);
  const Framework* framework(std::string_view key) const;
  const Table* table(std::string_view name) const;
  /// What documents of organisations demand; rules name the rows that they show something of.
  const std::deque<Register>& registers() const { return registers_; }
  const Requirement* requirement(std::string_view id) const;
  const Diagram* diagram(std::string_view name) const;
  const Profile* profile(std::string_view name) const;
  const Profile* default_profile() const;
  /// What rules call `policy` under a profile, in the evaluation's arena. Constants given besides it win; what is a map
  /// or an object in both is merged.
  Value policy_of(const Profile& profile, Evaluation& evaluation,
                  const std::vector<NamedExpression>& changes = {}) const;
  std::vector<std::string_view> profile_names() const;
  /// The pack files, in the order in which they were added.
  std::vector<const hcl::Tree*> trees() const;

 private:
  friend class RuleReader;

  void check_controls(const std::vector<ControlReference>& references, Span at, Diagnostics& diagnostics) const;
  std::vector<std::string_view> row_ids() const;

  std::vector<std::unique_ptr<hcl::Tree>> trees_;
  Definitions definitions_;
  std::deque<Rule> rules_;
  std::vector<const Rule*> sorted_rules_;
  std::deque<Framework> frameworks_;
  std::deque<Register> registers_;
  std::deque<Profile> profiles_;
  std::deque<Table> tables_;
  std::deque<Diagram> diagrams_;
};

/// Takes the packs that the program was built with. Costs no parsing.
void load_embedded_packs(Packs& packs, Workspace& workspace, std::span<const EmbeddedPackFile> files,
                         Diagnostics& diagnostics);

/// Reads all `*.hcl` files below a directory as packs, in path order.
Result<void> load_packs(Packs& packs, Workspace& workspace, const std::string& directory, Diagnostics& diagnostics);

}  // namespace holdfast
