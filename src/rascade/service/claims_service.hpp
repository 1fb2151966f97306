// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rascade/service/long_run.hpp"
#include "rascade/service/session.hpp"

namespace rascade::service {

struct ClaimsArguments {
  std::string filter;  // see claims::Filter
  bool robust = false;
  std::uint64_t seed = 1;
  int threads = 0;     // no effect on results
  std::string out;     // the run's folder; empty: runs/claims-…, named by knowledge and seed
  std::string page;    // a Markdown file to write too, and beside it <stem>.tsv; or empty
};

/// A run over claims in each of its forms.
struct ClaimsResponse {
  std::string text, tsv, json;
  std::vector<std::string> files;  // written
};

/// Runs the claims that fit the filter and writes claims.json and claims.tsv into the run's folder
/// (and the page). What is found is kept in claims.journal there as it comes; the next call with the
/// same arguments goes on from it (`run.journal` is not looked at). Reports mistakes in the filter
/// (E2403, E2404) or the claims (E2401, E2402), E2405 for no claim that fits, E1401 for files that
/// cannot be written, E2701 and E2702.
[[nodiscard]] Checked<ClaimsResponse> run_claims(const Session& session,
                                                 const ClaimsArguments& arguments,
                                                 const LongRun& run);

}  // namespace rascade::service
