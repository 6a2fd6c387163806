#include "report/html_page.h"

#include "expression/base64.h"
#include "expression/hash.h"
#include "report/escape.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace holdfast {
namespace {

constexpr std::string_view kStyle = R"css(
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d4d9df; --raised: #f5f7f9; --link: #0757b8;
  --critical: #a40e26; --high: #c4321c; --medium: #8a5a00; --low: #2f5fa8; --info: #57606a;
  --pass: #17692f; --undecided: #7a3fa8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12161b; --ink: #e2e7ec; --soft: #98a3ae; --line: #303841; --raised: #1a2027; --link: #79b4ff;
    --critical: #ff7b86; --high: #ff8f6b; --medium: #e8b44c; --low: #86b3f2; --info: #98a3ae;
    --pass: #62c584; --undecided: #c99af0;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; max-width: 84rem;
  background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif;
}
h1 { margin: 0; font-size: 1.5rem; }
h2 { margin: 2.5rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 1.25rem; }
h3 { margin: 0; font-size: 1.05rem; }
p { margin: .4rem 0; max-width: 60rem; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 2px; }
code, pre { font: .875em/1.45 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
pre { margin: .6rem 0; padding: .75rem 1rem; overflow-x: auto; overflow-wrap: normal; background: var(--raised);
  border: 1px solid var(--line); border-radius: 6px; }
nav { margin: 1rem 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.soft { color: var(--soft); }
.alert { padding: .6rem 1rem; border-left: 4px solid var(--high); background: var(--raised); max-width: none; }
.tally { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0 0; padding: 0; list-style: none; }
.tally li { min-width: 6.5rem; padding: .4rem .9rem; border: 1px solid var(--line); border-radius: 6px; background: var(--raised); }
.tally b { display: block; font-size: 1.4rem; line-height: 1.3; }
.critical { --tone: var(--critical); } .high { --tone: var(--high); } .medium { --tone: var(--medium); }
.low { --tone: var(--low); } .info, .not_applicable, .suppressed { --tone: var(--info); }
.pass, .met { --tone: var(--pass); } .undecided { --tone: var(--undecided); } .fail, .unmet { --tone: var(--high); }
.tally b, .tone { color: var(--tone); }
.badge { display: inline-block; padding: 0 .55em; border: 1px solid var(--tone); border-radius: 1em; color: var(--tone);
  font-size: .8rem; font-weight: 600; white-space: nowrap; }
.filter { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; position: sticky; top: 0; z-index: 1;
  padding: .6rem 0; background: var(--paper); border-bottom: 1px solid var(--line); }
.filter[hidden], [hidden] { display: none; }
.filter input[type=search] { flex: 1 1 16rem; min-width: 0; padding: .4rem .7rem; font: inherit; color: inherit;
  background: var(--raised); border: 1px solid var(--line); border-radius: 6px; }
.filter label { white-space: nowrap; color: var(--tone); }
.rule { margin: 1.5rem 0 2.5rem; }
.rule > h3 { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem .6rem; }
.finding { margin: .9rem 0 0; padding-left: .9rem; border-left: 3px solid var(--tone); content-visibility: auto;
  contain-intrinsic-size: auto 12rem; }
.finding p { margin: .2rem 0; max-width: none; }
.message { font-weight: 600; overflow-wrap: anywhere; }
details { margin: .3rem 0; } summary { cursor: pointer; color: var(--soft); }
.prose { white-space: pre-wrap; max-width: 60rem; margin: .4rem 0; }
.scroll { overflow-x: auto; }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .92rem; }
caption { text-align: left; font-weight: 600; padding: 1rem 0 .4rem; }
th, td { padding: .35rem .7rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { position: sticky; top: 0; background: var(--raised); white-space: nowrap; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
td.plain { white-space: nowrap; } td.tone { min-width: 8.5rem; }
th:first-child, td:first-child { position: sticky; left: 0; overflow-wrap: anywhere; background: var(--paper); }
tr[data-kind] td:first-child { min-width: 19rem; max-width: 24rem; }
thead th:first-child { background: var(--raised); z-index: 1; }
.t-bold { font-weight: 700; } .t-red { color: var(--high); } .t-yellow { color: var(--medium); }
.t-blue { color: var(--low); } .t-magenta { color: var(--undecided); } .t-green { color: var(--pass); } .t-faint { color: var(--soft); }
small { display: block; color: var(--soft); }
svg.graph { display: block; max-width: none; margin: .5rem 0; font: 12px ui-monospace, "DejaVu Sans Mono", monospace; }
svg.wide { max-width: 100%; min-width: 60rem; height: auto; }
svg.graph text { fill: var(--ink); } svg.graph .sub { fill: var(--soft); font-size: 11px; }
svg.graph rect { fill: var(--raised); stroke: var(--tone); } svg.graph path { fill: none; stroke: var(--soft); }
svg.graph .elsewhere { --tone: var(--soft); } svg.graph .elsewhere rect, svg.graph .perhaps { stroke-dasharray: 4 3; }
@media (max-width: 40rem) { tr[data-kind] td:first-child { min-width: 9rem; max-width: 45vw; } td.plain { white-space: normal; } .tally li { flex: 1 1 40%; } }
@media print { .filter, nav { display: none; } .finding { break-inside: avoid; content-visibility: visible; } }
)css";

constexpr std::string_view kScript = R"js(
'use strict';
for (const form of document.querySelectorAll('form.filter')) {
  const section = form.parentElement;
  const groups = [...section.querySelectorAll('.rule')];
  const heading = (element) => element.closest('.rule')?.querySelector('h3').textContent ?? '';
  const items = [...section.querySelectorAll('[data-kind]')].map((element) =>
    ({ element, text: (heading(element) + ' ' + element.textContent).toLowerCase() }));
  const apply = () => {
    const words = form.elements.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const kinds = new Set([...form.querySelectorAll('input[type=checkbox]')].filter((box) => box.checked).map((box) => box.value));
    let shown = 0;
    for (const { element, text } of items) {
      element.hidden = !kinds.has(element.dataset.kind) || !words.every((word) => text.includes(word));
      if (!element.hidden) ++shown;
    }
    for (const group of groups) group.hidden = !group.querySelector('[data-kind]:not([hidden])');
    form.querySelector('output').textContent = shown + ' of ' + items.length;
  };
  form.hidden = false;
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  apply();
}
)js";

// In the order in which forms list them.
constexpr std::array<std::string_view, 11> kKinds = {
    "critical", "high", "medium", "low", "info", "unmet", "undecided", "suppressed", "pass", "met", "not_applicable"};

std::string source_of(std::string_view inline_text) {
  return "'sha256-" + base64_encode(digest(Hash::sha256, inline_text)) + "'";
}

/// The class of an escape sequence as `Paint` writes it.
std::string_view class_of(std::string_view sequence) {
  switch (sequence.back()) {
    case '1': return sequence.size() == 1 ? "t-bold" : "t-red";
    case '2': return sequence.size() == 1 ? "t-faint" : "t-green";
    case '3': return "t-yellow";
    case '4': return "t-blue";
    case '5': return "t-magenta";
    default: return {};
  }
}

}  // namespace

