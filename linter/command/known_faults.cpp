#include "command/known_faults.h"

#include "command/git.h"
#include "command/output.h"
#include "command/temporary_directory.h"
#include "report/baseline.h"

#include <filesystem>

namespace holdfast {

namespace fs = std::filesystem;

namespace {

/// What the paths of a run are called in a copy of the repository elsewhere.
class Copy {
 public:
  Copy(const fs::path& original, const fs::path& copy) : original_(original), copy_(copy) {}

  /// Empty where the path is not of the repository, or was not there.
  fs::path of(const fs::path& path) const {
    std::error_code error;
    const fs::path inside = fs::weakly_canonical(path, error).lexically_relative(original_);
    if (inside.empty() || *inside.begin() == "..") return {};
    const fs::path there = (copy_ / inside).lexically_normal();
    return fs::exists(there, error) ? there : fs::path();
  }

  /// What a path of the copy would be called below a path of the run.
  static std::string name_below(const fs::path& given, const fs::path& copied, const fs::path& path) {
    const fs::path inside = path.lexically_relative(copied);
    return (inside == "." ? given : given / inside).lexically_normal().generic_string();
  }

 private:
  fs::path original_, copy_;
};

/// The same analysis of the sources as they were at a revision.
Result<Baseline> baseline_at(const std::string& revision, Workspace& workspace, const Packs& packs,
                             AnalysisOptions options, const Report& report) {
  std::error_code error;
  const fs::path root = fs::weakly_canonical(report.source_root, error);
  const TemporaryDirectory directory;
  if (auto written = write_revision(root.string(), revision, directory.path().string()); !written)
    return tl::unexpected(written.error());
  const Copy copy(root, directory.path());
  std::vector<std::pair<fs::path, fs::path>> paths;
  for (const std::string& path : options.paths) {
    if (const fs::path there = copy.of(path); !there.empty()) paths.emplace_back(path, there);
  }
  if (paths.empty()) return Baseline();

  options.paths.clear();
  for (const auto& [given, there] : paths) options.paths.push_back(there.string());
  options.source_root = directory.path().string();
  options.detail = {};
  options.table = nullptr;
  options.diagram = nullptr;
  if (options.settings) {
    auto settings = std::make_shared<Settings>(*options.settings);
    if (const fs::path there = copy.of(settings->directory); !there.empty()) settings->directory = there.string();
    options.settings = settings;
  }
  AnalysisStatistics ignored;
  Report before = analyse(workspace, packs, options, ignored);
  // What concerns a whole deployment is called by its path.
  for (Finding& finding : before.findings) {
    for (const auto& [given, there] : paths) {
      const std::string prefix = there.string();
      if (finding.resource == prefix || finding.resource.starts_with(prefix + "/"))
        finding.resource = Copy::name_below(given, there, finding.resource);
    }
  }
  return baseline_of(before);
}

}  // namespace

Result<void> set_apart(const KnownFaults& known, Workspace& workspace, const Packs& packs,
                       const AnalysisOptions& options, Report& report) {
  if (!known.write_baseline.empty()) {
    const Baseline now = baseline_of(report);
    if (auto written = write_file(known.write_baseline, baseline_text(now)); !written) return written;
    if (known.baseline.empty()) compare_with(now, packs, "it is in the baseline " + known.write_baseline, report);
  }
  if (!known.baseline.empty()) {
    const auto baseline = read_baseline(known.baseline, workspace);
    if (!baseline) return tl::unexpected(baseline.error());
    compare_with(*baseline, packs, "it is in the baseline " + known.baseline, report);
  }
  if (!known.changed_since.empty()) {
    const auto before = baseline_at(known.changed_since, workspace, packs, options, report);
    if (!before) return tl::unexpected(before.error());
    compare_with(*before, packs, "it was there at " + known.changed_since, report);
  }
  return {};
}

}  // namespace holdfast
