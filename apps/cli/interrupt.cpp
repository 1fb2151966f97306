// SPDX-License-Identifier: MIT
#include "interrupt.hpp"

#include <csignal>

namespace rascade::cli {
namespace {

std::atomic<bool> is_asked = false;
static_assert(std::atomic<bool>::is_always_lock_free);  // or a handler must not touch it

extern "C" void note(int) { is_asked = true; }

}  // namespace

const std::atomic<bool>* interrupt()
{
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  return &is_asked;
}

}  // namespace rascade::cli
