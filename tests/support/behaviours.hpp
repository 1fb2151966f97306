// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "support/lab.hpp"

namespace rascade::support {

/// Share of the G12C allele that a covalent drug holds after one hour.
inline double engaged_at_1h(const Lab& lab, const pathway::Cell& cell, double free_nM,
                            std::vector<Lab::Dose> more = {})
{
  more.insert(more.begin(), {"sotorasib", free_nM});
  const auto r = lab.run({cell, more, 1, "", 1}, {"adduct_KRAS_G12C", "total_KRAS_G12C"});
  return r.outputs[0].back() / r.outputs[1].back();
}

struct Rebound {
  double nadir = 0;     // relative to the start
  double nadir_h = 0;
  double end = 0;       // relative to the start
  double share = 0;     // (end - nadir)/(start - nadir)
};

/// ppERK over 48 h at constant free drug.
inline Rebound rebound(const Lab& lab, const pathway::Cell& cell, std::vector<Lab::Dose> doses,
                       const std::string& off = "")
{
  const auto r = lab.run({cell, std::move(doses), 48, off, 0.5}, {"ppERK"});
  const std::vector<double>& erk = r.outputs[0];
  const auto nadir = std::min_element(erk.begin(), erk.end());
  Rebound result;
  result.nadir = *nadir / erk.front();
  result.nadir_h = r.hours[static_cast<std::size_t>(nadir - erk.begin())];
  result.end = erk.back() / erk.front();
  result.share = (erk.back() - *nadir) / (erk.front() - *nadir);
  return result;
}

inline std::vector<double> dose_grid()
{
  std::vector<double> doses;
  for (double d = 1; d <= 30000; d *= std::sqrt(10.0)) doses.push_back(d);
  return doses;
}

/// ppERK at `hours` relative to untreated over the dose grid. The RAF inhibitor's paradox is its peak.
inline std::vector<double> erk_over_doses(const Lab& lab, const pathway::Cell& cell,
                                          const std::string& drug, double hours = 2)
{
  std::vector<double> response;
  for (const double dose : dose_grid()) {
    response.push_back(lab.relative({cell, {{drug, dose}}, hours, "", hours}, "ppERK"));
  }
  return response;
}

inline double peak(const std::vector<double>& response)
{
  return *std::max_element(response.begin(), response.end());
}

}  // namespace rascade::support
