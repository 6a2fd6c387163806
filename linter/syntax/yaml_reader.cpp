#include "syntax/document.h"

#include "syntax/document_builder.h"
#include "syntax/document_diagnostics.h"
#include "syntax/encoding.h"
#include "syntax/yaml_error.h"
#include "syntax/yaml_merge.h"
#include "syntax/yaml_source.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <optional>
#include <streambuf>

namespace holdfast {
namespace {

constexpr DocumentBuilder::Messages kMessages{kYamlDuplicateKey, kYamlTooDeep};
constexpr std::string_view kStandardTags = "tag:yaml.org,2002:";
constexpr char kMaskedQuestionMark = '\x7f';  // YAML allows no such character in a text

/// Lets a stream read memory that stays where it is.
class MemoryBuffer : public std::streambuf {
 public:
  explicit MemoryBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());
    setg(begin, begin, begin + text.size());
  }
};

struct Anchor {
  DocumentNodeId node = kNoDocumentNode;
  uint64_t node_count = 0;  // what an alias repeats; 0 while the node is still open
};

struct OpenNode {
  DocumentKind kind;
  uint32_t begin;
  bool is_bracketed;
  YAML::anchor_t anchor;  // 0 for none
  uint64_t walked_before;
};

/// Tag and anchor before a node.
struct Properties {
  std::optional<uint32_t> tag_begin;
  uint32_t end = 0;
};

/// Turns the parser's events into documents with exact ranges: the parser says only where a node begins.
class Reader : public YAML::EventHandler {
 public:
  Reader(FileId file, std::string_view original, std::string_view readable, Diagnostics& diagnostics)
      : file_(file), original_(original), source_(readable), diagnostics_(diagnostics) {}

  /// The parser repeats an empty document for ever when it meets a token that starts nothing.
  bool progresses() const { return !is_stalled_; }
  void report(const YAML::Exception& error);
  /// Something was lost, and that is reported.
  void mark_broken() { is_broken_ = true; }
  std::vector<Document> finish();

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override { end_document(); }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(DocumentKind::sequence, mark, tag, anchor, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(DocumentKind::mapping, mark, tag, anchor, style);
  }
  void OnMapEnd() override { close(); }

 private:
  uint32_t offset(const YAML::Mark& mark) const {
    return std::min(static_cast<uint32_t>(std::max(mark.pos, 0)), source_.size());
  }
  Span span(uint32_t begin, uint32_t end) const { return {file_, begin, std::min(end, source_.size())}; }
  std::string_view written(uint32_t begin, std::size_t size) const {
    return original_.substr(std::min<std::size_t>(begin, original_.size()), size);
  }

  Properties skip_properties(uint32_t begin, bool has_tag, bool has_anchor) const;
  void repair_last_lines(std::string& value, uint32_t begin, uint32_t closing_quote) const;
  void measure_scalar(DocumentNode& node, std::string value);
  void set_tag(DocumentNode& node, const std::string& tag, const Properties& properties);
  void add_scalar(const DocumentNode& node, YAML::anchor_t anchor);
  void remember(YAML::anchor_t anchor, const Anchor& target);
  void open(DocumentKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            YAML::EmitterStyle::value style);
  void close();
  void end_document();
  void report_unread(uint32_t begin);

  FileId file_;
  std::string_view original_;
  YamlSource source_;
  Diagnostics& diagnostics_;
  std::vector<Document> documents_;
  std::optional<DocumentBuilder> builder_;  // none between documents
  std::vector<Anchor> anchors_;             // by the parser's number
  std::vector<OpenNode> open_;
  uint64_t repeated_nodes_ = 0;
  uint32_t end_ = 0;  // of what was read so far
  std::optional<uint32_t> document_begin_;
  Span last_quoted_;
  bool has_merged_ = false;
  bool is_stalled_ = false;
  bool is_broken_ = false;
};

