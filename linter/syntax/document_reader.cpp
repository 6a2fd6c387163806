#include "syntax/document.h"

#include <iterator>

namespace holdfast {
namespace {

bool starts_like_json(std::string_view source) {
  const std::size_t first = source.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (source[first] == '{' || source[first] == '[');
}

}  // namespace

std::vector<Document> parse_documents(FileId file, std::string_view source, Diagnostics& diagnostics) {
  if (!starts_like_json(source)) return parse_yaml(file, source, diagnostics);

  std::vector<Document> documents;
  Diagnostics as_json;
  documents.push_back(parse_json(file, source, as_json));
  if (documents[0].has_errors) {
    Diagnostics as_yaml;
    std::vector<Document> read = parse_yaml(file, source, as_yaml);
    if (!as_yaml.has_errors()) {
      diagnostics.append(as_yaml);
      return read;
    }
  }
  diagnostics.append(as_json);
  return documents;
}

}  // namespace holdfast
