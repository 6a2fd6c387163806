#include "report/display_text.h"
#include "report/paint.h"
#include "report/table_report.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>

namespace holdfast {

namespace {

constexpr std::size_t kGap = 2;
/// Cells are broken into lines above this width, whatever the terminal has to offer …
constexpr std::size_t kWidthMax = 44;
/// … and a column that cannot have this much is left out.
constexpr std::size_t kWidthMin = 12;
/// Names are what rows are found by.
constexpr std::size_t kNameWidthMin = 24;

using Lines = std::vector<std::string>;

/// Breaks words that are too long, behind a separator where there is one.
Lines broken(std::string_view text, std::size_t width) {
  Lines lines;
  for (std::string& line : wrapped(text, width)) {
    while (display_width(line) > width) {
      std::string head;
      std::string_view rest = line;
      std::size_t good = 0;
      while (display_width(head) < width && !rest.empty()) {
        append_utf8(head, next_character(rest));
        if (std::string_view("./_-:").find(head.back()) != std::string_view::npos) good = head.size();
      }
      if (good == 0) good = head.size();
      lines.push_back(line.substr(0, good));
      line.erase(0, good);
    }
    lines.push_back(std::move(line));
  }
  return lines.empty() ? Lines{""} : lines;
}

struct ShownColumn {
  std::string title;
  std::size_t width = 0;    // that it gets
  std::size_t natural = 0;  // that it would like to have
};

class TextTable {
 public:
  TextTable(const Report& report, const ReportOptions& options)
      : report_(report), paint_(options.color), width_(options.width) {
    for (std::size_t i = 0; i < report.survey.table->columns.size(); ++i) {
      if (!report.survey.table->columns[i].title.empty()) titled_.push_back(i);
    }
  }

  std::string render() {
    if (report_.survey.rows.empty()) return "There is no " + report_.survey.table->subject + " here.\n";
    measure();
    fit();
    add_header();
    for (const Row& row : report_.survey.rows) add_row(row);
    add_left_out();
    add_open_questions();
    add_summary();
    return std::move(text_);
  }

 private:
  std::string place(const Row& row) const {
    if (!row.at.exists()) return {};
    const SourceFile& file = report_.workspace->file(row.at.file);
    return fmt::format("{}:{}", file.path(), file.position(row.at.begin).line);
  }

  void measure() {
    const auto natural = [](const std::string& title, auto&& widest) {
      return std::min(kWidthMax, std::max(display_width(title), widest));
    };
    std::size_t widest = 0;
    for (const Row& row : report_.survey.rows) widest = std::max(widest, display_width(row.address));
    std::string title = report_.survey.table->subject;
    title.front() = static_cast<char>(title.front() - 'a' + 'A');
    columns_.push_back({title, 0, natural(title, widest)});
    for (const std::size_t i : titled_) {
      widest = 0;
      for (const Row& row : report_.survey.rows) widest = std::max(widest, display_width(in_words(row.cells[i])));
      const std::string& name = report_.survey.table->columns[i].title;
      columns_.push_back({name, 0, natural(name, widest)});
    }
  }

  /// As many columns as can have a readable width, from the left; then what is left goes where it is missed most.
  void fit() {
    std::size_t used = 0;
    std::size_t count = 0;
    for (ShownColumn& column : columns_) {
      column.width = std::min(column.natural, count == 0 ? kNameWidthMin : kWidthMin);
      const std::size_t with_gap = column.width + (count > 0 ? kGap : 0);
      if (count > 0 && used + with_gap > width_) break;
      used += with_gap;
      ++count;
    }
    for (std::size_t i = count; i < columns_.size(); ++i) left_out_.push_back(columns_[i].title);
    columns_.resize(count);
    for (; used < width_; ++used) {
      const auto lack = [](const ShownColumn& column) { return column.natural - column.width; };
      ShownColumn& neediest =
          *std::max_element(columns_.begin(), columns_.end(),
                            [&](const ShownColumn& a, const ShownColumn& b) { return lack(a) < lack(b); });
      if (lack(neediest) == 0) break;
      ++neediest.width;
    }
  }

