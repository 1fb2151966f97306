// SPDX-License-Identifier: MIT
#include "rascade/atlas/answer_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "rascade/atlas/cite.hpp"
#include "rascade/atlas/columns.hpp"
#include "rascade/base/version.hpp"

namespace rascade::atlas {
namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t label_columns = 14;
constexpr std::size_t source_lines = 6;
constexpr std::size_t most_keys = 3;  // of a row, on a screen
constexpr const char* indent = "      ";

void append(Lines& lines, const Lines& more)
{
  lines.insert(lines.end(), more.begin(), more.end());
}

class Writer {
 public:
  Writer(const Answer& answer, const knowledge::Knowledge& tables, bool is_full)
      : answer_(answer), tables_(tables), is_full_(is_full)
  {
  }

  std::string run()
  {
    // Two lines a label leave room for the rows; one, if a section would be left without any.
    Lines lines = head(2);
    choose(lines.size());
    if (std::find(shown_.begin(), shown_.end(), 0U) != shown_.end()) {
      lines = head(1);
      choose(lines.size());
    }
    for (std::size_t i = 0; i < answer_.sections.size(); ++i) append(lines, section(i));
    append(lines, sources());
    append(lines, footer());
    return fmt::format("{}\n", fmt::join(lines, "\n"));
  }

 private:
  std::string keys(const std::vector<std::string>& refs) const
  {
    if (refs.empty()) return {};
    const std::size_t n = is_full_ ? refs.size() : std::min(most_keys, refs.size());
    const auto end = refs.begin() + static_cast<std::ptrdiff_t>(n);
    std::string text = fmt::format(" [{}", fmt::join(refs.begin(), end, ", "));
    if (n < refs.size()) text += fmt::format(", +{}", refs.size() - n);
    return text + "]";
  }

  Lines head(std::size_t lines_a_label) const
  {
    Lines lines{
        fmt::format("rascade {}   atlas   knowledge {}   research use only", version, tables_.hash),
        cut(answer_.title, is_full_ ? answer_.title.size() : screen_columns)};
    append(lines, labelled(lines_a_label));
    return lines;
  }

  Lines labelled(std::size_t most) const
  {
    Lines lines;
    const std::size_t width = screen_columns - label_columns;
    for (const Line& line : answer_.lines) {
      if (line.is_detail && !is_full_) continue;
      const std::string cited = keys(line.refs);
      Lines wrapped = wrap(line.text + cited, width);
      if (!is_full_ && wrapped.size() > most) {
        const std::size_t start = most == 1 ? 0 : wrapped[0].size() + 1;
        const std::string last = line.text.size() > start ? line.text.substr(start) : std::string();
        const std::string tail = cut(last, width - columns(cited)) + cited;
        wrapped = most == 1 ? Lines{tail} : Lines{wrapped[0], tail};
      }
      for (std::size_t i = 0; i < wrapped.size(); ++i) {
        lines.push_back(
            fmt::format("{:<{}}{}", i == 0 ? line.label : "", label_columns, wrapped[i]));
      }
    }
    return lines;
  }

  /// A row: what, then where and how firmly, then what disagrees.
  Lines row(const Fact& fact) const
  {
    std::string said = fact.direction;
    if (!fact.direction.empty() && !fact.text.empty()) said += ": ";
    said += fact.text;
    const std::string title =
        fact.rank == 0 ? fact.title : fmt::format("{}. {}", fact.rank, fact.title);
    const std::string what = title.empty() || said.empty() ? title + said : title + "   " + said;
    const std::string where = joined({fact.context, fact.evidence, fact.counter});
    const std::string cited = keys(fact.refs);
    const std::string line =
        fmt::format("  {}{}{}{}", what, where.empty() ? "" : " · ", where, cited);
    Lines lines;
    if (columns(line) <= screen_columns) {
      lines = {line};
    } else {
      lines = fitted(what, "", 2);
      append(lines, fitted(joined({is_full_ ? fact.context : cut(fact.context, 30), fact.evidence}),
                           cited, 6));
      if (!fact.counter.empty()) append(lines, fitted("> " + fact.counter, "", 6));
    }
    append(lines, asides(fact));
    return lines;
  }

  static std::string joined(const std::vector<std::string>& parts)
  {
    std::string text;
    for (const std::string& part : parts) {
      if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
    }
    return text;
  }

  /// What disagrees: on a screen the first, with the number of the rest.
  Lines asides(const Fact& fact) const
  {
    Lines lines;
    for (std::size_t i = 0; i < fact.against.size() && (i == 0 || is_full_); ++i) {
      const std::size_t more = is_full_ ? 0 : fact.against.size() - 1;
      append(lines,
             fitted("but: " + fact.against[i], more == 0 ? "" : fmt::format(" (+{})", more), 6));
    }
    if (is_full_ && !fact.note.empty()) append(lines, fitted("note: " + fact.note, "", 6));
    return lines;
  }

