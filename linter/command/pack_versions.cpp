#include "command/pack_versions.h"

#include "expression/hash.h"

#include <fmt/format.h>

#include <map>
#include <string_view>

namespace holdfast {

std::string pack_versions(std::span<const EmbeddedPackFile> packs) {
  std::map<std::string_view, std::map<std::string_view, std::string_view>> contents;
  for (const EmbeddedPackFile& file : packs)
    contents[file.path.substr(0, file.path.find('/'))].emplace(file.path, file.source);
  std::string lines;
  for (const auto& [pack, files] : contents) {
    std::string content;
    for (const auto& [path, source] : files) content.append(path).append(1, '\0').append(source).append(1, '\0');
    lines += fmt::format("  {:<12}{}\n", pack, hexadecimal(digest(Hash::sha256, content)).substr(0, 12));
  }
  return lines;
}

}  // namespace holdfast
