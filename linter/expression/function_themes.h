#pragma once

#include "expression/function.h"

#include <span>

namespace holdfast {

// The functions of each theme; `function_table.cpp` puts them together.
std::span<const Function> collection_functions();
std::span<const Function> map_functions();
std::span<const Function> conversion_functions();
std::span<const Function> set_functions();
std::span<const Function> number_functions();
std::span<const Function> text_functions();
std::span<const Function> format_functions();
std::span<const Function> pattern_functions();
std::span<const Function> encoding_functions();
std::span<const Function> json_functions();
std::span<const Function> yaml_functions();
std::span<const Function> hash_functions();
std::span<const Function> network_functions();
std::span<const Function> date_functions();
std::span<const Function> file_functions();
std::span<const Function> truth_functions();
std::span<const Function> measure_functions();
std::span<const Function> origin_functions();
std::span<const Function> name_functions();
std::span<const Function> schedule_functions();
std::span<const Function> policy_functions();
std::span<const Function> reference_functions();
std::span<const Function> tfvars_functions();

}  // namespace holdfast
