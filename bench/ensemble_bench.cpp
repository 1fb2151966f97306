// SPDX-License-Identifier: MIT
// Is one run with two workers as fast as two independent processes with half of the members each,
// and do time and memory of an ensemble grow with its members as they should?
//
//     ensemble_bench MODEL.bngl --vary ... [--t-end S] [--points N] [--members N] [--rounds N]
//
// Every run is a process of its own, so that its peak memory is its own. The kinds of run take
// turns in each round, and ratios are within a round: the machine may be busier in one than in
// another.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

#include "rascade/service/ensemble_service.hpp"

namespace {

using namespace rascade;

struct Cost {
  double seconds = 0;
  double cpu = 0;      // s, of all processes
  double peak_mb = 0;  // of the largest process
};

/// Runs the ensemble in a process of its own. @return its id
pid_t start(service::EnsembleRequest request)
{
  const pid_t child = fork();
  if (child != 0) return child;
  request.out = fmt::format("/tmp/rascade_bench_{}.tsv", getpid());
  const service::LongRun run{{}, nullptr, request.out + ".journal"};
  const auto response = service::run_ensemble(request, run, {});
  if (!response) fmt::print(stderr, "{}", to_string(response.diagnostics()));
  unlink(request.out.c_str());
  _exit(response && response->failed == 0 ? 0 : 1);
}

double seconds_of(const timeval& time)
{
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

/// All of them at once.
Cost run(const std::vector<service::EnsembleRequest>& requests)
{
  const auto began = std::chrono::steady_clock::now();
  std::vector<pid_t> children;
  for (const auto& request : requests) children.push_back(start(request));
  Cost cost;
  for (const pid_t child : children) {
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    if (status != 0) throw std::runtime_error("a run failed");
    cost.cpu += seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
    cost.peak_mb = std::max(cost.peak_mb, static_cast<double>(usage.ru_maxrss) / 1024);
  }
  cost.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return cost;
}

service::EnsembleRequest with(service::EnsembleRequest request, std::size_t members, int threads)
{
  request.members = members;
  request.threads = threads;
  return request;
}

double median(std::vector<double> values)
{
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

void compare_workers(const service::EnsembleRequest& request, std::size_t members, int rounds)
{
  std::vector<double> ratios, to_one, cpu;
  for (int round = 0; round < rounds; ++round) {
    const Cost workers = run({with(request, members, 2)});
    const Cost processes = run({with(request, members / 2, 1), with(request, members / 2, 1)});
    const Cost one = run({with(request, members, 1)});
    ratios.push_back(processes.seconds / workers.seconds);
    to_one.push_back(one.seconds / workers.seconds);
    cpu.push_back(workers.cpu / processes.cpu);
    fmt::print(
        "{} members: one run with two workers {:.2f} s, two processes {:.2f} s, one worker "
        "{:.2f} s: {:.3f} of two processes, {:.2f} x one worker\n",
        members, workers.seconds, processes.seconds, one.seconds, ratios.back(), to_one.back());
  }
  fmt::print(
      "median: two workers reach {:.3f} of two processes and {:.2f} x one worker, with {:.3f} x "
      "the CPU time of two processes\n",
      median(ratios), median(to_one), median(cpu));
}

void compare_sizes(const service::EnsembleRequest& request, int rounds)
{
  std::vector<double> ratios, growth;
  for (int round = 0; round < rounds; ++round) {
    const Cost few = run({with(request, 1000, 2)});
    const Cost many = run({with(request, 10'000, 2)});
    ratios.push_back(many.seconds / few.seconds);
    growth.push_back(many.peak_mb / few.peak_mb);
    fmt::print("{}: 1,000 members {:.2f} s, {:.1f} MB; 10,000 members {:.2f} s, {:.1f} MB\n",
               request.is_summary ? "summary" : "rows", few.seconds, few.peak_mb, many.seconds,
               many.peak_mb);
  }
  fmt::print("median: ten times the members take {:.2f} x the time and {:.3f} x the memory\n",
             median(ratios), median(growth));
}

}  // namespace

int main(int argc, char** argv)
{
  service::EnsembleRequest request;
  request.end = 3600;
  request.points = 20;
  std::size_t members = 2000;
  int rounds = 5;
  CLI::App app{"Workers against processes; time and memory against members"};
  app.add_option("model", request.file)->required();
  app.add_option("--vary", request.varied)->required();
  app.add_option("--t-end", request.end);
  app.add_option("--points", request.points);
  app.add_option("--outputs", request.outputs)->delimiter(',');
  app.add_option("--members", members);
  app.add_option("--rounds", rounds);
  CLI11_PARSE(app, argc, argv);
  compare_workers(request, members, rounds);
  for (const bool is_summary : {false, true}) {
    request.is_summary = is_summary;
    compare_sizes(request, std::max(1, rounds / 2));
  }
  return 0;
}