void Reader::OnDocumentStart(const YAML::Mark& mark) {
  const uint32_t begin = offset(mark);
  const bool is_announced =
      source_.holds(begin, "---") || source_.slice(std::min(end_, begin), begin).find("...") != std::string_view::npos;
  if (document_begin_ && !is_announced) report_unread(begin);
  is_stalled_ = document_begin_ == begin && !is_announced;
  document_begin_ = begin;
  if (is_stalled_) return;
  end_ = source_.holds(begin, "---") ? begin + 3 : begin;
  anchors_.clear();
  repeated_nodes_ = 0;
  builder_.emplace(file_, original_, kMessages, diagnostics_);
}

void Reader::end_document() {
  if (builder_) documents_.push_back(builder_->finish(end_));
  builder_.reset();
  open_.clear();
}

Properties Reader::skip_properties(uint32_t begin, bool has_tag, bool has_anchor) const {
  Properties properties{.tag_begin = {}, .end = begin};
  while (has_tag || has_anchor) {
    const uint32_t next = source_.skip_space(properties.end);
    if (has_tag && source_.at(next) == '!') {
      properties.tag_begin = next;
      has_tag = false;
    } else if (has_anchor && source_.at(next) == '&') {
      has_anchor = false;
    } else {
      break;
    }
    properties.end = source_.property_end(next);
  }
  return properties;
}

/// The parser counts blank lines before a closing quote wrongly: all line ends but the first belong to the text.
void Reader::repair_last_lines(std::string& value, uint32_t begin, uint32_t closing_quote) const {
  const uint32_t space = source_.space_begin(closing_quote);
  const std::string_view lines = source_.slice(space, closing_quote);
  const auto line_ends = static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n'));
  const bool has_escape =
      source_.slice(std::max(begin + 1, std::max(space, 2U) - 2), space).find('\\') != std::string_view::npos;
  if (line_ends < 2 || has_escape) return;
  value.erase(value.find_last_not_of(" \n") + 1);
  value.append(line_ends - 1, '\n');
}

/// Sets style, end and text of a scalar.
void Reader::measure_scalar(DocumentNode& node, std::string value) {
  uint32_t text_begin = node.begin;
  switch (source_.at(node.begin)) {
    case '"':
    case '\'':
      node.style = ScalarStyle::quoted;
      node.end = source_.quoted_end(node.begin);
      if (node.end == node.begin) {
        diagnostics_.report(kYamlUnclosedQuote, span(node.begin, node.begin + 1));
        is_broken_ = true;
        node.end = source_.size();
      }
      last_quoted_ = span(node.begin, node.end);
      repair_last_lines(value, node.begin, node.end - 1);
      ++text_begin;
      break;
    case '|':
    case '>':
      node.style = ScalarStyle::block;
      node.end = source_.block_end(node.begin, value);
      break;
    default: node.end = source_.plain_end(node.begin, value);
  }
  std::replace(value.begin(), value.end(), kMaskedQuestionMark, '?');
  node.text = builder_->add_text(value, written(text_begin, value.size()));
}

/// Own tags are kept by name; the standard ones only say how a scalar is to be taken.
void Reader::set_tag(DocumentNode& node, const std::string& tag, const Properties& properties) {
  if (!properties.tag_begin) return;
  std::string_view name = tag;
  if (name.starts_with(kStandardTags)) {
    name.remove_prefix(kStandardTags.size());
    const bool is_typed = name == "int" || name == "float" || name == "bool" || name == "null";
    node.style = is_typed ? ScalarStyle::plain : ScalarStyle::quoted;
    return;
  }
  if (name.starts_with('!')) name.remove_prefix(1);
  if (name.empty()) node.style = ScalarStyle::quoted;
  node.tag = builder_->add_text(name, written(*properties.tag_begin + 1, name.size()));
  node.tag_begin = *properties.tag_begin;
}

void Reader::remember(YAML::anchor_t anchor, const Anchor& target) {
  if (anchor == 0) return;
  if (anchor >= anchors_.size()) anchors_.resize(anchor + 1);
  anchors_[anchor] = target;
}

void Reader::add_scalar(const DocumentNode& node, YAML::anchor_t anchor) {
  end_ = std::max(end_, node.end);
  remember(anchor, {.node = builder_->add(node), .node_count = 1});
}

