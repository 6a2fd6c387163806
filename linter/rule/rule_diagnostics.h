#pragma once

#include "text/diagnostic.h"

namespace holdfast {

inline constexpr DiagnosticKind kUnknownSeverity{"pack/unknown-severity", Gravity::error,
                                                 "`{}` is no severity; there are info, low, medium, high and critical"};
inline constexpr DiagnosticKind kUnknownBasis{"pack/unknown-basis", Gravity::error,
                                              "`{}` is no basis; there are convention, demand and service"};
inline constexpr DiagnosticKind kUnknownFramework{"pack/unknown-framework", Gravity::error,
                                                  "no framework is called `{}`{}"};
inline constexpr DiagnosticKind kUnknownControl{"pack/unknown-control", Gravity::error,
                                                "{} has no control `{}` in its pack file{}"};
inline constexpr DiagnosticKind kUnknownRequirement{"pack/unknown-requirement", Gravity::error,
                                                    "rule `{}` covers `{}`, which no register holds{}"};
inline constexpr DiagnosticKind kUnknownProof{"pack/unknown-proof", Gravity::error,
                                              "`{}` is no proof; there are static, proxy, derived, manual and none"};
inline constexpr DiagnosticKind kUnknownRequirementField{"pack/unknown-requirement-field", Gravity::error,
                                                         "a requirement has no `{}`{}"};
inline constexpr DiagnosticKind kRuleTwice{"pack/rule-twice", Gravity::error, "rule `{}` is defined twice"};
inline constexpr DiagnosticKind kNoProfile{"pack/no-profile", Gravity::error, "no profile is marked as the default"};

}  // namespace holdfast
