// SPDX-License-Identifier: MIT
#pragma once

#include <fstream>
#include <string>
#include <string_view>

namespace rascade::service {

/// A file that appears whole or not at all: written beside its place and moved there at the end.
class DraftFile {
 public:
  explicit DraftFile(std::string path);
  /// Leaves nothing behind unless it was finished.
  ~DraftFile();
  DraftFile(const DraftFile&) = delete;
  DraftFile& operator=(const DraftFile&) = delete;

  [[nodiscard]] bool is_open() const { return file_.is_open(); }
  void write(std::string_view text);
  /// False if the file, or any of it, could not be written; nothing is left behind then.
  [[nodiscard]] bool finish();

 private:
  std::string path_, draft_;
  std::ofstream file_;
  bool is_finished_ = false;
};

}  // namespace rascade::service