std::string html_page(std::string_view title, std::string_view body) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src {}; script-src {}\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n{}<script>{}</script>\n</body>\n</html>\n",
      source_of(kStyle), source_of(kScript), markup_text(title), kStyle, body, kScript);
}

std::string html_filter(const std::vector<std::string_view>& kinds, std::string_view noun) {
  std::string boxes;
  for (const std::string_view kind : kKinds) {
    const auto count = std::ranges::count(kinds, kind);
    if (count == 0) continue;
    boxes += fmt::format("<label class=\"{0}\"><input type=\"checkbox\" value=\"{0}\" checked> {1} ({2})</label>\n",
                         kind, kind == "not_applicable" ? "not applicable" : kind, count);
  }
  if (boxes.empty()) return {};
  return fmt::format(
      "<form class=\"filter\" hidden>\n<input type=\"search\" name=\"search\" placeholder=\"Search in {0}\" "
      "aria-label=\"Search in {0}\">\n{1}<output class=\"soft\"></output>\n</form>\n",
      noun, boxes);
}

std::string html_of_terminal(std::string_view text) {
  std::string markup;
  while (!text.empty()) {
    const std::size_t escape = std::min(text.find('\x1b'), text.size());
    markup += markup_text(text.substr(0, escape));
    text.remove_prefix(escape);
    if (text.empty()) break;
    const std::size_t end = std::min(text.find('m'), text.size() - 1);
    const std::string_view sequence = text.substr(2, end - 2);
    const std::string_view name = class_of(sequence);
    markup += name.empty() ? "</span>" : fmt::format("<span class=\"{}\">", name);
    text.remove_prefix(end + 1);
  }
  return markup;
}

}  // namespace holdfast
