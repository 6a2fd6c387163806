#pragma once

#include "report/json_writer.h"
#include "report/line_hash.h"
#include "report/report.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

/// A file as SARIF names it.
struct SarifArtifact {
  const SourceFile* file;
  std::string path;  // from the source root, or absolute
  std::string uri = {};
  bool is_below_root = false;
  /// Below the root and not fetched by a tool: a reader of the repository can open it.
  bool is_in_repository = false;
};

/// The files that one SARIF run mentions, sorted by URI.
class SarifArtifacts {
 public:
  SarifArtifacts(const Report& report, std::vector<FileId> files);

  std::size_t index(FileId file) const { return index_.at(file); }
  const SarifArtifact& at(FileId file) const { return artifacts_[index(file)]; }
  /// Fingerprint of a one-based line. Computed once a file, on first demand.
  LineHash line_hash(FileId file, uint32_t line);

  void write_all(JsonWriter& json) const;
  /// A `physicalLocation`, with a snippet if wanted.
  void write_location(JsonWriter& json, Span span, bool has_snippet = false) const;

 private:
  std::vector<SarifArtifact> artifacts_;
  std::map<FileId, std::size_t> index_;
  std::map<FileId, std::vector<LineHash>> line_hashes_;
};

}  // namespace holdfast
