// SPDX-License-Identifier: MIT
#include "model_commands.hpp"

#include <unistd.h>

#include <chrono>

#include <fmt/format.h>

namespace rascade::cli {

void add_expansion_options(CLI::App& command, service::ExpansionRequest& request)
{
  command.add_option("--max-species", request.max_species, "Stop beyond as many species");
  command.add_option("--max-memory", request.max_bytes, "Stop beyond, e.g. 2G")
      ->transform(CLI::AsSizeValue(false));
  command.add_option("--max-iter", request.max_iterations, "Most rounds of applying all rules");
  command.add_option("--max-agg", request.max_molecules, "Most molecules of one species");
  command.add_option("--threads", request.threads, "Threads; does not change results")
      ->check(CLI::Range(1, 1024));
}

void show(const std::string& path, const std::vector<Diagnostic>& diagnostics)
{
  fmt::print(stderr, "{}", service::explain_in(path, diagnostics));
}

std::function<void(const network::ExpansionProgress&)> expansion_line()
{
  using Clock = std::chrono::steady_clock;
  if (isatty(STDERR_FILENO) == 0) return {};
  return [began = Clock::now(), shown = Clock::time_point()](
             const network::ExpansionProgress& progress) mutable {
    const Clock::time_point now = Clock::now();
    if (now - shown < std::chrono::milliseconds(100)) return;
    shown = now;
    const double seconds = std::chrono::duration<double>(now - began).count();
    fmt::print(stderr, "\r\033[Kround {}: {} species, {} reactions, {} MB, {:.0f} reactions/s",
               progress.round + 1, progress.num_species, progress.num_reactions,
               progress.num_bytes >> 20U,
               seconds > 0.0 ? static_cast<double>(progress.num_reactions) / seconds : 0.0);
  };
}

void clear_line()
{
  if (isatty(STDERR_FILENO) != 0) fmt::print(stderr, "\r\033[K");
}

}  // namespace rascade::cli
