#include "command/known_faults.h"

#include "command/git.h"
#include "command/output.h"
#include "command/temporary_directory.h"
#include "report/baseline.h"

#include <algorithm>
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
  std::vector<std::string> paths;
  for (const std::string& path : options.paths) {
    if (const fs::path there = copy.of(path); !there.empty()) paths.push_back(there.string());
  }
  if (paths.empty()) return Baseline();

  options.paths = std::move(paths);
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
  return baseline_of(analyse(workspace, packs, options, ignored));
}

/// Of the files that it names not one exists where the run takes place: its paths start somewhere else.
bool is_of_elsewhere(const Baseline& baseline, const Report& report) {
  std::error_code error;
  const auto exists = [&](const auto& entry) {
    return fs::exists(fs::path(report.source_root) / entry.second.path, error);
  };
  return !baseline.entries.empty() && std::ranges::none_of(baseline.entries, exists);
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
    if (is_of_elsewhere(*baseline, report))
      return failure(known.baseline + ": it was written for another directory: none of its files is below " +
                     report.source_root + "; use it where it was written, or write it anew");
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
