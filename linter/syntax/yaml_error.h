#pragma once

#include "syntax/yaml_source.h"
#include "text/diagnostic.h"

#include <optional>
#include <string_view>

namespace holdfast {

/// Where reading stopped and what was known then.
struct YamlError {
  std::string_view message;         // the parser's
  uint32_t at = 0;                  // often late
  uint32_t read_end = 0;            // end of the last complete node
  std::optional<uint32_t> bracket;  // innermost open `[` or `{`
  Span last_quoted;
};

/// Reports an error of the parser in our words, at its cause rather than where the parser noticed it.
void report_yaml_error(const YamlError& error, FileId file, const YamlSource& source, Diagnostics& diagnostics);

}  // namespace holdfast
