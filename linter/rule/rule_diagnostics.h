#pragma once

#include "text/diagnostic.h"

namespace holdfast {

inline constexpr DiagnosticKind kUnknownSeverity{"pack/unknown-severity", Gravity::error,
                                                 "`{}` is no severity; there are info, low, medium, high and critical"};
inline constexpr DiagnosticKind kUnknownFramework{"pack/unknown-framework", Gravity::error,
                                                  "no framework is called `{}`{}"};
inline constexpr DiagnosticKind kUnknownControl{"pack/unknown-control", Gravity::error,
                                                "{} has no control `{}` in its pack file{}"};
inline constexpr DiagnosticKind kRuleTwice{"pack/rule-twice", Gravity::error, "rule `{}` is defined twice"};
inline constexpr DiagnosticKind kNoProfile{"pack/no-profile", Gravity::error, "no profile is marked as the default"};

}  // namespace holdfast
