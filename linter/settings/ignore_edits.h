#pragma once

#include "rule/finding.h"
#include "text/workspace.h"

#include <string>
#include <vector>

namespace holdfast {

/// What is said of all findings that are accepted in place.
struct Acceptance {
  std::string reason, owner, expires;
};

struct IgnoreEdits {
  struct File {
    FileId file;
    std::string text;  // what it is to hold, byte order mark included
  };
  std::vector<File> files;
  std::size_t accepted = 0;
  std::vector<const Finding*> left;  // for which there is no place: generated text, one-line documents
};

/// Suppressions for these findings, each in front of the resource that it is about: as a comment, or where there can be
/// none as metadata.
IgnoreEdits ignore_edits(const std::vector<const Finding*>& findings, const Acceptance& acceptance,
                         const Workspace& workspace);

}  // namespace holdfast
