#pragma once

#include "text/diagnostic.h"

namespace holdfast {

inline constexpr DiagnosticKind kUnknownSetting{"settings/unknown-name", Gravity::error,
                                                "nothing is called `{}` here{}"};
inline constexpr DiagnosticKind kWrongSetting{"settings/wrong-value", Gravity::error, "`{}`: {}"};
inline constexpr DiagnosticKind kUnknownRuleName{"settings/unknown-rule", Gravity::error, "{}"};
inline constexpr DiagnosticKind kUnknownProfile{"settings/unknown-profile", Gravity::error,
                                                "no profile is called `{}`{}"};
inline constexpr DiagnosticKind kNoSuchFile{"settings/no-such-file", Gravity::error, "{} cannot be read"};
inline constexpr DiagnosticKind kSettingTwice{"settings/defined-twice", Gravity::error, "`{}` is there twice"};
inline constexpr DiagnosticKind kNoDate{"settings/no-date", Gravity::error, "`{}` is no day, as in 2027-01-31"};

}  // namespace holdfast