  /// Cut to a line, the tail kept whole, or, in a full answer, wrapped.
  Lines fitted(const std::string& text, const std::string& tail, std::size_t margin) const
  {
    const std::size_t width = screen_columns - margin;
    Lines lines;
    if (is_full_) {
      lines = wrap(text + tail, width);
    } else if (!text.empty() || !tail.empty()) {
      const std::size_t tail_columns = std::min(columns(tail), width / 2);
      lines = {cut(text, width - tail_columns) + cut(tail, tail_columns)};
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      lines[i] = (i == 0 ? std::string(margin, ' ') : std::string(indent)) + lines[i];
      if (is_full_) continue;
      lines[i] = cut(lines[i], screen_columns);
    }
    return lines;
  }

  /// How many rows each section shows: one more of each in turn while there are lines.
  void choose(std::size_t lines_used)
  {
    shown_.assign(answer_.sections.size(), 0);
    const std::size_t fixed = lines_used + answer_.sections.size() + source_lines + 1;
    std::size_t left = fixed < screen_lines ? screen_lines - fixed : 0;
    bool is_growing = true;
    while (is_growing) {
      is_growing = false;
      for (std::size_t i = 0; i < shown_.size(); ++i) {
        const auto& facts = answer_.sections[i].facts;
        if (shown_[i] == facts.size()) continue;
        const std::size_t needed = row(facts[shown_[i]]).size();
        if (!is_full_ && needed > left) continue;
        if (!is_full_) left -= needed;
        ++shown_[i];
        is_growing = true;
      }
    }
  }

  Lines section(std::size_t i) const
  {
    const Section& section = answer_.sections[i];
    const std::size_t n = section.facts.size();
    const std::string count =
        shown_[i] == n ? fmt::format("{}", n) : fmt::format("{} of {}", shown_[i], n);
    Lines lines{fmt::format("{} ({})", section.title, count)};
    for (std::size_t j = 0; j < shown_[i]; ++j) append(lines, row(section.facts[j]));
    return lines;
  }

  std::vector<std::string> shown_keys() const
  {
    Answer shown{"", "", answer_.lines, answer_.sections};
    for (std::size_t i = 0; i < shown_.size(); ++i) shown.sections[i].facts.resize(shown_[i]);
    return cited_keys(shown);
  }

  Lines sources() const
  {
    const std::vector<std::string> keys = shown_keys();
    if (keys.empty()) return {};
    Lines lines{"Sources"};
    const std::size_t most = source_lines - 1;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const Citation citation = cite(tables_, keys[i]);
      const std::string text =
          fmt::format("{}: {}", citation.key, is_full_ ? citation.text : citation.brief);
      if (is_full_) {
        for (const std::string& line : wrap(text, screen_columns - 6)) {
          lines.push_back((columns(lines.back()) > 0 && text.starts_with(line) ? "  " : indent) +
                          line);
        }
        continue;
      }
      const std::string item = "  " + cut(text, screen_columns - 2);
      const bool joins = lines.size() > 1 && columns(lines.back()) + columns(item) < screen_columns;
      if (joins) {
        lines.back() += ";" + item.substr(1);
      } else if (lines.size() <= most) {
        lines.push_back(item);
      } else {
        const std::string more = fmt::format("; +{} more", keys.size() - i);
        lines.back() = cut(lines.back(), screen_columns - more.size()) + more;
        break;
      }
    }
    return lines;
  }

  Lines footer() const
  {
    std::size_t hidden = 0;
    for (std::size_t i = 0; i < shown_.size(); ++i)
      hidden += answer_.sections[i].facts.size() - shown_[i];
    if (is_full_) return {};
    const std::string how = fmt::format("rascade atlas {} --all", answer_.question);
    if (hidden == 0) return {fmt::format("In full: {}", how)};
    return {
        fmt::format("{} more row{}, and this in full: {}", hidden, hidden == 1 ? "" : "s", how)};
  }

  const Answer& answer_;
  const knowledge::Knowledge& tables_;
  bool is_full_;
  std::vector<std::size_t> shown_;
};

}  // namespace

std::string to_text(const Answer& answer, const knowledge::Knowledge& tables, bool is_full)
{
  const std::string full = Writer(answer, tables, true).run();
  const auto lines = static_cast<std::size_t>(std::count(full.begin(), full.end(), '\n'));
  return is_full || lines <= screen_lines ? full : Writer(answer, tables, false).run();
}

}  // namespace rascade::atlas
