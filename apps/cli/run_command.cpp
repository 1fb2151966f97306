// SPDX-License-Identifier: MIT
#include "run_command.hpp"

#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include <fmt/format.h>

#include "rascade/language/parse_model.hpp"
#include "rascade/protocol/run_actions.hpp"

namespace rascade::cli {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> read_text(const fs::path& path)
{
  std::error_code error;
  std::ifstream file(path, std::ios::binary);
  if (!file || fs::is_directory(path, error)) return std::nullopt;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

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

int report(const std::vector<Diagnostic>& diagnostics)
{
  fmt::print(stderr, "{}", to_string(diagnostics));
  return has_error(diagnostics) ? bad_input : ok;
}

}  // namespace

void add_run(CLI::App& app, RunArguments& arguments)
{
  CLI::App* run = app.add_subcommand("run", "Run the actions of a BNGL model (--out: folder)");
  run->add_option("model", arguments.file, "BNGL file")->required();
  run->add_option("--seed", arguments.seed, "Seed of stochastic runs that name none");
  run->add_option("--threads", arguments.threads, "Threads; does not change results")
      ->check(CLI::Range(1, 1024));
  run->add_flag("--quiet", arguments.is_quiet, "Say nothing but mistakes");
  run->footer("Research use only.");
}

int run_model(const Common& common, const RunArguments& arguments)
{
  const fs::path path(arguments.file);
  const std::optional<std::string> text = read_text(path);
  if (!text) {
    return report({{Severity::error, "E1402", {arguments.file, 0, 0, 0},
                    "this file cannot be read", "Give the path of a BNGL file."}});
  }
  const language::ReadFile read_beside = [&](const std::string& name) {
    return read_text(path.parent_path() / name);
  };
  auto document = language::parse_document(*text, arguments.file, read_beside);
  if (!arguments.is_quiet || !document) {
    const int code = report(document.diagnostics());
    if (!document) return code;
  }
  RunProgress progress(arguments.is_quiet);
  protocol::Request request;
  request.document = *std::move(document);
  request.name = path.stem().string();
  request.folder = common.out;
  request.seed = arguments.seed;
  request.threads = arguments.threads;
  request.read_file = read_beside;
  request.progress = [&](const protocol::Progress& p) { progress.show(p); };
  if (!arguments.is_quiet) {
    request.say = [&](const std::string& line) {
      progress.clear();
      fmt::print(stderr, "{}\n", line);
    };
  }
  const auto outcome = protocol::run_actions(std::move(request));
  progress.clear();
  return report(outcome.diagnostics());
}

}  // namespace rascade::cli
