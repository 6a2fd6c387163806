#pragma once

#include "text/diagnostic.h"

namespace holdfast::cloudformation {

inline constexpr DiagnosticKind kUnknownName{"cloudformation/unknown-name", Gravity::warning,
                                             "`{}` is neither a parameter nor a resource of this template"};
inline constexpr DiagnosticKind kUnknownResource{"cloudformation/unknown-resource", Gravity::warning,
                                                 "`{}` is no resource of this template"};
inline constexpr DiagnosticKind kUnknownCondition{"cloudformation/unknown-condition", Gravity::warning,
                                                  "`{}` is no condition of this template"};
inline constexpr DiagnosticKind kUnknownKey{"cloudformation/unknown-key", Gravity::warning,
                                            "the mapping has no key `{}` here"};
inline constexpr DiagnosticKind kUnknownFunction{"cloudformation/unknown-function", Gravity::warning,
                                                 "`{}` is no intrinsic function"};
inline constexpr DiagnosticKind kMalformedFunction{"cloudformation/malformed-function", Gravity::error,
                                                   "`{}` takes {}"};
inline constexpr DiagnosticKind kIndexOutOfRange{"cloudformation/index-out-of-range", Gravity::error,
                                                 "index {} is outside of the list, which has {} items"};
inline constexpr DiagnosticKind kPropertyCycle{"cloudformation/property-cycle", Gravity::error,
                                               "`{}` of `{}` depends on itself"};
inline constexpr DiagnosticKind kConditionCycle{"cloudformation/condition-cycle", Gravity::error,
                                                "condition `{}` depends on itself"};
inline constexpr DiagnosticKind kNotACondition{
    "cloudformation/not-a-condition", Gravity::error,
    "this is no condition; Fn::Equals, Fn::And, Fn::Or, Fn::Not and Condition are"};
inline constexpr DiagnosticKind kNotAMapping{"cloudformation/not-a-mapping", Gravity::error,
                                             "{} must be a mapping of names to values"};
inline constexpr DiagnosticKind kAnotherTemplate{"cloudformation/another-template", Gravity::warning,
                                                 "only the first template of a file is judged, not this one"};
inline constexpr DiagnosticKind kNotAName{"cloudformation/not-a-name", Gravity::error, "`{}` takes {}, written out"};
inline constexpr DiagnosticKind kUnknownPolicy{"cloudformation/unknown-policy", Gravity::warning,
                                               "`{}` is no value of {}; {} are"};
inline constexpr DiagnosticKind kResourceWithoutType{"cloudformation/no-type", Gravity::error,
                                                     "resource `{}` has no Type"};
inline constexpr DiagnosticKind kDuplicateName{"cloudformation/duplicate-name", Gravity::error,
                                               "the loop makes `{}` twice"};
inline constexpr DiagnosticKind kValueNotAllowed{"cloudformation/value-not-allowed", Gravity::warning,
                                                 "`{}` is not among the allowed values of parameter `{}`"};
inline constexpr DiagnosticKind kAssertionFails{"cloudformation/assertion-fails", Gravity::warning,
                                                "rule `{}` refuses every deployment with these parameters"};
inline constexpr DiagnosticKind kMissingParameter{
    "cloudformation/missing-parameter", Gravity::error,
    "stack `{}` gives no value for parameter `{}` of its template, which has no default"};
inline constexpr DiagnosticKind kUnknownParameter{"cloudformation/unknown-parameter", Gravity::warning,
                                                  "the template of stack `{}` has no parameter `{}`"};
inline constexpr DiagnosticKind kUnknownOutput{"cloudformation/unknown-output", Gravity::warning,
                                               "the template of stack `{}` has no output `{}`"};
inline constexpr DiagnosticKind kMissingTemplate{"cloudformation/missing-template", Gravity::error,
                                                 "stack `{}`: there is no template \"{}\""};
inline constexpr DiagnosticKind kBrokenText{"cloudformation/broken-text", Gravity::error,
                                            "the template in this text cannot be read: {}"};
inline constexpr DiagnosticKind kNoTemplate{"cloudformation/no-template", Gravity::error,
                                            "stack `{}`: this text is no template"};
inline constexpr DiagnosticKind kNestingCycle{"cloudformation/nesting-cycle", Gravity::error,
                                              "stack `{}` deploys \"{}\", which it is part of itself"};
inline constexpr DiagnosticKind kNestedTooOften{"cloudformation/nested-too-often", Gravity::error,
                                                "stack `{}` is one more than is looked at"};
inline constexpr DiagnosticKind kOpaqueStack{"cloudformation/opaque-stack", Gravity::note,
                                             "stack `{}` comes from {}, so what it deploys is not seen"};
inline constexpr DiagnosticKind kOpaqueModule{
    "cloudformation/opaque-module", Gravity::note,
    "module `{}` is `{}`, which a registry holds, so what it deploys is not seen"};
inline constexpr DiagnosticKind kUnreadableParameters{"cloudformation/unreadable-parameters", Gravity::error,
                                                      "parameter file `{}`: {}"};

}  // namespace holdfast::cloudformation
