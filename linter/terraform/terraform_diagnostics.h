#pragma once

#include "text/diagnostic.h"

namespace holdfast::terraform {

// Files and structure.
inline constexpr DiagnosticKind kUnreadableFile{"terraform/unreadable-file", Gravity::error, "{}"};
inline constexpr DiagnosticKind kUnknownBlock{"terraform/unknown-block", Gravity::error,
                                              "`{}` is no block that a configuration holds at its top level{}"};
inline constexpr DiagnosticKind kStrayArgument{"terraform/stray-argument", Gravity::error,
                                               "argument `{}` stands outside of every block"};
inline constexpr DiagnosticKind kWrongLabels{"terraform/wrong-labels", Gravity::error,
                                             "`{}` needs {}, this one has {}"};
inline constexpr DiagnosticKind kDuplicate{"terraform/duplicate", Gravity::warning, "{} is declared twice"};
inline constexpr DiagnosticKind kOverrideWithoutBase{"terraform/override-without-base", Gravity::error,
                                                     "{} is overridden here but declared nowhere"};
inline constexpr DiagnosticKind kMarkedJson{
    "terraform/byte-order-mark", Gravity::error,
    "JSON must begin without a byte order mark, and this does not: Terraform refuses the file"};
inline constexpr DiagnosticKind kBrokenJson{"terraform/broken-json", Gravity::error, "{}"};

// Names.
inline constexpr DiagnosticKind kUndeclared{"terraform/undeclared", Gravity::warning,
                                            "`{}` is declared nowhere in this module{}"};
inline constexpr DiagnosticKind kCycle{"terraform/cycle", Gravity::error, "`{}` needs its own value"};

// Variables.
inline constexpr DiagnosticKind kReservedName{
    "terraform/reserved-name", Gravity::error,
    "no variable can have the name `{}`: module blocks give it a meaning of its own"};
inline constexpr DiagnosticKind kUndeclaredInput{"terraform/undeclared-input", Gravity::warning,
                                                 "a value is given for `{}`, which is no variable of this root{}"};
inline constexpr DiagnosticKind kNotConstant{"terraform/not-constant", Gravity::error,
                                             "the value of `{}` must be a constant"};
inline constexpr DiagnosticKind kUnfitValue{"terraform/unfit-value", Gravity::error, "variable `{}`: {}"};
inline constexpr DiagnosticKind kMissingArgument{"terraform/missing-argument", Gravity::error,
                                                 "module `{}` needs a value for `{}`"};
inline constexpr DiagnosticKind kUnknownArgument{"terraform/unknown-argument", Gravity::error,
                                                 "module `{}` has no variable `{}`{}"};

// Demands of the author.
inline constexpr DiagnosticKind kInvalidValue{"terraform/invalid-value", Gravity::error,
                                              "the value of variable `{}` is refused: {}"};
inline constexpr DiagnosticKind kPrecondition{"terraform/precondition", Gravity::error,
                                              "the precondition of `{}` does not hold: {}"};
inline constexpr DiagnosticKind kPostcondition{"terraform/postcondition", Gravity::error,
                                               "the postcondition of `{}` does not hold: {}"};
inline constexpr DiagnosticKind kAssertion{"terraform/assertion", Gravity::warning,
                                           "the assertion of check `{}` does not hold: {}"};

// Repetition.
inline constexpr DiagnosticKind kUnfitCount{"terraform/unfit-count", Gravity::error,
                                            "`count` must be a whole number from 0 on, {}"};
inline constexpr DiagnosticKind kUnfitForEach{"terraform/unfit-for-each", Gravity::error,
                                              "`for_each` must be a map or a set of text, this is {}"};
inline constexpr DiagnosticKind kCountAndForEach{"terraform/count-and-for-each", Gravity::error,
                                                 "`{}` takes `count` or `for_each`, not both"};
inline constexpr DiagnosticKind kUnfitDynamic{"terraform/unfit-dynamic", Gravity::error, "dynamic `{}` {}"};
inline constexpr DiagnosticKind kTooManyInstances{
    "terraform/too-many-instances", Gravity::warning,
    "there are more instances than are looked at: `{}` is left out, and what follows"};
inline constexpr DiagnosticKind kFailing{"terraform/failing", Gravity::warning, "{}"};
/// A library, or a root whose values come with the command that plans it, need not work with its defaults alone.
inline constexpr DiagnosticKind kByDefault{"terraform/by-default", Gravity::note, "with the values at hand, {}"};

// Plans.
inline constexpr DiagnosticKind kPlanFormat{"terraform/plan-format", Gravity::error,
                                            "plans of format {} are not understood; this reads 0.1 to 1.x"};

// Modules and providers.
inline constexpr DiagnosticKind kMissingModule{"terraform/missing-module", Gravity::error,
                                               "module `{}`: there is no configuration in {}"};
inline constexpr DiagnosticKind kModuleCycle{"terraform/module-cycle", Gravity::error, "module `{}` contains itself"};
inline constexpr DiagnosticKind kModuleDepth{"terraform/module-depth", Gravity::error,
                                             "module `{}` is nested deeper than is looked at"};
inline constexpr DiagnosticKind kModuleSource{"terraform/module-source", Gravity::error,
                                              "the source of module `{}` must be a literal text"};
inline constexpr DiagnosticKind kUndeclaredProvider{"terraform/undeclared-provider", Gravity::error,
                                                    "provider configuration `{}` is declared nowhere{}"};

}  // namespace holdfast::terraform
