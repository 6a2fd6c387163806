#pragma once

#include "resource/written.h"
#include "syntax/hcl.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

/// Something in a declaration that does not fit what is known of the type.
struct Misfit {
  Span at;
  std::string path;                // "Rules.Status", without positions
  bool is_unknown = false;         // no property of this name; otherwise it has the wrong shape
  std::string_view nearest = {};   // of an unknown name: the one that may have been meant
  std::string_view expected = {};  // of a wrong shape: the right one
};

/// Compares what is written with a type as catalogues write them: `string`, `number`, `bool`, `any`, `list(…)`,
/// `map(…)`, `block(…)`, `{ name = type, … }`. What is not literal fits, and what is no object or block has no misfits.
std::vector<Misfit> misfits(const Written& written, hcl::Expression type);

}  // namespace holdfast
