// SPDX-License-Identifier: MIT
#include "rascade/protocol/data_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "rascade/protocol/mistake.hpp"

namespace rascade::protocol {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& path)
{
  throw Mistake("E1707", {path, 0, 0, 0}, "this file cannot be written",
                "Give a folder you may write to with --out.");
}

std::string draft_of(const std::string& path)
{
  std::error_code error;
  const fs::path folder = fs::path(path).parent_path();
  if (!folder.empty()) fs::create_directories(folder, error);
  return path + ".partial";
}

/// As `%19.12e` in C, several times as fast: long tables consist of nothing else.
void append_number(double value, std::string& text)
{
  constexpr std::size_t width = 19;
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                 std::chars_format::scientific, 12).ptr;
  const auto length = static_cast<std::size_t>(end - digits.data());
  text.append(width - std::min(width, length), ' ').append(digits.data(), length);
}

void put_in_place(const std::string& draft, const std::string& path)
{
  std::error_code error;
  fs::rename(draft, path, error);
  if (error) fail(path);
}

}  // namespace

void write_whole(const std::string& path, const std::string& text)
{
  const std::string draft = draft_of(path);
  std::FILE* const file = std::fopen(draft.c_str(), "wb");
  if (file == nullptr) fail(path);
  const bool is_whole = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  if (std::fclose(file) != 0 || !is_whole) fail(path);
  put_in_place(draft, path);
}

void remove_table(const std::string& path)
{
  std::error_code error;
  fs::remove(path, error);
}

DataFile::DataFile(std::string path, const std::vector<std::string>& titles, bool append)
    : path_(std::move(path)), draft_(draft_of(path_))
{
  std::error_code error;
  append = append && fs::copy_file(path_, draft_, fs::copy_options::overwrite_existing, error);
  file_.reset(std::fopen(draft_.c_str(), append ? "ab" : "wb"));
  if (!file_) fail(path_);
  if (!append) remove_table(path_);
  if (append) return;
  std::string line = fmt::format("#{:>18}", "time");
  for (const std::string& title : titles) line += fmt::format(" {:>19}", title);
  std::fputs((line + "\n").c_str(), file_.get());
}

DataFile::~DataFile()
{
  if (!file_) return;
  file_.reset();
  std::error_code error;
  fs::remove(draft_, error);
}

void DataFile::add(double time, std::span<const double> values)
{
  row_.clear();
  append_number(time, row_);
  for (const double value : values) append_number(value, row_ += ' ');
  row_ += '\n';
  std::fwrite(row_.data(), 1, row_.size(), file_.get());
}

void DataFile::finish()
{
  if (std::ferror(file_.get()) != 0 || std::fclose(file_.release()) != 0) fail(path_);
  put_in_place(draft_, path_);
}

}  // namespace rascade::protocol
