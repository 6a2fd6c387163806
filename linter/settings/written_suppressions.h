#pragma once

#include "settings/suppression.h"

#include <vector>

namespace holdfast {

/// The suppressions that a source file itself holds. A comment alone on its line speaks for the construct that follows,
/// one behind something for that line. JSON has none: there `Metadata: {Holdfast: {ignore: [...]}}` speaks for what it
/// is the metadata of (a template's for the whole file), and in Terraform's JSON the property `//` for its object.
/// Reads nothing where the file does not mention us.
std::vector<StatedSuppression> written_suppressions(const SourceFile& file);

/// Is it in HCL by its name?
bool is_native_configuration(const std::string& path);

}  // namespace holdfast
