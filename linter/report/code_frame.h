#pragma once

#include "report/paint.h"
#include "text/workspace.h"

#include <cstddef>
#include <string>
#include <vector>

namespace holdfast {

/// A place to underline, and what to say there.
struct Mark {
  Span at;
  std::string text;
};

struct FrameStyle {
  Paint paint;
  Ink ink = Ink::red;       // of the first mark; the others are blue
  std::size_t width = 100;  // columns of the terminal
  /// Where relative paths start, when paths are to be links that a terminal opens.
  std::string link_root = {};
};

/// Source lines with their numbers and the marks underlined: the first with `^`, the others with `-`. A part for each
/// file, the first mark's file first. Long lines are cropped around what is underlined.
std::string code_frame(const Workspace& workspace, const std::vector<Mark>& marks, const FrameStyle& style);

/// Digits of the highest line number among the marks: how far the frame, and notes below it, are indented.
std::size_t gutter_width(const Workspace& workspace, const std::vector<Mark>& marks);

}  // namespace holdfast
