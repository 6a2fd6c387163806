#include "command/pack_loading.h"

#include "expression/function.h"

namespace holdfast {

Result<void> load_all_packs(Packs& packs, Workspace& workspace, std::span<const EmbeddedPackFile> embedded,
                            const std::vector<std::string>& directories) {
  Diagnostics diagnostics;
  load_embedded_packs(packs, workspace, embedded, diagnostics);
  for (const std::string& directory : directories) {
    if (auto loaded = load_packs(packs, workspace, directory, diagnostics); !loaded) return loaded;
  }
  packs.finish(diagnostics);
  if (!directories.empty()) packs.check(FunctionTable(), diagnostics);
  if (!diagnostics.has_errors()) return {};
  return failure("the rule packs cannot be used:" + listed(diagnostics, workspace));
}

std::string listed(const Diagnostics& problems, const Workspace& workspace) {
  std::string lines;
  for (const Diagnostic& diagnostic : problems.all()) {
    lines += "\n  ";
    if (diagnostic.at.exists()) {
      const SourceFile& file = workspace.file(diagnostic.at.file);
      const Position at = file.position(diagnostic.at.begin);
      lines += file.path() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": ";
    }
    lines += diagnostic.message;
  }
  return lines;
}

}  // namespace holdfast
