// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rascade/claims/draw_book.hpp"

namespace rascade::claims {

/// What a run over draws has found, as lines that are only ever appended to, so that a run that was
/// stopped at any moment goes on where it was:
///
///     rascade-claims-draws/1 <key>
///     draws <TAB> <cell> <TAB> <tried> <TAB> <number>,<number> …
///     verdict <TAB> <claim> <TAB> <draw> <TAB> 0 or 1
///     end <TAB> <lines since the last end>
///
/// Lines after the last good `end` are not believed.
struct Journal {
  std::map<std::string, AdmittedDraws> draws;                 // by the untouched cell's key
  std::map<std::pair<std::string, int>, bool> verdicts;       // claim, place among the draws
};

/// Adds what has been found and tells which lines say so, ended by an `end`.
class JournalWriter {
 public:
  void add(const std::string& cell, const AdmittedDraws& draws);
  void add(const std::string& claim, int draw, bool holds);
  /// The lines so far; empties the writer. Nothing if nothing was added.
  [[nodiscard]] std::string take();

 private:
  std::string lines_;
  int num_lines_ = 0;
};

/// First line of a journal. @param key  names knowledge, seed and whatever else decides the results
[[nodiscard]] std::string journal_header(const std::string& key);

struct JournalText {
  Journal journal;
  std::string believed;  // the part of the text that ends with the last good `end`
};

/// Reads a journal of this key; an empty one (with its header) if the text is none or of another.
[[nodiscard]] JournalText read_journal(std::string_view text, const std::string& key);

}  // namespace rascade::claims
