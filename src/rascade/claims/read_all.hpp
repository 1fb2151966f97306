// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rascade/claims/reading.hpp"

namespace rascade::claims {

/// One cell of a scenario to be read at one draw; without a number at the central one.
struct ReadingTask {
  const Scenario* scenario = nullptr;
  const CellScenario* cell = nullptr;
  std::optional<std::uint32_t> draw;
};

/// Every reading, in the order of the tasks. An arm at a draw is run once, however many tasks need
/// it, on all threads; results do not depend on their number.
/// @param[out] num_runs  arms run; may be null
/// @pre the arms' models were prepared and could be assembled
[[nodiscard]] std::vector<CellReading> read_all(const Bench& bench,
                                                const std::vector<ReadingTask>& tasks,
                                                const plan::RunControl& control,
                                                const std::string& stage,
                                                std::size_t* num_runs = nullptr);

/// One cell at any draw, its arms run here and now. @pre as above
[[nodiscard]] CellReading read_alone(const Bench& bench, const Scenario& scenario,
                                     const CellScenario& cell, const pathway::Draw& draw);

/// What keeps the scenario from being run: a model that cannot be assembled, or a change of a
/// parameter that the model lacks. @pre the arms' models were prepared
[[nodiscard]] Unmodelled check_arms(const Bench& bench, const Scenario& scenario);

}  // namespace rascade::claims
