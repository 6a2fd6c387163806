#include "expression/collection.h"
#include "expression/convert.h"
#include "expression/function_themes.h"
#include "expression/unknowns.h"
#include "expression/worlds.h"

#include <string>

namespace holdfast {

namespace {

Value convert_first(Call& call) { return convert(call[0], *call.result_type, call.span(0), call.evaluation); }

Value sensitive(Call& call) { return call[0].as_sensitive(); }
Value nonsensitive(Call& call) { return call[0].as_sensitive(false); }
Value flipsensitive(Call& call) { return call[0].as_sensitive(!call[0].is_sensitive()); }
Value issensitive(Call& call) { return Value::boolean(call[0].is_sensitive()); }
Value itself(Call& call) { return call[0]; }

Value type_name(Call& call) { return call.text_value(to_string(*type_of(call[0], call.arena()))); }

constexpr uint16_t kConversion = kTakesNull | kTakesUnknown | kTakesChoice;
constexpr uint16_t kMark = kTakesNull | kTakesUnknown | kTakesChoice | kReadsMarks;

constexpr Function kFunctions[] = {
    {"ephemeralasnull", "any -> any", kMark, itself, "the value itself, as nothing here is ephemeral"},
    {"flipsensitive", "any -> any", kMark, flipsensitive,
     "a value with its sensitive mark if it had none, else without"},
    {"issensitive", "any -> bool", kMark, issensitive, "is a value marked as sensitive?"},
    {"nonsensitive", "any -> any", kMark, nonsensitive, "a value without its sensitive mark"},
    {"sensitive", "any -> any", kMark, sensitive, "a value marked as sensitive"},
    {"tobool", "any -> bool", kConversion, convert_first, "a value as a bool"},
    {"tolist", "any -> list(any)", kConversion, convert_first, "a value as a list"},
    {"tomap", "any -> map(any)", kConversion, convert_first, "a value as a map"},
    {"tonumber", "any -> number", kConversion, convert_first, "a value as a number"},
    {"toset", "any -> set(any)", kConversion, convert_first, "a value as a set"},
    {"tostring", "any -> text", kConversion, convert_first, "a value as text"},
    {"type", "any -> text", kMark | kForTerraformOnly, type_name, "the type of a value"},
};

}  // namespace

std::span<const Function> conversion_functions() { return kFunctions; }

}  // namespace holdfast
