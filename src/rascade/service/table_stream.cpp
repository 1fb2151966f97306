// SPDX-License-Identifier: MIT
#include "rascade/service/table_stream.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

namespace rascade::service {
namespace {

constexpr const char* notice = "Research use only. Not for decisions about patients.";

std::string json_list(std::span<const std::string> texts)
{
  return nlohmann::json(std::vector<std::string>(texts.begin(), texts.end())).dump();
}

}  // namespace

TableStream::TableStream(WriteText write, bool as_json, std::span<const std::string> notes,
                         std::span<const std::string> columns)
    : write_(std::move(write)), as_json_(as_json)
{
  if (as_json_) {
    write_(fmt::format(
        "{{\"research_use_only\": \"{}\",\n\"notes\": {},\n\"columns\": {},\n\"rows\": [", notice,
        json_list(notes), json_list(columns)));
    return;
  }
  std::string head = fmt::format("# {}\n", notice);
  for (const std::string& note : notes) head += fmt::format("# {}\n", note);
  write_(head + fmt::format("{}\n", fmt::join(columns, "\t")));
}

void TableStream::add_row(std::span<const double> values)
{
  line_ = !as_json_ ? "" : is_first_row_ ? "\n[" : ",\n[";
  is_first_row_ = false;
  const char* separator = "";
  for (const double value : values) {
    line_ += separator;
    separator = as_json_ ? "," : "\t";
    if (as_json_ && !std::isfinite(value)) {
      line_ += "null";
    } else {
      fmt::format_to(std::back_inserter(line_), "{:.8g}", value);
    }
  }
  line_ += as_json_ ? "]" : "\n";
  write_(line_);
}

void TableStream::remark(std::string text)
{
  if (as_json_) {
    remarks_.push_back(std::move(text));
  } else {
    write_(fmt::format("# {}\n", text));
  }
}

void TableStream::finish()
{
  if (as_json_) write_(fmt::format("\n],\n\"remarks\": {}}}\n", json_list(remarks_)));
}

}  // namespace rascade::service
