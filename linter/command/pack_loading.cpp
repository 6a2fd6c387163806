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
  std::string message = "the rule packs cannot be used:";
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    message += "\n  ";
    if (diagnostic.at.exists()) {
      const SourceFile& file = workspace.file(diagnostic.at.file);
      const Position at = file.position(diagnostic.at.begin);
      message += file.path() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": ";
    }
    message += diagnostic.message;
  }
  return failure(message);
}

}  // namespace holdfast
