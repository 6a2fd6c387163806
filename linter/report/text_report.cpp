#include "report/display_text.h"
#include "report/finding_marks.h"
#include "report/level.h"
#include "report/named_control.h"
#include "report/paint.h"
#include "report/report.h"
#include "report/shown_findings.h"
#include "report/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {
namespace {

// Evidence of a resource that hundreds of others refer to would bury the next finding.
constexpr std::size_t kMarksMax = 8;
// Wider lines of prose are hard to follow, narrower ones too.
constexpr std::size_t kNoteWidthMax = 100;
constexpr std::size_t kNoteWidthMin = 20;
constexpr std::size_t kWidthMin = 40;
// Of the further lines of a heading.
constexpr std::string_view kIndent = "  ";

std::string unbroken(std::string_view name) {
  std::string text;
  for (const char letter : name) text += letter == ' ' ? kNoBreakSpace : std::string_view(&letter, 1);
  return text;
}

/// "ISO/IEC 27001:2022 A.8.13, A.8.14 · NIST CSF 2.0 PR.DS-11": what a rule is direct evidence for. The name of a
/// framework stays with its first control.
std::string controls_of(const Rule& rule, const std::vector<const Framework*>& frameworks) {
  std::string line;
  const Framework* last = nullptr;
  for (const NamedControl& control : named_controls(rule, frameworks)) {
    if (!control.is_direct) continue;
    if (control.framework == last) {
      line += ", ";
    } else {
      line.append(line.empty() ? "" : " · ").append(unbroken(edition(*control.framework) + " "));
    }
    line += control.id;
    last = control.framework;
  }
  return line;
}

bool is_explained(const Finding& finding, const ReportOptions& options) {
  return is_open_fault(finding) || (options.audit && finding.verdict == Verdict::undecided && !finding.suppression);
}

class TextWriter {
 public:
  TextWriter(const Report& report, const ReportOptions& options)
      : report_(report),
        paint_(options.color),
        width_(std::max(options.width, kWidthMin)),
        link_root_(options.links ? report.working_directory : "") {}

  void add(const Diagnostic& diagnostic) {
    const Ink ink = ink_of(diagnostic.kind->gravity);
    heading(ink, level(diagnostic.kind->gravity), diagnostic.kind->id, diagnostic.message);
    std::vector<Mark> marks;
    if (diagnostic.at.exists()) marks.push_back({.at = diagnostic.at, .text = {}});
    for (const Label& label : diagnostic.labels) {
      if (label.at.exists()) marks.push_back({.at = label.at, .text = label.text});
    }
    frame(std::move(marks), ink);
    out_ += '\n';
  }

  void add(const Finding& finding) {
    const bool is_undecided = finding.verdict == Verdict::undecided;
    const Ink ink = ink_of(finding);
    heading(ink, is_undecided ? "undecided" : to_string(finding.severity), finding.rule->id, finding.message);
    frame(marks_of(finding), ink);
    note("construct", finding.construct);
    note("when", finding.world);
    note("unknown", fmt::format("{}", fmt::join(finding.reasons, "; ")));
    note("would decide", fmt::format("{}", fmt::join(finding.inputs, ", ")));
    if (!is_undecided) note("help", finding.rule->fix);
    note("controls", controls_of(*finding.rule, report_.frameworks));
    out_ += '\n';
  }

  /// Other verdicts need no explanation: a line each.
  void add_line(const Finding& finding) {
    const bool is_absent = finding.baseline == BaselineState::absent;
    const std::string_view verdict = is_absent             ? "absent"
                                     : finding.suppression ? "suppressed"
                                                           : to_string(finding.verdict);
    out_ += paint_(Ink::faint, fmt::format("{:<14}", verdict));
    out_ += fmt::format(" {} {}", finding.rule->id, one_line(finding.resource));
    if (finding.at.exists()) {
      const SourceFile& file = report_.workspace->file(finding.at.file);
      out_ += paint_(Ink::faint, fmt::format(" {}:{}", one_line(file.path()), file.position(finding.at.begin).line));
    }
    if (finding.suppression) out_ += ": " + one_line(finding.suppression->reason);
    out_ += '\n';
  }

  void add_summary(bool is_audit) {
    const Summary summary = summarize(report_);
    std::string line = summary_line(report_, is_audit ? "" : " (--audit shows them)");
    if (is_audit) line += fmt::format("; {} passed, {} not applicable", summary.passed, summary.not_applicable);
    add_prose(Ink::bold, line);
    if (summary.unread_files > 0) add_prose(Ink::red, unread_line(summary));
  }

  void add_prose(Ink ink, std::string_view prose) {
    for (const std::string& line : wrapped(prose, width_)) out_ += paint_(ink, line) + '\n';
  }

  std::string take() { return std::move(out_); }

 private:
  void heading(Ink ink, std::string_view kind, std::string_view id, std::string_view message) {
    const std::string start = fmt::format("{}[{}]", kind, id);
    out_ += paint_(ink, start);
    std::string_view lead = ": ";
    for (const std::string& line : wrapped(one_line(message), width_ - kIndent.size(), start.size())) {
      out_ += paint_(Ink::bold, line.empty() ? ":" : std::string(lead) + line) + '\n';
      lead = kIndent;
    }
  }

  void frame(std::vector<Mark> marks, Ink ink) {
    indent_ = 1;
    if (marks.empty()) return;
    const std::size_t left_out = marks.size() - std::min(marks.size(), kMarksMax);
    marks.resize(marks.size() - left_out);
    indent_ = gutter_width(*report_.workspace, marks) + 1;
    out_ +=
        code_frame(*report_.workspace, marks, {.paint = paint_, .ink = ink, .width = width_, .link_root = link_root_});
    out_ += std::string(indent_, ' ') + paint_(Ink::blue, "|") + '\n';
    if (left_out > 0) note("more", fmt::format("{} not shown", counted(left_out, "place")));
  }

  void note(std::string_view name, std::string_view text) {
    const std::size_t indent = indent_ + name.size() + 4;
    const std::size_t width = std::clamp(width_ - std::min(width_, indent), kNoteWidthMin, kNoteWidthMax);
    bool is_first = true;
    for (const std::string& line : wrapped(text, width)) {
      if (is_first) {
        out_ += std::string(indent_, ' ') + paint_(Ink::blue, "= ") + paint_(Ink::bold, fmt::format("{}: ", name));
      } else if (!line.empty()) {
        out_.append(indent, ' ');
      }
      out_.append(line).append("\n");
      is_first = false;
    }
  }

  const Report& report_;
  Paint paint_;
  std::size_t width_;
  std::string link_root_;   // directory of relative paths; empty: no links
  std::size_t indent_ = 1;  // of the notes below a frame
  std::string out_;
};

}  // namespace

std::string text_report(const Report& report, const ReportOptions& options) {
  TextWriter text(report, options);
  for (const Diagnostic& diagnostic : report.diagnostics) text.add(diagnostic);
  for (const Finding& finding : report.findings) {
    if (is_explained(finding, options)) text.add(finding);
  }
  if (options.audit) {
    for (const Finding& finding : report.findings) {
      if (!is_explained(finding, options)) text.add_line(finding);
    }
  }
  text.add_summary(options.audit);
  return text.take();
}

}  // namespace holdfast
