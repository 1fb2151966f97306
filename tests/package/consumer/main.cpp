// SPDX-License-Identifier: MIT
// Two threads read and expand the same model at once and must find the same network.
#include <cstdio>
#include <string>
#include <thread>

#include <rascade/language/parse_model.hpp>
#include <rascade/network/expand.hpp>
#include <rascade/network/print_net.hpp>
#include <rascade/ode/solver.hpp>

namespace {

constexpr const char* text =
    "begin parameters\nk 1\nend parameters\n"
    "begin molecule types\nA(l,r,s~u~p)\nend molecule types\n"
    "begin seed species\nA(l,r,s~u) 10\nend seed species\n"
    "begin reaction rules\nA(r)+A(l)<->A(r!1).A(l!1) k,k\nA(s~u)<->A(s~p) k,k\n"
    "end reaction rules\n";

/// Empty if there is a mistake.
std::string expand()
{
  const auto model = rascade::language::parse_model(text, "chain.bngl");
  if (!model) return "";
  rascade::network::ExpansionOptions options;
  options.limits.max_molecules = 4;
  const auto network = rascade::network::expand(*model, options);
  return network ? rascade::network::print_net(*network) : "";
}

}  // namespace

int main()
{
  std::string first, second;
  std::thread one([&first] { first = expand(); });
  std::thread other([&second] { second = expand(); });
  one.join();
  other.join();
  const bool is_same = !first.empty() && first == second;
  std::puts(is_same ? "the same network from both threads" : "the networks differ, or there is none");
  return is_same ? 0 : 1;
}
