#include "report/code_frame.h"

#include "report/display_text.h"
#include "report/location_path.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>

namespace holdfast {
namespace {

constexpr std::size_t kTabWidth = 4;
constexpr std::string_view kCut = "...";
// Narrower than that, a frame shows nothing; it may rather stick out.
constexpr std::size_t kCodeWidthMin = 30;
// Of a label that is wider than the frame.
constexpr std::size_t kLabelIndent = 4;

/// A mark on its first line. Offsets are bytes of that line.
struct LineMark {
  uint32_t line;
  std::size_t begin;
  std::size_t end;
  std::string_view text;
  bool is_first;
};

/// The part of a line that is shown, and the columns of the mark in it.
struct Crop {
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::size_t width_at(char32_t character, std::size_t column) {
  return character == U'\t' ? kTabWidth - column % kTabWidth : display_width(harmless(character));
}

/// Columns of a text, or one more than `most` when there are more. A line may be a whole file: no more is looked at.
std::size_t columns_of(std::string_view text, std::size_t most) {
  std::size_t column = 0;
  while (!text.empty() && column <= most) {
    column += width_at(next_character(text), column);
  }
  return std::min(column, most + 1);
}

bool fits(std::string_view text, std::size_t columns) { return columns_of(text, columns) <= columns; }

/// The byte so many characters before another.
std::size_t characters_before(std::string_view line, std::size_t at, std::size_t count) {
  for (; count > 0 && at > 0; --count) {
    do --at;
    while (at > 0 && is_continuation(line[at]));
  }
  return at;
}

/// Where a line is to begin so that the mark can be seen, with a little of what precedes it.
std::size_t start_of_crop(std::string_view line, std::size_t mark_begin, std::size_t mark_end, std::size_t width) {
  const std::size_t room = width - kCut.size();
  if (fits(line, width) || fits(line.substr(0, mark_end), room)) return 0;
  const std::size_t beside = room - kCut.size();
  const std::size_t mark = columns_of(line.substr(mark_begin, mark_end - mark_begin), beside);
  return characters_before(line, mark_begin, std::min(width / 4, beside - std::min(beside, mark)));
}

Crop crop(std::string_view line, std::size_t mark_begin, std::size_t mark_end, std::size_t width) {
  std::size_t at = start_of_crop(line, mark_begin, mark_end, width);
  Crop shown;
  if (at > 0) shown.text = kCut;
  std::size_t column = shown.text.size();
  const std::size_t limit = fits(line.substr(at), width - column) ? width : width - kCut.size();

  shown.begin = shown.end = column;
  while (at < line.size()) {
    std::string_view rest = line.substr(at);
    const char32_t character = next_character(rest);
    const std::size_t columns = width_at(character, column);
    if (column + columns > limit) break;
    if (at <= mark_begin) shown.begin = column;
    if (character == U'\t') {
      shown.text.append(columns, ' ');
    } else {
      append_utf8(shown.text, harmless(character));
    }
    at = line.size() - rest.size();
    column += columns;
    if (at <= mark_end) shown.end = column;
  }
  if (mark_begin >= at) shown.begin = column;
  shown.end = mark_end > at ? column : std::max(shown.end, shown.begin);
  if (at < line.size()) shown.text += kCut;
  return shown;
}

LineMark on_its_line(const SourceFile& file, const Mark& mark, bool is_first) {
  const uint32_t line = file.position(mark.at.begin).line;
  const std::size_t start = file.line_start(line);
  const std::size_t size = file.line(line).size();
  const std::size_t begin = std::min<std::size_t>(mark.at.begin - std::min<std::size_t>(start, mark.at.begin), size);
  const std::size_t end = std::clamp<std::size_t>(mark.at.end - std::min<std::size_t>(start, mark.at.end), begin, size);
  return {.line = line, .begin = begin, .end = end, .text = mark.text, .is_first = is_first};
}

class Frame {
 public:
  Frame(const FrameStyle& style, std::size_t gutter)
      : style_(style), gutter_(gutter), width_(std::max(style.width, gutter + 3 + kCodeWidthMin) - gutter - 3) {}

