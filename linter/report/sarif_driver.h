#pragma once

#include "report/json_writer.h"
#include "report/report.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace holdfast {

/// A kind of notification that the run may hold.
struct SarifNotice {
  std::string_view id;
  std::string_view text;
};

/// What the file says about the program: its rules, in the order by which results refer to them, and its notifications.
void write_sarif_driver(JsonWriter& json, const Report& report, const std::vector<const Rule*>& rules,
                        const std::vector<SarifNotice>& notices);

/// One taxonomy for each framework that these rules refer to, holding the controls that they refer to.
void write_sarif_taxonomies(JsonWriter& json, const Report& report, const std::vector<const Rule*>& rules);

/// A reference to a control, in `relationships` and in `taxa`.
struct NamedControl;
void write_sarif_control(JsonWriter& json, const NamedControl& control);

}  // namespace holdfast
