// SPDX-License-Identifier: MIT
#include "run_command.hpp"

#include <unistd.h>

#include <chrono>

#include <fmt/format.h>

#include "model_commands.hpp"
#include "rascade/service/run_service.hpp"

namespace rascade::cli {
namespace {

/// One line on a terminal, ten times a second at most; nothing elsewhere.
class RunProgress {
 public:
  explicit RunProgress(bool is_quiet) : is_shown_(!is_quiet && isatty(STDERR_FILENO) != 0) {}
  ~RunProgress() { clear(); }
  RunProgress(const RunProgress&) = delete;
  RunProgress& operator=(const RunProgress&) = delete;

  void show(const protocol::Progress& p)
  {
    if (!is_shown_) return;
    const Clock::time_point now = Clock::now();
    if (p.stage != stage_) began_ = now;
    stage_ = p.stage;
    if (now - shown_ < std::chrono::milliseconds(100)) return;
    shown_ = now;
    const double seconds = std::chrono::duration<double>(now - began_).count();
    std::string line = fmt::format("{}: {} species, {} reactions", p.stage, p.species, p.reactions);
    if (p.bytes > 0) {
      line += fmt::format(", {:.0f} MB", static_cast<double>(p.bytes) / 1e6);
      if (seconds > 0.0) line += fmt::format(", {:.0f} reactions/s", rate(p.reactions, seconds));
    }
    if (p.share > 0.0) {
      line += fmt::format(", {:.0f} %, {:.0f} s left", 100.0 * p.share,
                          seconds * (1.0 - p.share) / p.share);
    }
    fmt::print(stderr, "\r{:<79}", line);
    is_dirty_ = true;
  }

  void clear()
  {
    if (is_dirty_) fmt::print(stderr, "\r{:<79}\r", "");
    is_dirty_ = false;
  }

 private:
  using Clock = std::chrono::steady_clock;

  static double rate(std::size_t count, double seconds)
  {
    return static_cast<double>(count) / seconds;
  }

  bool is_shown_;
  bool is_dirty_ = false;
  std::string stage_;
  Clock::time_point began_;
  Clock::time_point shown_;
};

}  // namespace

void add_run(CLI::App& app, RunArguments& arguments)
{
  CLI::App* run = app.add_subcommand("run", "Run the actions of a BNGL model (--out: folder)");
  run->add_option("model", arguments.file, "BNGL file")->required();
  run->add_option("--seed", arguments.seed, "Seed of stochastic runs that name none");
  run->add_option("--threads", arguments.threads, "Threads; does not change results")
      ->check(CLI::Range(1, 1024));
  run->add_flag("--reduce", arguments.reduces,
                "Simulate the smallest network with the same .gdat; there is no .cdat");
  run->add_option("--atol", arguments.tolerances_file,
                  "Table of absolute tolerances: species or pattern, atol in molecules");
  run->add_flag("--quiet", arguments.is_quiet, "Say nothing but mistakes");
  run->footer("Research use only.");
}

int run_model(const Common& common, const RunArguments& arguments)
{
  RunProgress progress(arguments.is_quiet);
  service::RunRequest request;
  request.file = arguments.file;
  request.folder = common.out;
  request.seed = arguments.seed;
  request.threads = arguments.threads;
  request.reduces = arguments.reduces;
  request.tolerances_file = arguments.tolerances_file;
  request.progress = [&](const protocol::Progress& p) { progress.show(p); };
  if (!arguments.is_quiet) {
    request.warn = [&](const std::vector<Diagnostic>& found) { show(arguments.file, found); };
    request.say = [&](const std::string& line) {
      progress.clear();
      fmt::print(stderr, "{}\n", line);
    };
  }
  const auto outcome = service::run_file(request);
  progress.clear();
  show(arguments.file, outcome.diagnostics());
  return outcome ? ok : bad_input;
}

}  // namespace rascade::cli
