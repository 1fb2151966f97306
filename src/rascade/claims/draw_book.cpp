// SPDX-License-Identifier: MIT
#include "rascade/claims/draw_book.hpp"

#include <algorithm>

#include "rascade/claims/draws.hpp"
#include "rascade/ensemble/run_members.hpp"

namespace rascade::claims {
namespace {

constexpr std::uint32_t batch = 64;

bool is_plausible(const knowledge::Knowledge& knowledge, const ArmCourse& untouched)
{
  return std::all_of(knowledge.baselines.begin(), knowledge.baselines.end(),
                     [&](const knowledge::Baseline& b) {
                       const auto above = untouched.outputs.find(b.numerator);
                       const auto below = untouched.outputs.find(b.denominator);
                       const auto none = untouched.outputs.end();
                       if (above == none || below == none) return true;
                       const double share = above->second.front() / below->second.front();
                       return share >= b.share.low && share <= b.share.high;
                     });
}

bool admits(const Bench& bench, const Arm& untouched, std::uint64_t seed, std::uint32_t number)
{
  Probe probe;
  for (const knowledge::Baseline& b : bench.knowledge().baselines) {
    probe.outputs.insert(b.numerator);
    probe.outputs.insert(b.denominator);
  }
  try {
    const pathway::Draw draw = draw_widely(bench.catalogue(), seed, number);
    return is_plausible(bench.knowledge(), run_arm(bench, untouched, draw, probe));
  } catch (const simulate::IntegrationFailed&) {
    return false;  // a cell that never comes to rest is not plausible
  }
}

}  // namespace

void admit_draws(const Bench& bench, const Arm& untouched, std::size_t wanted,
                 const plan::RunControl& control, AdmittedDraws& admitted)
{
  const auto most = static_cast<std::uint32_t>(wanted) * tries_a_draw;
  ensemble::Control quiet = control.members;
  quiet.progress = {};
  while (admitted.numbers.size() < wanted && admitted.tried < most) {
    const std::uint32_t first = admitted.tried;
    const auto good = ensemble::collect<bool>(quiet, "plausible draws", batch, [&](std::size_t i) {
      return admits(bench, untouched, control.seed, first + static_cast<std::uint32_t>(i));
    });
    for (std::uint32_t i = 0; i < batch && admitted.numbers.size() < wanted; ++i) {
      if (good[i]) admitted.numbers.push_back(admitted.tried);
      ++admitted.tried;
    }
  }
}

}  // namespace rascade::claims
