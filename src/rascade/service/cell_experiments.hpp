// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rascade/service/session.hpp"
#include "rascade/service/table.hpp"

namespace rascade::service {

struct SimulateRequest {
  std::string tumour_file;
  std::vector<std::string> drugs;  // under their own regimens
  std::string doses_file;          // a dosing table instead of the regimens; may be empty
  std::optional<double> free_nM;   // constant free concentration of every drug instead
  double hours = 72;
  double step_h = 0.5;
  std::vector<std::string> outputs;  // observables or functions; empty: all
};

/// Time course of one cell, from its untreated steady state. Column `time` in hours, others in
/// molecules (observables) or as the function defines.
/// Reports E1201 for an unknown output, E1202 for a run that cannot go on.
[[nodiscard]] Checked<Table> simulate_cell(const Session& session, const SimulateRequest& request);

struct DoseRequest {
  std::string tumour_file;
  std::vector<std::string> drugs;    // the first is varied
  double background_free_nM = 0;     // of the others
  double from_nM = 0.1, to_nM = 10000;
  int points = 11;
  double hours = 24;
  std::string readout = "ppERK";     // an output, or `growth`: mean growth signal over the hours
  int threads = 0;                   // 0: all; no effect on results
};

/// Response at `hours` to constant free concentrations, relative to untreated; a note gives the
/// IC50, the concentration at half of untreated (log-linear), where the curve crosses it.
[[nodiscard]] Checked<Table> dose_response(const Session& session, const DoseRequest& request);

/// The assembled model of a cell as BNGL text, or as a reaction network (`.net`).
[[nodiscard]] Checked<std::string> model_text(const Session& session, const std::string& tumour_file,
                                              const std::vector<std::string>& drugs, bool as_network);

/// Where a falling or rising curve crosses `level`, by log-linear interpolation; nothing if nowhere.
[[nodiscard]] std::optional<double> crossing(const std::vector<double>& dose,
                                             const std::vector<double>& response, double level);

}  // namespace rascade::service
