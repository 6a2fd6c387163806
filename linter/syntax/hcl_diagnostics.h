#pragma once

#include "text/diagnostic.h"

namespace holdfast::hcl {

// Characters
inline constexpr DiagnosticKind kEncoding{"hcl/encoding", Gravity::error, "this file is not UTF-8 text"};
inline constexpr DiagnosticKind kBadUtf8{"hcl/bad-utf8", Gravity::error, "these bytes are not UTF-8"};
inline constexpr DiagnosticKind kBadCharacter{"hcl/bad-character", Gravity::error, "{} has no meaning here"};
inline constexpr DiagnosticKind kBadNumber{"hcl/bad-number", Gravity::error, "`{}` is not a number; text needs quotes"};
inline constexpr DiagnosticKind kUnclosedComment{"hcl/unclosed-comment", Gravity::error,
                                                 "this comment is never closed by `*/`"};

// Brackets
inline constexpr DiagnosticKind kUnclosedBlock{"hcl/unclosed-block", Gravity::error, "block `{}` is never closed"};
inline constexpr DiagnosticKind kUnclosedBracket{"hcl/unclosed-bracket", Gravity::error, "`{}` is never closed"};
inline constexpr DiagnosticKind kStrayBracket{"hcl/stray-bracket", Gravity::error, "`{}` closes nothing"};
inline constexpr DiagnosticKind kTooManyUnclosed{
    "hcl/too-many-unclosed", Gravity::error, "so much above is never closed that the file is not read from here on"};
inline constexpr DiagnosticKind kTooDeep{"hcl/too-deep", Gravity::error, "this is nested too deep to be read"};
inline constexpr DiagnosticKind kTooLarge{"hcl/too-large", Gravity::error, "this value is too large to be read"};

// Text and templates
inline constexpr DiagnosticKind kUnclosedString{"hcl/unclosed-string", Gravity::error,
                                                "this text is never closed by `\"`"};
inline constexpr DiagnosticKind kMultilineString{
    "hcl/multiline-string", Gravity::error,
    "quoted text ends on its own line; use `\\n`, or `<<EOT` for several lines"};
inline constexpr DiagnosticKind kBadEscape{"hcl/bad-escape", Gravity::error,
                                           "`{}` is not an escape; a backslash itself is written `\\\\`"};
inline constexpr DiagnosticKind kUnclosedHeredoc{"hcl/unclosed-heredoc", Gravity::error, "no line `{}` ends this text"};
inline constexpr DiagnosticKind kHeredocStart{
    "hcl/heredoc-start", Gravity::error,
    "`<<` is followed at once by a bare word and the end of the line, as in `<<EOT`"};
inline constexpr DiagnosticKind kHeredocEnd{"hcl/heredoc-end", Gravity::error, "the last line `{}` lacks its line end"};
inline constexpr DiagnosticKind kUnclosedTemplate{"hcl/unclosed-template", Gravity::error,
                                                  "`{}` is never closed by `}`"};
inline constexpr DiagnosticKind kUnclosedDirective{"hcl/unclosed-directive", Gravity::error,
                                                   "this directive is never ended by `%{ endif }` or `%{ endfor }`"};
inline constexpr DiagnosticKind kEmptyInterpolation{
    "hcl/empty-interpolation", Gravity::error,
    "nothing is interpolated here; the characters themselves are written `$${`"};

// Blocks and arguments
inline constexpr DiagnosticKind kJsonText{"hcl/json-text", Gravity::error,
                                          "this is JSON, which belongs in a file whose name ends in `.json`"};
inline constexpr DiagnosticKind kExpectedItem{"hcl/expected-item", Gravity::error,
                                              "an argument or a block starts with its name"};
inline constexpr DiagnosticKind kNotAnItem{
    "hcl/not-an-item", Gravity::error, "`{}` is neither an argument, which needs `=`, nor a block, which needs `{`"};
inline constexpr DiagnosticKind kBraceOnNewLine{"hcl/brace-on-new-line", Gravity::error,
                                                "the `{` of a block stands on the line of its name"};
inline constexpr DiagnosticKind kItemsOnOneLine{"hcl/items-on-one-line", Gravity::error,
                                                "`{}` needs a line of its own"};
inline constexpr DiagnosticKind kOneLineBlock{"hcl/one-line-block", Gravity::error,
                                              "a block on one line holds at most one argument and no block"};
inline constexpr DiagnosticKind kLabelTemplate{"hcl/label-template", Gravity::error,
                                               "a label is plain text, without `${` or `%{`"};
inline constexpr DiagnosticKind kDuplicateArgument{"hcl/duplicate-argument", Gravity::error, "`{}` is set twice"};

// Values
inline constexpr DiagnosticKind kNoValue{"hcl/no-value", Gravity::error, "`{}` has no value"};
inline constexpr DiagnosticKind kUnexpected{"hcl/unexpected", Gravity::error, "`{}` cannot stand here"};
inline constexpr DiagnosticKind kIncompleteValue{"hcl/incomplete-value", Gravity::error,
                                                 "this value breaks off before it is complete"};
inline constexpr DiagnosticKind kUnreadableValue{"hcl/unreadable-value", Gravity::error,
                                                 "this value cannot be read from here on"};
inline constexpr DiagnosticKind kLineBreak{"hcl/line-break", Gravity::error,
                                           "a value goes on in the next line only inside brackets"};
inline constexpr DiagnosticKind kMissingComma{"hcl/missing-comma", Gravity::error,
                                              "entries of an object are parted by a comma or a new line"};
inline constexpr DiagnosticKind kCommaFirst{"hcl/comma-first", Gravity::error,
                                            "the comma belongs to the end of the line before"};
inline constexpr DiagnosticKind kChainedLegacyIndex{"hcl/chained-legacy-index", Gravity::error,
                                                    "`{}` can be read as a number; write the indexes in brackets"};
inline constexpr DiagnosticKind kNestedAttributeSplat{"hcl/nested-attribute-splat", Gravity::error,
                                                      "`.*` inside `.*` is not possible; use `[*]`"};

}  // namespace holdfast::hcl
