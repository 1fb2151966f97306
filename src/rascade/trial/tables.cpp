// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "rascade/base/text.hpp"
#include "rascade/trial/statistics.hpp"

namespace rascade::trial {
namespace {

/// Text as one cell: a tab or a line break in it would shift the columns.
std::string cell(std::string text)
{
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

}  // namespace

std::string adsl_table(std::span<const Subject> subjects)
{
  std::string table = "USUBJID\tARM\tBOR\tPROGFL\tROUTE\n";
  for (const Subject& s : subjects) {
    table += fmt::format("{}\t{}\t{}\t{}\t{}\n", cell(s.id), cell(s.arm), cell(s.response),
                         s.progressed ? "Y" : "N", cell(s.route));
  }
  return table;
}

std::string adtte_table(std::span<const Subject> subjects)
{
  std::string table = "USUBJID\tARM\tPARAMCD\tAVAL\tAVALU\tCNSR\tEVNTDESC\n";
  for (const Subject& s : subjects) {
    table += fmt::format("{}\t{}\tPFS\t{}\tDAYS\t{}\t{}\n", cell(s.id), cell(s.arm),
                         format_number(s.time_d), s.progressed ? 0 : 1,
                         s.progressed ? "PROGRESSION" : "END OF FOLLOW-UP");
  }
  return table;
}

std::string adrs_table(std::span<const Subject> subjects)
{
  std::string table = "USUBJID\tARM\tPARAMCD\tAVALC\tPCHG\n";
  for (const Subject& s : subjects) {
    table += fmt::format("{}\t{}\tBOR\t{}\t{}\n", cell(s.id), cell(s.arm), cell(s.response),
                         format_number(s.best_change_percent));
  }
  return table;
}

}  // namespace rascade::trial
