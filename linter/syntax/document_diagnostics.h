#pragma once

#include "text/diagnostic.h"

namespace holdfast {

// Both languages. A repeated key is read, so nothing is lost: a warning.
inline constexpr DiagnosticKind kYamlDuplicateKey{"yaml/duplicate-key", Gravity::warning,
                                                  "`{}` is set twice; the later one counts"};
inline constexpr DiagnosticKind kJsonDuplicateKey{"json/duplicate-key", Gravity::warning,
                                                  "`{}` is set twice; the later one counts"};
inline constexpr DiagnosticKind kYamlTooDeep{"yaml/too-deep", Gravity::error,
                                             "nested deeper than {} levels; what is inside is not read"};
inline constexpr DiagnosticKind kJsonTooDeep{"json/too-deep", Gravity::error,
                                             "nested deeper than {} levels; what is inside is not read"};
inline constexpr DiagnosticKind kYamlNotUtf8{"yaml/not-utf8", Gravity::error,
                                             "this is not UTF-8; save the file in that encoding"};
inline constexpr DiagnosticKind kJsonNotUtf8{"json/not-utf8", Gravity::error,
                                             "this is not UTF-8; save the file in that encoding"};
inline constexpr DiagnosticKind kYamlControlCharacter{"yaml/control-character", Gravity::error,
                                                      "a control character ({}) cannot stand in YAML"};
inline constexpr DiagnosticKind kJsonControlCharacter{
    "json/control-character", Gravity::error, "a control character ({}) cannot stand here; write it as an escape"};

// YAML
inline constexpr DiagnosticKind kYamlUnclosedQuote{"yaml/unclosed-quote", Gravity::error, "this quote is never closed"};
inline constexpr DiagnosticKind kYamlUnclosedBracket{"yaml/unclosed-bracket", Gravity::error, "`{}` is never closed"};
inline constexpr DiagnosticKind kYamlMissingComma{"yaml/missing-comma", Gravity::error,
                                                  "`,` or `{}` is missing before this"};
inline constexpr DiagnosticKind kYamlUnopenedBracket{"yaml/unopened-bracket", Gravity::error,
                                                     "`{}` closes nothing; quote it if it is text"};
inline constexpr DiagnosticKind kYamlTab{"yaml/tab", Gravity::error, "a tab cannot indent YAML; use spaces"};
inline constexpr DiagnosticKind kYamlUnknownAnchor{"yaml/unknown-anchor", Gravity::error,
                                                   "no `&{}` stands before this alias; quote it if it is text"};
inline constexpr DiagnosticKind kYamlAliasCycle{"yaml/alias-cycle", Gravity::error,
                                                "`{}` stands inside what it repeats"};
inline constexpr DiagnosticKind kYamlTooManyAliases{"yaml/too-many-aliases", Gravity::error,
                                                    "aliases repeat more than {} nodes; the rest is not read"};
inline constexpr DiagnosticKind kYamlMergeKey{"yaml/merge-key", Gravity::note,
                                              "`<<` is merged here, but not by every reader of YAML"};
inline constexpr DiagnosticKind kYamlUnexpectedText{
    "yaml/unexpected-text", Gravity::error, "this does not continue the value before it; check its indentation"};
inline constexpr DiagnosticKind kYamlUnexpectedKey{
    "yaml/unexpected-key", Gravity::error,
    "a key cannot stand here; check the indentation, or quote text that holds `: `"};
inline constexpr DiagnosticKind kYamlUnexpectedItem{"yaml/unexpected-item", Gravity::error,
                                                    "a list item cannot stand here; check its indentation"};
inline constexpr DiagnosticKind kYamlUnexpectedCharacter{"yaml/unexpected-character", Gravity::error,
                                                         "plain text cannot start with `{}`; quote it"};
inline constexpr DiagnosticKind kYamlBadEscape{"yaml/bad-escape", Gravity::error,
                                               "no such escape in a quoted text; double the backslash if it is meant"};
inline constexpr DiagnosticKind kYamlTwoTags{"yaml/two-tags", Gravity::error, "a value takes one tag only"};
inline constexpr DiagnosticKind kYamlTaggedKey{
    "yaml/tagged-key", Gravity::warning,
    "`!{}` applies to this key alone; to tag the mapping, begin it on a line of its own"};
inline constexpr DiagnosticKind kYamlBadProperty{"yaml/bad-property", Gravity::error,
                                                 "a tag, anchor or alias is malformed or repeated here"};
inline constexpr DiagnosticKind kYamlSyntax{"yaml/syntax", Gravity::error, "this cannot be read as YAML"};

// JSON
inline constexpr DiagnosticKind kJsonEmpty{"json/empty", Gravity::error, "the file is empty; a value is expected"};
inline constexpr DiagnosticKind kJsonUnfinished{"json/unfinished", Gravity::error, "the text ends before {}"};
inline constexpr DiagnosticKind kJsonExpected{"json/expected", Gravity::error, "expected {} here"};
inline constexpr DiagnosticKind kJsonTrailingComma{"json/trailing-comma", Gravity::error,
                                                   "a comma cannot stand before `{}`"};
inline constexpr DiagnosticKind kJsonTrailingText{"json/trailing-text", Gravity::error,
                                                  "the document is complete before this"};
inline constexpr DiagnosticKind kJsonComment{"json/comment", Gravity::error, "JSON has no comments"};
inline constexpr DiagnosticKind kJsonUnclosedQuote{"json/unclosed-quote", Gravity::error, "this quote is never closed"};
inline constexpr DiagnosticKind kJsonBadEscape{"json/bad-escape", Gravity::error, "no such escape in JSON"};
inline constexpr DiagnosticKind kJsonBadNumber{"json/bad-number", Gravity::error, "`{}` is no JSON number"};
inline constexpr DiagnosticKind kJsonNumberRange{"json/number-range", Gravity::error, "`{}` is too large to be read"};
inline constexpr DiagnosticKind kJsonBadWord{"json/bad-word", Gravity::error,
                                             "`{}` is no JSON value; text stands in double quotes"};

}  // namespace holdfast
