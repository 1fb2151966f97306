// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>

#include "rascade/service/long_run.hpp"

namespace rascade::cli {

/// One line on stderr for the running stage, with an estimate of the time left; nothing unless
/// stderr is a terminal, but for one line a stage.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const ensemble::Progress& progress);

  /// For a run that reports here and ends when the user interrupts it. @pre this stays where it is
  [[nodiscard]] service::LongRun follow();

 private:
  using Clock = std::chrono::steady_clock;
  bool is_terminal_;
  std::string stage_;
  Clock::time_point shown_;
};

}  // namespace rascade::cli
