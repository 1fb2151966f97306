// SPDX-License-Identifier: MIT
#include "rascade/claims/journal.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rascade/base/text.hpp"

namespace rascade::claims {
namespace {

/// Adds what a line says; false if it is none of ours.
bool read_line(std::string_view line, Journal& journal)
{
  const auto words = split(line, '\t');
  if (words.size() != 4) return false;
  if (words[0] == "verdict") {
    const auto draw = parse_number(words[2]);
    if (!draw || (words[3] != "0" && words[3] != "1")) return false;
    journal.verdicts[{std::string(words[1]), static_cast<int>(*draw)}] = words[3] == "1";
    return true;
  }
  const auto tried = parse_number(words[2]);
  if (words[0] != "draws" || !tried) return false;
  AdmittedDraws draws;
  draws.tried = static_cast<std::uint32_t>(*tried);
  for (const std::string_view text : split(words[3], ',')) {
    const auto number = parse_number(text);
    if (number) draws.numbers.push_back(static_cast<std::uint32_t>(*number));
  }
  journal.draws[std::string(words[1])] = std::move(draws);
  return true;
}

}  // namespace

void JournalWriter::add(const std::string& cell, const AdmittedDraws& draws)
{
  lines_ += fmt::format("draws\t{}\t{}\t{}\n", cell, draws.tried, fmt::join(draws.numbers, ","));
  ++num_lines_;
}

void JournalWriter::add(const std::string& claim, int draw, bool holds)
{
  lines_ += fmt::format("verdict\t{}\t{}\t{}\n", claim, draw, holds ? 1 : 0);
  ++num_lines_;
}

std::string JournalWriter::take()
{
  std::string lines;
  if (num_lines_ > 0) lines = lines_ + fmt::format("end\t{}\n", num_lines_);
  lines_.clear();
  num_lines_ = 0;
  return lines;
}

std::string journal_header(const std::string& key)
{
  return fmt::format("rascade-claims-draws/1 {}\n", key);
}

JournalText read_journal(std::string_view text, const std::string& key)
{
  const std::string header = journal_header(key);
  JournalText read{{}, header};
  if (!text.starts_with(header)) return read;
  Journal pending;
  int lines = 0;
  for (std::size_t from = header.size(); from < text.size();) {
    const std::size_t end = text.find('\n', from);
    if (end == std::string_view::npos) break;
    const std::string_view line = text.substr(from, end - from);
    from = end + 1;
    if (line == fmt::format("end\t{}", lines)) {
      for (auto& [cell, draws] : pending.draws) read.journal.draws[cell] = std::move(draws);
      read.journal.verdicts.merge(pending.verdicts);
      pending = {};
      lines = 0;
      read.believed = std::string(text.substr(0, from));
    } else if (read_line(line, pending)) {
      ++lines;
    } else {
      break;
    }
  }
  return read;
}

}  // namespace rascade::claims
