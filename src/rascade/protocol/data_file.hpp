// SPDX-License-Identifier: MIT
#pragma once

#include <cstdio>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace rascade::protocol {

/// Writes a file that appears whole or not at all. Throws Mistake E1707.
void write_whole(const std::string& path, const std::string& text);

/// So that what an earlier run left does not pass for the result of one that fails.
void remove_table(const std::string& path);

/// A table of numbers in columns of 19 characters, `#` before the titles: `.gdat`, `.cdat`. It
/// appears under its name once it is complete; until then there is none of that name, unless it is
/// appended to.
class DataFile {
 public:
  /// @param append  goes on after what the file holds already, without titles
  DataFile(std::string path, const std::vector<std::string>& titles, bool append);
  ~DataFile();
  DataFile(const DataFile&) = delete;
  DataFile& operator=(const DataFile&) = delete;

  void add(double time, std::span<const double> values);
  void finish();

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::string path_;
  std::string draft_;
  std::unique_ptr<std::FILE, Close> file_;
  std::string row_;  // the line in the making
};

}  // namespace rascade::protocol