  void add_file(const SourceFile& file, std::vector<LineMark> marks, bool is_first) {
    if (!is_first) blank();
    const LineMark& head = marks.front();
    const Position place = file.position(file.line_start(head.line) + static_cast<uint32_t>(head.begin));
    out_.append(gutter_, ' ').append(style_.paint(Ink::blue, is_first ? "--> " : "::: "));
    out_ += linked(file, fmt::format("{}:{}:{}", one_line(file.path()), place.line, place.column)) + '\n';
    blank();

    std::ranges::stable_sort(marks, {}, &LineMark::line);
    uint32_t shown = 0;
    for (const LineMark& mark : marks) {
      if (shown > 0 && mark.line == shown + 2) code(shown + 1, crop(file.line(shown + 1), 0, 0, width_).text);
      if (shown > 0 && mark.line > shown + 2) out_.append(style_.paint(Ink::blue, kCut)).append("\n");
      add_mark(file, mark, shown == mark.line);
      shown = mark.line;
    }
  }

  std::string take() { return std::move(out_); }

 private:
  void add_mark(const SourceFile& file, const LineMark& mark, bool is_same_line) {
    const Crop shown = crop(file.line(mark.line), mark.begin, mark.end, width_);
    if (!is_same_line || shown.text != last_code_) code(mark.line, shown.text);
    last_code_ = shown.text;

    const Ink ink = mark.is_first ? style_.ink : Ink::blue;
    const std::size_t length = std::max<std::size_t>(1, shown.end - shown.begin);
    const std::string text = one_line(mark.text);
    const bool is_beside = shown.begin + length + 1 + display_width(text) <= width_;
    const std::string underline = std::string(length, mark.is_first ? '^' : '-');
    note(shown.begin, ink, text.empty() || !is_beside ? underline : underline + ' ' + text);
    if (is_beside) return;
    const std::size_t room = width_ - std::min(width_ - kLabelIndent, display_width(text));
    const std::size_t indent = std::min(shown.begin, room);
    for (const std::string& line : wrapped(text, width_ - indent)) note(indent, ink, line);
  }

  std::string linked(const SourceFile& file, const std::string& text) const {
    if (style_.link_root.empty()) return text;
    const std::string path = percent_encoded(absolute_path(style_.link_root, file.path()));
    return fmt::format("\x1b]8;;file://{}\x1b\\{}\x1b]8;;\x1b\\", path, text);
  }

  void code(uint32_t line, std::string_view text) {
    out_ += style_.paint(Ink::blue, fmt::format("{:>{}} |", line, gutter_));
    out_.append(text.empty() ? "" : " ").append(text).append("\n");
  }

  void note(std::size_t indent, Ink ink, std::string_view text) {
    out_ += style_.paint(Ink::blue, fmt::format("{:>{}} |", "", gutter_));
    out_.append(indent + 1, ' ').append(style_.paint(ink, text)).append("\n");
  }

  void blank() { out_ += style_.paint(Ink::blue, fmt::format("{:>{}} |", "", gutter_)) + '\n'; }

  const FrameStyle& style_;
  std::size_t gutter_;
  std::size_t width_;  // columns for code
  std::string out_;
  std::string last_code_;
};

}  // namespace

std::size_t gutter_width(const Workspace& workspace, const std::vector<Mark>& marks) {
  uint32_t highest = 1;
  for (const Mark& mark : marks) {
    highest = std::max(highest, workspace.file(mark.at.file).position(mark.at.begin).line);
  }
  return fmt::formatted_size("{}", highest);
}

std::string code_frame(const Workspace& workspace, const std::vector<Mark>& marks, const FrameStyle& style) {
  Frame frame(style, gutter_width(workspace, marks));
  std::vector<FileId> files;
  for (const Mark& mark : marks) {
    if (std::ranges::find(files, mark.at.file) == files.end()) files.push_back(mark.at.file);
  }
  for (const FileId id : files) {
    const SourceFile& file = workspace.file(id);
    std::vector<LineMark> on_lines;
    for (const Mark& mark : marks) {
      if (mark.at.file == id) on_lines.push_back(on_its_line(file, mark, &mark == &marks.front()));
    }
    frame.add_file(file, std::move(on_lines), id == files.front());
  }
  return frame.take();
}

}  // namespace holdfast
