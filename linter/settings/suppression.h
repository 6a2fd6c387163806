#pragma once

#include "text/source.h"

#include <string>
#include <vector>

namespace holdfast {

/// The wish to accept findings for a reason, as somebody wrote it: in a comment, in metadata, in the configuration.
struct StatedSuppression {
  std::vector<std::string> names;  // rules, themes
  std::string reason;              // without one it has no effect
  std::string owner;
  std::string expires;  // "2027-01-31": the last day; empty: never
  std::string mistake;  // why it cannot be understood; empty when it can
  Span at;              // where it is written
  bool is_in_source = true;

  /// In source: the text whose findings are meant. A construct speaks for everything declared in it, or called by it; a
  /// line only for what is found in that line.
  Span scope;
  bool is_line = false;

  /// In the configuration: patterns of addresses and of paths; empty: any.
  std::vector<std::string> addresses;
  std::vector<std::string> paths;
};

}  // namespace holdfast
