// SPDX-License-Identifier: MIT
#include "rascade/claims/robust.hpp"

#include <algorithm>
#include <utility>

namespace rascade::claims {
namespace {

using Kind = Relation::Kind;

constexpr int too_many_failures = robust_draws - robust_least + 1;

bool is_done(const RobustShare& share)
{
  return share.fails >= too_many_failures || share.holds >= robust_least;
}

class Trial {
 public:
  Trial(const Bench& bench, const plan::RunControl& control, Evaluation& evaluation)
      : bench_(bench), control_(control), quiet_(control), e_(evaluation)
  {
    quiet_.members.progress = {};
  }

  void run()
  {
    for (std::size_t i = 0; i < e_.results.size(); ++i) {
      if (!is_for_draws(e_.results[i], e_.resolutions[i])) continue;
      open_.push_back(i);
      e_.results[i].robust = RobustShare{};
    }
    num_tried_ = open_.size();
    find_draws();
    for (int draw = 0; draw < robust_draws && !open_.empty(); ++draw) {
      try_draw(draw);
      report(draw);
    }
  }

 private:
  const Scenario& scenario(std::size_t i) const { return *e_.resolutions[i].scenario; }

  void find_draws()
  {
    for (const std::size_t i : open_) {
      for (const CellScenario& cell : scenario(i).cells) {
        const Arm& untouched = untouched_of(cell);
        admit_draws(bench_, untouched, robust_draws, quiet_, e_.draws[untouched.key()]);
      }
    }
    for (const std::size_t i : open_) {
      for (const CellScenario& cell : scenario(i).cells) {
        e_.results[i].robust->tried += e_.draws.at(untouched_of(cell).key()).tried;
      }
    }
  }

  void try_draw(int draw)
  {
    for (const auto& [i, holds] : judge_at(draw)) {
      RobustShare& share = *e_.results[i].robust;
      ++(holds ? share.holds : share.fails);
    }
    std::erase_if(open_, [&](std::size_t i) { return is_done(*e_.results[i].robust); });
  }

  /// Of the open claims: whether each holds.
  std::vector<std::pair<std::size_t, bool>> judge_at(int draw)
  {
    std::vector<ReadingTask> tasks;
    std::vector<std::pair<std::size_t, bool>> verdicts;
    std::vector<std::size_t> readable;
    for (const std::size_t i : open_) {
      const std::vector<ReadingTask> own = tasks_at(draw, scenario(i));
      if (own.empty()) {
        verdicts.emplace_back(i, false);  // too few plausible draws: nothing shows that it holds
      } else {
        readable.push_back(i);
        tasks.insert(tasks.end(), own.begin(), own.end());
      }
    }
    std::size_t runs = 0;
    const auto readings = read_all(bench_, tasks, quiet_, "draws", &runs);
    e_.num_runs += runs;
    auto next = readings.begin();
    for (const std::size_t i : readable) {
      const auto end = next + static_cast<std::ptrdiff_t>(scenario(i).cells.size());
      const Judgement judgement = judge_all(scenario(i), {next, end});
      verdicts.emplace_back(i, judgement.verdict == Verdict::holds);
      next = end;
    }
    return verdicts;
  }

  /// Nothing if one of the cells has no such draw.
  std::vector<ReadingTask> tasks_at(int draw, const Scenario& scenario) const
  {
    std::vector<ReadingTask> tasks;
    for (const CellScenario& cell : scenario.cells) {
      const auto& numbers = e_.draws.at(untouched_of(cell).key()).numbers;
      const auto place = static_cast<std::size_t>(draw);
      if (place >= numbers.size()) return {};
      tasks.push_back({&scenario, &cell, numbers[place]});
    }
    return tasks;
  }

  /// Claims that are done count as if all their draws had been made.
  void report(int draw) const
  {
    if (!control_.members.progress) return;
    const auto all = static_cast<std::size_t>(robust_draws);
    const std::size_t done = (num_tried_ - open_.size()) * all +
                             open_.size() * static_cast<std::size_t>(draw + 1);
    control_.members.progress({"draws of claims", done, num_tried_ * all, 0,
                                pace_.seconds_left(done, num_tried_ * all)});
  }

  const Bench& bench_;
  const plan::RunControl& control_;
  plan::RunControl quiet_;
  Evaluation& e_;
  std::vector<std::size_t> open_;
  std::size_t num_tried_ = 0;
  ensemble::Pace pace_{0};
};

}  // namespace

void try_draws(const Bench& bench, const plan::RunControl& control, Evaluation& evaluation)
{
  Trial(bench, control, evaluation).run();
}

bool is_for_draws(const ClaimResult& result, const Resolution& resolution)
{
  if (result.status != Status::reproduced || !resolution.scenario) return false;
  const Scenario& scenario = *resolution.scenario;
  if (!is_of_cell(scenario)) return false;
  const Kind kind = scenario.relation.kind;
  if (kind == Kind::synergy || kind == Kind::shape || kind == Kind::present) return true;
  return kind == Kind::steps &&
         std::none_of(scenario.relation.steps.begin(), scenario.relation.steps.end(),
                      [](const Step& step) { return step.comparison == Comparison::like; });
}

}  // namespace rascade::claims
