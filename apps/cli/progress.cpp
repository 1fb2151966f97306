// SPDX-License-Identifier: MIT
#include "progress.hpp"

#include <unistd.h>

#include <fmt/format.h>

namespace rascade::cli {

ProgressLine::ProgressLine() : is_terminal_(isatty(STDERR_FILENO) != 0) {}

ProgressLine::~ProgressLine()
{
  if (is_terminal_ && !stage_.empty()) fmt::print(stderr, "\r\033[K");
}

void ProgressLine::show(const std::string& stage, std::size_t done, std::size_t total)
{
  const Clock::time_point now = Clock::now();
  if (stage != stage_) {
    stage_ = stage;
    stage_began_ = now;
    if (!is_terminal_) fmt::print(stderr, "{} …\n", stage);
  }
  if (!is_terminal_ || (done < total && now - shown_ < std::chrono::milliseconds(100))) return;
  shown_ = now;
  const double elapsed = std::chrono::duration<double>(now - stage_began_).count();
  const double left = elapsed * static_cast<double>(total - done) / static_cast<double>(done);
  fmt::print(stderr, "\r\033[K{} {}/{}  about {:.0f} s left", stage, done, total, left);
}

}  // namespace rascade::cli
