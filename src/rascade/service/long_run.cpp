// SPDX-License-Identifier: MIT
#include "rascade/service/long_run.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace rascade::service {
namespace {

/// Its own bytes: another build may compute something else.
std::string program()
{
  std::ifstream file("/proc/self/exe", std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

Checked<ensemble::Control> control_of(const LongRun& run, int threads, const std::string& key)
{
  ensemble::Control control{threads, run.progress, run.stop, {}};
  if (run.journal.empty()) return control;
  std::error_code failed;  // then the journal cannot be opened either
  const auto folder = std::filesystem::path(run.journal).parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder, failed);
  const auto journal = ensemble::Journal::open(run.journal, program() + "\n" + key);
  if (!journal) return journal.diagnostics();
  control.journal = *journal;
  return control;
}

}  // namespace rascade::service
