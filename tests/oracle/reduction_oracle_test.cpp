// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <random>
#include <vector>

#include "rascade/reduce/lump_backward.hpp"
#include "rascade/reduce/lump_forward.hpp"
#include "unit/simulate/build_network.hpp"

namespace rascade::oracle {
namespace {

using network::Network;
using Partition = std::vector<std::int32_t>;  // blocks numbered by their first members
using Field = std::uint64_t;                  // numbers modulo a prime: nothing is rounded

constexpr Field prime = 2147483647;
constexpr std::size_t n = 5;  // species

/// The slow way: every partition is tried, at random states and parameter values, against what the
/// words say. A false identity holds at a random point with a chance of one in 10^8.
class SlowTwin {
 public:
  SlowTwin(const Network& network, std::uint32_t seed) : network_(network), engine_(seed) {}

  /// The valid partition of fewest blocks that is no coarser than `least`.
  Partition coarsest(bool is_forward, const Partition& least)
  {
    Partition best(n);
    for (std::size_t s = 0; s < n; ++s) best[s] = static_cast<std::int32_t>(s);
    for (const Partition& partition : all()) {
      const bool is_better = num_blocks(partition) < num_blocks(best);
      if (is_better && refines(partition, least) && holds(partition, is_forward)) best = partition;
    }
    return best;
  }

 private:
  static std::int32_t num_blocks(const Partition& p)
  {
    return 1 + *std::max_element(p.begin(), p.end());
  }

  static std::vector<Partition> all()
  {
    std::vector<Partition> partitions{{0}};
    while (partitions[0].size() < n) {
      std::vector<Partition> longer;
      for (const Partition& p : partitions) {
        for (std::int32_t block = 0; block <= num_blocks(p); ++block) {
          longer.push_back(p);
          longer.back().push_back(block);
        }
      }
      partitions = std::move(longer);
    }
    return partitions;
  }

  static bool refines(const Partition& fine, const Partition& coarse)
  {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (fine[i] == fine[j] && coarse[i] != coarse[j]) return false;
      }
    }
    return true;
  }

  bool holds(const Partition& partition, bool is_forward)
  {
    for (int trial = 0; trial < 3; ++trial) {
      if (!(is_forward ? sums_close(partition) : equals_stay(partition))) return false;
    }
    return true;
  }

  /// Two states with the same sums within blocks have the same sums of rates.
  bool sums_close(const Partition& partition)
  {
    const std::array<Field, 2> k{draw(), draw()};
    std::array<Field, n> x{}, other{};
    for (Field& v : x) v = draw();
    for (std::size_t s = 0; s < n; ++s) other[s] = draw();
    for (std::int32_t block = 0; block < num_blocks(partition); ++block) {
      Field sum = 0, rest = 0;
      std::size_t last = 0;
      for (std::size_t s = 0; s < n; ++s) {
        if (partition[s] != block) continue;
        sum = (sum + x[s]) % prime;
        rest = (rest + other[s]) % prime;
        last = s;
      }
      other[last] = (other[last] + sum + prime - rest) % prime;
    }
    return sums(partition, rates(x, k)) == sums(partition, rates(other, k));
  }

  static std::map<std::int32_t, Field> sums(const Partition& partition,
                                            const std::array<Field, n>& values)
  {
    std::map<std::int32_t, Field> result;
    for (std::size_t s = 0; s < n; ++s) {
      result[partition[s]] = (result[partition[s]] + values[s]) % prime;
    }
    return result;
  }

  /// Equal amounts within blocks have equal rates.
  bool equals_stay(const Partition& partition)
  {
    std::array<Field, n> of_block{}, x{};
    for (Field& v : of_block) v = draw();
    for (std::size_t s = 0; s < n; ++s) x[s] = of_block[static_cast<std::size_t>(partition[s])];
    const std::array<Field, n> rate = rates(x, {draw(), draw()});
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (partition[i] == partition[j] && rate[i] != rate[j]) return false;
      }
    }
    return true;
  }

  /// Twice the rates of change, as factors may be halves.
  std::array<Field, n> rates(const std::array<Field, n>& x, const std::array<Field, 2>& k) const
  {
    std::array<Field, n> slope{};
    for (const network::Reaction& reaction : network_.reactions) {
      const auto& law = network_.rate_laws[reaction.law].args[0];
      Field rate = static_cast<Field>(2.0 * reaction.factor) * k[law.name == "k" ? 0 : 1] % prime;
      for (const network::SpeciesIndex s : reaction.reactants) rate = rate * x[s] % prime;
      for (const network::SpeciesIndex s : reaction.reactants) {
        slope[s] = (slope[s] + prime - rate) % prime;
      }
      for (const network::SpeciesIndex s : reaction.products) slope[s] = (slope[s] + rate) % prime;
    }
    return slope;
  }

  Field draw() { return engine_() % prime; }

  const Network& network_;
  std::mt19937 engine_;
};

/// Few reactions of few kinds, many of them with all images under an exchange of species.
class RandomReactions {
 public:
  explicit RandomReactions(std::uint32_t seed) : engine_(seed) {}

  Network make()
  {
    simulate::NetworkBuilder builder;
    builder.parameter("k", 1.0).parameter("l", 1.0);
    for (std::size_t s = 0; s < n; ++s) {
      builder.species("S" + std::to_string(s), static_cast<double>(below(4) / 3));
    }
    builder.observable("O", {{n - 1, 1.0}});
    const bool is_symmetric = below(3) > 0;
    const std::size_t count = 2 + below(5);
    for (std::size_t r = 0; r < count; ++r) add(builder, is_symmetric);
    return builder.network();
  }

 private:
  void add(simulate::NetworkBuilder& builder, bool is_symmetric)
  {
    std::vector<std::size_t> reactants = some(below(4)), products = some(below(3));
    const char* const law = below(3) == 0 ? "l" : "k";
    const double factor = 0.5 * static_cast<double>(1 + below(3));
    for (std::size_t turn = 0; turn < (is_symmetric ? 3 : 1); ++turn) {
      builder.reaction(reactants, products, law, factor);
      for (std::size_t& s : reactants) s = s < 3 ? (s + 1) % 3 : s;
      for (std::size_t& s : products) s = s < 3 ? (s + 1) % 3 : s;
    }
  }

  std::size_t below(std::size_t limit) { return engine_() % limit; }

  std::vector<std::size_t> some(std::size_t count)
  {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < count; ++i) chosen.push_back(below(n));
    return chosen;
  }

  std::mt19937 engine_;
};

TEST(ReductionOracle, PartitionsAreTheCoarsest)
{
  std::size_t lumped_forward = 0, lumped_backward = 0;
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    SCOPED_TRACE(seed);
    const Network network = RandomReactions(seed).make();
    SlowTwin twin(network, seed);
    const Partition by_observable{0, 0, 0, 0, 1};
    const Partition forward = reduce::forward_blocks(network);
    ASSERT_EQ(forward, twin.coarsest(true, by_observable));
    Partition by_amount;
    for (const auto& s : network.species) {
      by_amount.push_back(static_cast<std::int32_t>(s.amount.number));
    }
    const Partition backward = reduce::backward_blocks(network);
    ASSERT_EQ(backward, twin.coarsest(false, by_amount));
    const auto is_lumped = [](const Partition& p) { return *std::max_element(p.begin(), p.end()) < 4; };
    if (is_lumped(forward)) ++lumped_forward;
    if (is_lumped(backward)) ++lumped_backward;
  }
  EXPECT_GT(lumped_forward, 300U);
  EXPECT_GT(lumped_backward, 300U);
}

}  // namespace
}  // namespace rascade::oracle
