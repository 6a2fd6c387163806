#include "rule/finding.h"

namespace holdfast {

std::string_view to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass: return "pass";
    case Verdict::fail: return "fail";
    case Verdict::undecided: return "undecided";
    case Verdict::not_applicable: return "not applicable";
  }
  return {};
}

}  // namespace holdfast