void Reader::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) {
  if (!builder_) return;
  DocumentNode node{.begin = offset(mark)};
  const bool has_tag = tag.size() > 1 || source_.at(node.begin) == '!';
  Properties properties;
  if (has_tag || anchor != 0) {
    properties = skip_properties(node.begin, has_tag, anchor != 0);
    node.begin = source_.skip_space(properties.end);
  }
  if (value.empty() && !source_.is_empty_text(node.begin)) {
    // Only a tag: what follows belongs to the next node.
    node.begin = node.end = std::max(properties.end, end_);
  } else {
    measure_scalar(node, value);
  }
  set_tag(node, tag, properties);
  if (node.tag != 0 && builder_->expects_key()) {
    diagnostics_.report(kYamlTaggedKey, span(node.tag_begin, node.end), {builder_->document().texts[node.tag]});
  }
  add_scalar(node, anchor);
}

void Reader::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  if (!builder_) return;
  const uint32_t properties_end = skip_properties(offset(mark), false, anchor != 0).end;
  DocumentNode node{.begin = anchor != 0 ? source_.skip_space(properties_end) : properties_end};
  node.end = node.begin;
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (source_.holds(node.begin, word)) node.end = node.begin + static_cast<uint32_t>(word.size());
  }
  const bool is_next_key = builder_->expects_value() && source_.at(source_.skip_space(node.end)) == ':';
  if (node.end == node.begin || is_next_key || node.begin < end_) {
    // Left out: the mark is that of the next token, but the author's place is after the last one.
    node.begin = anchor != 0 ? properties_end : end_;
    const bool is_item = !open_.empty() && open_.back().kind == DocumentKind::sequence;
    if (is_item && source_.at(source_.skip_space(node.begin)) == '-') node.begin = source_.skip_space(node.begin) + 1;
    node.end = node.begin;
  }
  const std::string_view word = written(node.begin, node.end - node.begin);
  node.text = builder_->add_text(word, word);
  add_scalar(node, anchor);
}

void Reader::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  if (!builder_) return;
  const uint32_t begin = offset(mark);
  const uint32_t end = source_.property_end(begin);
  end_ = std::max(end_, end);
  const Anchor target = anchor < anchors_.size() ? anchors_[anchor] : Anchor{};
  const bool had_room = repeated_nodes_ <= kAliasNodesMax;
  repeated_nodes_ += target.node_count;
  DocumentNode node;
  if (target.node != kNoDocumentNode && target.node_count > 0 && repeated_nodes_ <= kAliasNodesMax) {
    node = builder_->document().node(target.node);
    node.is_alias = true;
    builder_->count_walked(target.node_count - 1);
  } else {
    builder_->mark_broken();
    if (target.node != kNoDocumentNode && target.node_count == 0) {
      diagnostics_.report(kYamlAliasCycle, span(begin, end), {source_.slice(begin, end)});
    } else if (had_room && repeated_nodes_ > kAliasNodesMax) {
      diagnostics_.report(kYamlTooManyAliases, span(begin, end), {std::to_string(kAliasNodesMax)});
    }
  }
  node.begin = begin;
  node.end = end;
  builder_->add(node);
}

void Reader::open(DocumentKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) {
  if (!builder_) return;
  DocumentNode node{.kind = kind, .begin = offset(mark)};
  Properties properties;
  if (tag != "?" || anchor != 0) {
    properties = skip_properties(node.begin, tag != "?", anchor != 0);
    node.begin = source_.skip_space(properties.end);
  }
  set_tag(node, tag, properties);
  const bool is_bracketed =
      style == YAML::EmitterStyle::Flow && source_.at(node.begin) == (kind == DocumentKind::sequence ? '[' : '{');
  end_ = std::max(end_, node.begin + (is_bracketed ? 1 : 0));
  const uint64_t walked_before = builder_->walked_nodes();
  remember(anchor, {.node = builder_->open(node), .node_count = 0});
  open_.push_back({.kind = kind,
                   .begin = node.begin,
                   .is_bracketed = is_bracketed,
                   .anchor = anchor,
                   .walked_before = walked_before});
}

