// SPDX-License-Identifier: MIT
#include "progress.hpp"

#include <unistd.h>

#include <fmt/format.h>

#include "interrupt.hpp"

namespace rascade::cli {

ProgressLine::ProgressLine() : is_terminal_(isatty(STDERR_FILENO) != 0) {}

ProgressLine::~ProgressLine()
{
  if (is_terminal_ && !stage_.empty()) fmt::print(stderr, "\r\033[K");
}

void ProgressLine::show(const ensemble::Progress& p)
{
  const Clock::time_point now = Clock::now();
  if (p.stage != stage_) {
    stage_ = p.stage;
    if (p.restored > 0) {
      fmt::print(stderr, "{}{}: goes on, {} of {} are done\n", is_terminal_ ? "\r\033[K" : "", p.stage,
                 p.restored, p.total);
    } else if (!is_terminal_) {
      fmt::print(stderr, "{} …\n", p.stage);
    }
  }
  if (!is_terminal_ || (p.done < p.total && now - shown_ < std::chrono::milliseconds(100))) return;
  shown_ = now;
  fmt::print(stderr, "\r\033[K{} {}/{}  about {:.0f} s left", p.stage, p.done, p.total,
             p.seconds_left);
}

service::LongRun ProgressLine::follow()
{
  return {[this](const ensemble::Progress& progress) { show(progress); }, interrupt(), ""};
}

}  // namespace rascade::cli
