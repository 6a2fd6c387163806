#pragma once

#include "text/diagnostic.h"

namespace holdfast {

inline constexpr DiagnosticKind kNoType{"expression/no-type", Gravity::error,
                                        "this is no type; one is written like string or list(number)"};
inline constexpr DiagnosticKind kUnknownType{"expression/unknown-type", Gravity::error, "there is no type `{}`"};
inline constexpr DiagnosticKind kMisspeltType{"expression/misspelt-type", Gravity::error,
                                              "there is no type `{}`; did you mean `{}`?"};
inline constexpr DiagnosticKind kTypeArguments{"expression/type-arguments", Gravity::error,
                                               "`{}` does not take what stands in its brackets"};
inline constexpr DiagnosticKind kBadFallback{"expression/bad-default", Gravity::error,
                                             "the default does not fit the type: {}"};

}  // namespace holdfast
