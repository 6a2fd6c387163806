#pragma once

namespace holdfast {

/// Whether the terminal that the environment describes shows links (OSC 8). FORCE_HYPERLINK decides where it is set.
bool terminal_shows_links();

}  // namespace holdfast
