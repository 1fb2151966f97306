// SPDX-License-Identifier: MIT
// Three ways to evaluate the rates of change of a network of mass action: as the library does, from
// flat arrays; from the same arrays for several members of an ensemble at once; and by machine code
// made for the network, as a compiler at run time would (docs/adr/0011).
//
//     rhs_bench FILE.net ...
//
// One row a network, tab-separated: microseconds an evaluation and member, and the seconds that the
// compiler took (cc -O2 on straight-line C, in one function for each 500 reactions and 50 species).
#include <dlfcn.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "bench/text_of.hpp"
#include "rascade/network/read_net.hpp"
#include "rascade/simulate/rate_program.hpp"
#include "rascade/simulate/rate_system.hpp"

namespace {

using namespace rascade;
using bench::text_of;
using simulate::Kinetics;

constexpr std::size_t members = 8;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double child_seconds()
{
  rusage usage{};
  getrusage(RUSAGE_CHILDREN, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec) + 1e-6 * static_cast<double>(usage.ru_utime.tv_usec);
}

/// The least of five, in microseconds: the machine may be busy.
template <class Work>
double microseconds(const Work& work)
{
  double least = 1e300;
  for (int repeat = 0; repeat < 5; ++repeat) {
    std::size_t count = 0;
    const double began = cpu_seconds();
    double passed = 0.0;
    while (passed < 0.05) {
      for (int i = 0; i < 20; ++i) work();
      count += 20;
      passed = cpu_seconds() - began;
    }
    least = std::min(least, 1e6 * passed / static_cast<double>(count));
  }
  return least;
}

/// Members side by side: number s of member m at [s * members + m].
class Vectorised {
 public:
  Vectorised(const Kinetics& kinetics, std::span<const double> constants)
      : kinetics_(kinetics), rates_(constants.size() * members)
  {
    for (const double constant : constants) constants_.insert(constants_.end(), members, constant);
  }

  void operator()(const double* y, double* dydt)
  {
    for (std::size_t r = 0; r < kinetics_.first.size(); ++r) {
      const double* const a = y + members * kinetics_.first[r];
      const double* const b = y + members * kinetics_.second[r];
      double* const rate = rates_.data() + members * r;
      for (std::size_t m = 0; m < members; ++m) rate[m] = constants_[members * r + m] * a[m] * b[m];
    }
    const simulate::SparseRows& change = kinetics_.change;
    for (std::size_t s = 0; s < change.num_rows(); ++s) {
      double sum[members] = {};
      for (std::uint32_t k = change.starts[s]; k < change.starts[s + 1]; ++k) {
        const double* const rate = rates_.data() + members * change.columns[k];
        for (std::size_t m = 0; m < members; ++m) sum[m] += change.coefficients[k] * rate[m];
      }
      std::copy(sum, sum + members, dydt + members * s);
    }
  }

 private:
  const Kinetics& kinetics_;
  std::vector<double> constants_;
  std::vector<double> rates_;
};

/// C that does what the arrays say, without reading them.
std::string straight_line_code(const Kinetics& k, std::span<const double> constants)
{
  std::string text, calls;
  const std::size_t none = k.change.num_rows();
  for (std::size_t r = 0; r < k.first.size(); ++r) {
    if (r % 500 == 0) {
      if (r > 0) text += "}\n";
      text += fmt::format("static void r{}(const double* y, double* v) {{\n", r);
      calls += fmt::format("r{}(y, v);\n", r);
    }
    text += fmt::format("v[{}] = {:.17g}", r, constants[r]);
    for (const std::size_t s : {k.first[r], k.second[r]}) {
      if (s != none) text += fmt::format(" * y[{}]", s);
    }
    text += ";\n";
  }
  for (std::size_t s = 0; s < none; ++s) {
    if (s % 50 == 0) {
      text += fmt::format("}}\nstatic void s{}(const double* v, double* d) {{\n", s);
      calls += fmt::format("s{}(v, d);\n", s);
    }
    text += fmt::format("d[{}] = 0.0", s);
    for (std::uint32_t e = k.change.starts[s]; e < k.change.starts[s + 1]; ++e) {
      text += fmt::format(" + {} * v[{}]", k.change.coefficients[e], k.change.columns[e]);
    }
    text += ";\n";
  }
  return text + "}\nvoid rhs(const double* y, double* v, double* d) {\n" + calls + "}\n";
}

using Rhs = void (*)(const double*, double*, double*);

/// The library stays loaded until the program ends.
Rhs compile_code(const std::string& code, double& seconds)
{
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "rascade_rhs_bench";
  std::filesystem::create_directories(folder);
  static int count = 0;
  const std::string stem = (folder / fmt::format("n{}", count++)).string();
  std::ofstream(stem + ".c") << code;
  const double before = child_seconds();
  const std::string command = "cc -O2 -shared -fPIC -o " + stem + ".so " + stem + ".c";
  if (std::system(command.c_str()) != 0) return nullptr;
  seconds = child_seconds() - before;
  void* const library = dlopen((stem + ".so").c_str(), RTLD_NOW);
  return library != nullptr ? reinterpret_cast<Rhs>(dlsym(library, "rhs")) : nullptr;
}

int measure(const std::string& path)
{
  const std::optional<std::string> text = text_of(path);
  if (!text) return fmt::print(stderr, "cannot read {}\n", path), 2;
  const auto network = network::read_net(*text, path, text_of);
  if (!network) return fmt::print(stderr, "{}", to_string(network.diagnostics())), 2;
  const auto system = simulate::RateSystem::compile(*network, {});
  if (!system) return fmt::print(stderr, "{}", to_string(system.diagnostics())), 2;
  const Kinetics& kinetics = system->program().kinetics;
  if (!kinetics.varying.empty() || !kinetics.further.empty()) {
    return fmt::print(stderr, "{}: not of mass action with two reactants at most\n", path), 2;
  }
  const std::vector<double> parameters = system->parameter_values({});
  const std::vector<double> constants(kinetics.first.size(), 0.5);  // their values cost nothing
  const std::size_t n = system->num_species();
  std::vector<double> y(n + 1, 1.0), dydt(n), rates(constants.size());

  simulate::Evaluator evaluator(*system, parameters);
  const double interpreted =
      microseconds([&] { evaluator.rhs(0.0, std::span(y).first(n), {}, dydt); });
  std::vector<double> many(members * (n + 1), 1.0), many_changes(members * n);
  Vectorised vectorised(kinetics, constants);
  const double together =
      microseconds([&] { vectorised(many.data(), many_changes.data()); }) / members;
  double compiling = 0.0;
  const Rhs code = compile_code(straight_line_code(kinetics, constants), compiling);
  if (code == nullptr) return fmt::print(stderr, "cc does not work here\n"), 1;
  const double compiled = microseconds([&] { code(y.data(), rates.data(), dydt.data()); });
  fmt::print("{}\t{}\t{}\t{:.2f}\t{:.2f}\t{:.2f}\t{:.2f}\n",
             std::filesystem::path(path).stem().string(), n, constants.size(), interpreted,
             together, compiled, compiling);
  return 0;
}

}  // namespace

int main(int argc, char** argv)
{
  if (argc < 2) return fmt::print(stderr, "rhs_bench FILE.net ...\n"), 2;
  fmt::print("network\tspecies\treactions\tinterpreted_us\tmembers_together_us\tcompiled_us\tcompile_s\n");
  int worst = 0;
  for (int i = 1; i < argc; ++i) worst = std::max(worst, measure(argv[i]));
  return worst;
}
