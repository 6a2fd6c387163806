#include "report/sarif_artifacts.h"

#include "expression/hash.h"
#include "report/location_path.h"

#include <algorithm>

namespace holdfast {
namespace {

constexpr std::string_view kBaseId = "%SRCROOT%";
// Longer ones repeat the file instead of showing a place.
constexpr std::size_t kSnippetMax = 1000;

SarifArtifact artifact_of(const Report& report, FileId id) {
  SarifArtifact artifact{.file = &report.workspace->file(id), .path = repository_path(report, id)};
  artifact.is_below_root = !artifact.path.starts_with('/');
  artifact.is_in_repository = is_in_repository(artifact.path);
  artifact.uri = (artifact.is_below_root ? "" : "file://") + percent_encoded(artifact.path);
  return artifact;
}

/// Of the bytes on disk, which may begin with a byte order mark.
std::string hash_of(const SourceFile& file) {
  const std::string mark(file.has_byte_order_mark() ? kByteOrderMark : std::string_view());
  return hexadecimal(digest(Hash::sha256, mark.empty() ? file.text() : mark + std::string(file.text())));
}

void write_uri(JsonWriter& json, const SarifArtifact& artifact) {
  json.text("uri", artifact.uri);
  if (artifact.is_below_root) json.text("uriBaseId", kBaseId);
}

}  // namespace

SarifArtifacts::SarifArtifacts(const Report& report, std::vector<FileId> files) {
  std::ranges::sort(files);
  files.erase(std::unique(files.begin(), files.end()), files.end());
  for (const FileId file : files) artifacts_.push_back(artifact_of(report, file));
  std::ranges::sort(artifacts_, {}, &SarifArtifact::uri);
  for (std::size_t i = 0; i < artifacts_.size(); ++i) index_[artifacts_[i].file->id()] = i;
}

LineHash SarifArtifacts::line_hash(FileId file, uint32_t line) {
  std::vector<LineHash>& hashes = line_hashes_[file];
  if (hashes.empty()) hashes = line_hashes(*at(file).file);
  return hashes[std::min<std::size_t>(line, hashes.size()) - 1];
}

void SarifArtifacts::write_all(JsonWriter& json) const {
  for (const SarifArtifact& artifact : artifacts_) {
    json.object([&] {
      json.row("location", [&] { write_uri(json, artifact); });
      const std::size_t mark = artifact.file->has_byte_order_mark() ? kByteOrderMark.size() : 0;
      json.number("length", artifact.file->text().size() + mark);
      json.text("encoding", "UTF-8");
      json.row("hashes", [&] { json.text("sha-256", hash_of(*artifact.file)); });
      json.list("roles", std::vector<std::string>{"analysisTarget"});
    });
  }
}

void SarifArtifacts::write_location(JsonWriter& json, Span span, bool has_snippet) const {
  const SarifArtifact& artifact = at(span.file);
  const Position begin = artifact.file->position(span.begin);
  const Position end = artifact.file->position(std::max(span.begin, span.end));
  json.object("physicalLocation", [&] {
    json.row("artifactLocation", [&] {
      write_uri(json, artifact);
      json.number("index", index(span.file));
    });
    json.row("region", [&] {
      json.number("startLine", begin.line);
      json.number("startColumn", begin.column);
      json.number("endLine", end.line);
      json.number("endColumn", end.column);
      const std::string_view snippet = artifact.file->text(span);
      if (has_snippet && !snippet.empty() && snippet.size() <= kSnippetMax) {
        json.row("snippet", [&] { json.text("text", snippet); });
      }
    });
  });
}

}  // namespace holdfast
