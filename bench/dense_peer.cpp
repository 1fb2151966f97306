// SPDX-License-Identifier: MIT
#include "bench/dense_peer.hpp"

#include <cvodes/cvodes.h>
#include <nvector/nvector_serial.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>

#include <algorithm>
#include <stdexcept>

namespace rascade::bench {
namespace {

struct Problem {
  simulate::Evaluator& evaluator;
  const simulate::Forcing& forcing;
  std::vector<double> inputs;
};

std::span<double> values_of(N_Vector v)
{
  return {NV_DATA_S(v), static_cast<std::size_t>(NV_LENGTH_S(v))};
}

int rhs(double t, N_Vector y, N_Vector dydt, void* data)
{
  Problem& problem = *static_cast<Problem*>(data);
  problem.forcing.values(t, problem.inputs);
  problem.evaluator.rhs(t, values_of(y), problem.inputs, values_of(dydt));
  return 0;
}

}  // namespace

std::vector<double> integrate_dense(simulate::Evaluator& evaluator,
                                    simulate::Tolerances tolerances,
                                    std::span<const double> amounts, double end,
                                    const simulate::Forcing& forcing)
{
  Problem problem{evaluator, forcing, std::vector<double>(evaluator.system().num_inputs())};
  SUNContext context = nullptr;
  SUNContext_Create(nullptr, &context);
  const auto n = static_cast<sunindextype>(amounts.size());
  N_Vector y = N_VNew_Serial(n, context);
  std::copy(amounts.begin(), amounts.end(), values_of(y).begin());
  SUNMatrix matrix = SUNDenseMatrix(n, n, context);
  SUNLinearSolver solver = SUNLinSol_Dense(y, matrix, context);
  void* cvode = CVodeCreate(CV_BDF, context);
  CVodeInit(cvode, rhs, 0.0, y);
  CVodeSetUserData(cvode, &problem);
  CVodeSStolerances(cvode, tolerances.relative, tolerances.absolute);
  CVodeSetLinearSolver(cvode, solver, matrix);
  CVodeSetMaxNumSteps(cvode, tolerances.max_steps);
  std::vector<double> stops(forcing.breaks.begin() + 1, forcing.breaks.end());
  stops.push_back(end);
  double t = 0.0;
  int flag = CV_SUCCESS;
  for (const double stop : stops) {
    CVodeReInit(cvode, t, y);
    CVodeSetStopTime(cvode, stop);
    flag = std::min(flag, CVode(cvode, stop, y, &t, CV_NORMAL));
  }
  std::vector<double> result(values_of(y).begin(), values_of(y).end());
  CVodeFree(&cvode);
  SUNLinSolFree(solver);
  SUNMatDestroy(matrix);
  N_VDestroy(y);
  SUNContext_Free(&context);
  if (flag < 0) throw std::runtime_error("the peer failed");
  return result;
}

}  // namespace rascade::bench