  void add_header() {
    std::vector<Lines> cells;
    for (const ShownColumn& column : columns_) cells.push_back(broken(column.title, column.width));
    add_lines(cells, std::vector<Ink>(columns_.size(), Ink::bold));
    std::string rule;
    for (const ShownColumn& column : columns_) {
      if (!rule.empty()) rule.append(kGap, ' ');
      for (std::size_t i = 0; i < column.width; ++i) rule += "─";
    }
    text_ += paint_(Ink::faint, rule) + "\n";
  }

  void add_row(const Row& row) {
    std::vector<Lines> cells;
    std::vector<Ink> inks;
    Lines name = broken(row.address, columns_[0].width);
    for (std::string& line : broken(place(row), columns_[0].width)) name.push_back(std::move(line));
    if (const std::string when = circumstances(row); !when.empty()) {
      for (std::string& line : broken(when, columns_[0].width)) name.push_back(std::move(line));
    }
    cells.push_back(std::move(name));
    inks.push_back(Ink::plain);
    for (std::size_t i = 1; i < columns_.size(); ++i) {
      const Cell& cell = row.cells[titled_[i - 1]];
      cells.push_back(broken(in_words(cell), columns_[i].width));
      inks.push_back(ink_of(cell));
    }
    add_lines(cells, inks);
    text_ += '\n';
  }

  static Ink ink_of(const Cell& cell) {
    if (!cell.met) return Ink::plain;
    return *cell.met == Truth::yes ? Ink::green : *cell.met == Truth::no ? Ink::red : Ink::yellow;
  }

  void add_lines(const std::vector<Lines>& cells, const std::vector<Ink>& inks) {
    std::size_t height = 0;
    for (const Lines& lines : cells) height = std::max(height, lines.size());
    for (std::size_t i = 0; i < height; ++i) {
      std::string line;
      std::size_t blanks = 0;
      for (std::size_t c = 0; c < cells.size(); ++c) {
        const std::string part = i < cells[c].size() ? cells[c][i] : std::string();
        if (!part.empty()) line.append(blanks, ' ').append(paint_(inks[c], part)), blanks = 0;
        blanks += columns_[c].width - std::min(columns_[c].width, display_width(part)) + kGap;
      }
      text_ += line + "\n";
    }
  }

  void add_prose(std::string_view prose, std::size_t indent) {
    for (const std::string& line : wrapped(prose, width_ > indent ? width_ - indent : 1))
      text_ += std::string(indent, ' ') + line + "\n";
  }

  void add_left_out() {
    if (left_out_.empty()) return;
    std::string names;
    for (const std::string& name : left_out_) names += (names.empty() ? "" : ", ") + name;
    add_prose("Left out for want of room: " + names + ".", 0);
    text_ += '\n';
  }

  void add_open_questions() {
    const std::vector<std::string> questions = open_questions(report_);
    if (questions.empty()) return;
    text_ += paint_(Ink::bold, "Undecided") + "\n";
    for (const std::string& question : questions) add_prose(question, 2);
    text_ += '\n';
  }

  void add_summary() {
    std::string summary = fmt::format("{} {}{}", report_.survey.rows.size(), report_.survey.table->subject,
                                      report_.survey.rows.size() == 1 ? "" : "s");
    for (const std::size_t i : titled_) {
      if (!report_.survey.table->columns[i].met) continue;
      const DemandCount count = count_demands(report_, i);
      summary += fmt::format("; {}: {} met, {} not, {} undecided", report_.survey.table->columns[i].title, count.met,
                             count.unmet, count.undecided);
    }
    add_prose(summary + " (profile " + report_.profile + ")", 0);
  }

  const Report& report_;
  Paint paint_;
  std::size_t width_;
  std::vector<std::size_t> titled_;
  std::vector<ShownColumn> columns_;
  std::vector<std::string> left_out_;
  std::string text_;
};

}  // namespace

std::string text_table(const Report& report, const ReportOptions& options) {
  return TextTable(report, options).render();
}

}  // namespace holdfast
