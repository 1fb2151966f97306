// SPDX-License-Identifier: MIT
#include "rascade/service/smaller_network.hpp"

#include <utility>

#include "rascade/reduce/reduce_network.hpp"
#include "rascade/reduce/select_outputs.hpp"

namespace rascade::service {

Checked<SmallerNetwork> smaller_network(network::Network whole,
                                        std::span<const std::string> outputs,
                                        std::span<const std::size_t> settable)
{
  const Checked<network::Network> asked = reduce::select_outputs(std::move(whole), outputs);
  if (!asked) return asked.diagnostics();
  reduce::Reduction reduction = reduce::reduce_network(*asked, settable).reduction;
  std::string sizes = reduce::describe_sizes(reduction.network, *asked);
  return SmallerNetwork{std::move(reduction.network), std::move(reduction.place), std::move(sizes)};
}

}  // namespace rascade::service
