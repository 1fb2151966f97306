// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>

namespace rascade::cli {

/// One line on stderr for the running stage, with an estimate of the time left; nothing unless
/// stderr is a terminal, but for one line a stage.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const std::string& stage, std::size_t done, std::size_t total);

 private:
  using Clock = std::chrono::steady_clock;
  bool is_terminal_;
  std::string stage_;
  Clock::time_point stage_began_;
  Clock::time_point shown_;
};

}  // namespace rascade::cli
