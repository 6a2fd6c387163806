#pragma once

#include "text/diagnostic.h"

namespace holdfast {

inline constexpr DiagnosticKind kUnknownPackBlock{"pack/unknown-block", Gravity::error,
                                                  "`{}` is no block of the pack language{}"};
inline constexpr DiagnosticKind kUnknownPackArgument{"pack/unknown-argument", Gravity::error,
                                                     "`{}` is no argument of `{}`{}"};
inline constexpr DiagnosticKind kMissingPackArgument{"pack/missing-argument", Gravity::error, "`{}` lacks `{}`"};
inline constexpr DiagnosticKind kMissingPackLabel{"pack/missing-label", Gravity::error, "`{}` needs a name in quotes"};
inline constexpr DiagnosticKind kExpectedText{"pack/expected-text", Gravity::error,
                                              "`{}` must be a plain text in quotes"};
inline constexpr DiagnosticKind kExpectedTexts{"pack/expected-texts", Gravity::error,
                                               "`{}` must be a list of plain texts"};
inline constexpr DiagnosticKind kExpectedName{"pack/expected-name", Gravity::error,
                                              "`{}` must be the bare name of a type or family"};
inline constexpr DiagnosticKind kUnknownCanonicalType{"pack/unknown-type", Gravity::error,
                                                      "no type or family is called `{}`{}"};
inline constexpr DiagnosticKind kUndeclaredAttribute{"pack/undeclared-attribute", Gravity::error,
                                                     "type `{}` declares no attribute `{}`{}"};
inline constexpr DiagnosticKind kDefinedTwice{"pack/defined-twice", Gravity::error, "`{}` is defined twice"};
inline constexpr DiagnosticKind kUnknownPackName{"pack/unknown-name", Gravity::error, "nothing is called `{}` here{}"};
inline constexpr DiagnosticKind kUnknownPackFunction{"pack/unknown-function", Gravity::error,
                                                     "no function is called `{}`{}"};
inline constexpr DiagnosticKind kWrongArgumentCount{"pack/wrong-argument-count", Gravity::error,
                                                    "`{}` takes {} arguments, not {}"};

}  // namespace holdfast
