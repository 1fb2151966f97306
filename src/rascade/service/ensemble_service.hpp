// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "rascade/base/checked.hpp"
#include "rascade/service/long_run.hpp"
#include "rascade/service/model_file.hpp"
#include "rascade/service/table_stream.hpp"

namespace rascade::service {

struct EnsembleRequest {
  std::string file;                  // .bngl or .net
  std::string draws_file;            // a table of parameters, a member a row; or
  std::size_t members = 0;           // so many, with
  std::vector<std::string> varied;   // `name=lognormal(median,cv)` and the like, see EnsembleDraws
  double end = 0.0;                  // s
  std::size_t points = 100;          // times after the start
  std::vector<std::string> outputs;  // observables and functions; empty: all
  bool is_summary = false;           // quantiles over members instead of each member
  std::uint64_t seed = 1;
  int threads = 0;                          // no effect on results
  double relative = 1e-6, absolute = 1e-3;  // tolerances; molecules
  bool as_json = false;
  std::string out;         // file to write; empty: handed to `write`
  std::string save_draws;  // file for the table of draws; or empty
  ExpansionRequest expansion;
};

struct EnsembleResponse {
  std::size_t members = 0;
  std::size_t failed = 0;
};

/// Simulates the model for every member, without the file's actions, and writes what each gives as
/// soon as its turn comes. The file `out` appears whole or not at all; until then what has been
/// found lies in `run.journal`, from which the next call of the same request goes on.
///
/// Reports what reading, expanding and compiling the model and EnsembleDraws report, E2714 (neither
/// or both of draws and members), E2715 (unknown output), E2716 (times or tolerances that make no
/// sense), E1401, E2701 and E2702; as warnings, E2721 with the first members that failed.
[[nodiscard]] Checked<EnsembleResponse> run_ensemble(const EnsembleRequest& request,
                                                     const LongRun& run, const WriteText& write);

}  // namespace rascade::service
