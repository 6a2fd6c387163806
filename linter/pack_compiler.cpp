// Writes the packs as C++: their text, and their trees ready to use, so that the program parses nothing at start-up.
// Called by the build: pack_compiler <folder of packs> <output.cpp>. A mistake in a pack stops the build.

#include "expression/function.h"
#include "rule/pack.h"
#include "syntax/hcl_storage.h"

#include <cstdint>
#include <cstring>
#include <fstream>
#include <iostream>
#include <string>

namespace holdfast {
namespace {

/// As words: compilers read large arrays of numbers faster the fewer they are.
void write_words(std::ostream& out, std::span<const std::byte> bytes) {
  for (std::size_t i = 0; i < bytes.size(); i += sizeof(uint64_t)) {
    uint64_t word = 0;
    std::memcpy(&word, bytes.data() + i, std::min(sizeof word, bytes.size() - i));
    out << word << "u,";
    if (i / sizeof(uint64_t) % 8 == 7) out << '\n';
  }
}

void print(const Diagnostics& diagnostics, const Workspace& workspace) {
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (diagnostic.at.exists()) {
      const SourceFile& file = workspace.file(diagnostic.at.file);
      const Position at = file.position(diagnostic.at.begin);
      std::cerr << file.path() << ':' << at.line << ':' << at.column << ": ";
    }
    std::cerr << "error: " << diagnostic.message << " [" << diagnostic.kind->id << "]\n";
  }
}

int compile(const std::string& folder, const std::string& output) {
  Workspace workspace;
  Packs packs;
  Diagnostics diagnostics;
  if (const auto loaded = load_packs(packs, workspace, folder, diagnostics); !loaded) {
    std::cerr << loaded.error().message << '\n';
    return 1;
  }
  packs.finish(diagnostics);
  packs.check(FunctionTable(), diagnostics);
  print(diagnostics, workspace);
  if (diagnostics.has_errors()) return 1;

  std::ofstream out(output, std::ios::trunc);
  out << "#include \"rule/embedded_packs.h\"\n\n#include <array>\n#include <cstdint>\n\nnamespace holdfast "
         "{\nnamespace {\n\n";
  std::size_t count = 0;
  for (const hcl::Tree* tree : packs.trees()) {
    out << "constexpr uint64_t kTree" << count++ << "[] = {\n";
    write_words(out, hcl::stored(*tree));
    out << "};\n";
  }
  out << "\nconst std::array<EmbeddedPackFile, " << count << "> kFiles = {{\n";
  count = 0;
  for (const hcl::Tree* tree : packs.trees()) {
    const std::string path = workspace.file(tree->file).path().substr(folder.size() + 1);
    out << "{\"" << path << "\", R\"__pack__(" << tree->source << ")__pack__\", std::as_bytes(std::span(kTree"
        << count++ << ")).first(" << hcl::stored(*tree).size() << ")},\n";
  }
  out << "}};\n\n}  // namespace\n\nstd::span<const EmbeddedPackFile> embedded_packs() { return kFiles; }\n\n}  // "
         "namespace holdfast\n";
  out.close();
  return out ? 0 : 1;
}

}  // namespace
}  // namespace holdfast

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: pack_compiler <folder of packs> <output.cpp>\n";
    return 1;
  }
  return holdfast::compile(argv[1], argv[2]);
}