void Reader::close() {
  if (!builder_) return;
  const OpenNode node = open_.back();
  open_.pop_back();
  if (node.is_bracketed) {
    const uint32_t bracket = source_.skip_separators(end_, ",:?");
    if (source_.at(bracket) == (node.kind == DocumentKind::sequence ? ']' : '}')) end_ = bracket + 1;
  }
  if (node.kind == DocumentKind::mapping && !builder_->is_too_deep()) {
    if (const auto merged = merge(builder_->document(), builder_->entries())) {
      if (!has_merged_) diagnostics_.report(kYamlMergeKey, builder_->document().span(merged->merge_key));
      has_merged_ = true;
      builder_->replace_entries(merged->entries);
    }
  }
  builder_->close(end_);
  if (node.anchor != 0) anchors_[node.anchor].node_count = builder_->walked_nodes() - node.walked_before;
}

/// Says once that text stands where no value can continue.
void Reader::report_unread(uint32_t begin) {
  if (!is_broken_) diagnostics_.report(kYamlUnexpectedText, span(begin, source_.line_end(begin)));
  is_broken_ = true;
}

void Reader::report(const YAML::Exception& error) {
  const bool is_reported = is_broken_ || (builder_ && builder_->document().has_errors);
  is_broken_ = true;
  if (is_reported) return;
  YamlError found{.message = error.msg,
                  .at = error.mark.is_null() ? end_ : offset(error.mark),
                  .read_end = end_,
                  .bracket = {},
                  .last_quoted = last_quoted_};
  const auto bracket =
      std::find_if(open_.rbegin(), open_.rend(), [](const OpenNode& node) { return node.is_bracketed; });
  if (bracket != open_.rend()) found.bracket = bracket->begin;
  report_yaml_error(found, file_, source_, diagnostics_);
}

std::vector<Document> Reader::finish() {
  end_document();
  const uint32_t rest = source_.skip_separators(end_, ":?-.");
  if (!is_broken_ && rest < source_.size()) report_unread(rest);
  if (is_broken_) {
    if (documents_.empty()) documents_.push_back(DocumentBuilder(file_, original_, kMessages, diagnostics_).finish(0));
    for (Document& document : documents_) document.has_errors = true;
  }
  return std::move(documents_);
}

/// The parser takes a question mark after a blank for the mark of a key, wherever it stands between brackets; in
/// `{At: cron(0 5 ? * * *)}` it belongs to the text. Masks those that something stands before.
std::string with_masked_question_marks(std::string_view text) {
  std::string masked(text);
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] != '?' || text[i - 1] != ' ') continue;
    const std::size_t before = text.find_last_not_of(' ', i - 1);
    const bool may_be_key =
        before == std::string_view::npos || std::string_view("{[,:-?\n").find(text[before]) != std::string_view::npos;
    if (!may_be_key) masked[i] = kMaskedQuestionMark;
  }
  return masked;
}

struct Reading {
  std::vector<Document> documents;
  Diagnostics diagnostics;
};

Reading read(FileId file, std::string_view source, std::string_view text, bool is_damaged) {
  Reading reading;
  Reader reader(file, source, text, reading.diagnostics);
  MemoryBuffer buffer(text);
  std::istream stream(&buffer);
  try {
    YAML::Parser parser(stream);
    while (reader.progresses() && parser.HandleNextDocument(reader)) continue;
  } catch (const YAML::Exception& error) {
    reader.report(error);
  }
  if (is_damaged) reader.mark_broken();
  reading.documents = reader.finish();
  return reading;
}

}  // namespace

std::vector<Document> parse_yaml(FileId file, std::string_view source, Diagnostics& diagnostics) {
  std::string replaced;
  const auto text = readable(file, source, replaced, {kYamlNotUtf8, kYamlControlCharacter}, diagnostics);
  const bool is_damaged = !text || !replaced.empty();
  Reading reading = read(file, source, text.value_or(std::string_view()), is_damaged);
  if (reading.diagnostics.has_errors() && text) {
    const std::string masked = with_masked_question_marks(*text);
    Reading again = read(file, source, masked, is_damaged);
    if (!again.diagnostics.has_errors()) reading = std::move(again);
  }
  diagnostics.append(reading.diagnostics);
  return std::move(reading.documents);
}

}  // namespace holdfast
