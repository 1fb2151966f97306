// SPDX-License-Identifier: MIT
#include "rascade/simulate/slope_system.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "unit/simulate/random_network.hpp"

namespace rascade::simulate {
namespace {

constexpr double now = 0.8;  // s

RateSystem compiled(const network::Network& network, const std::vector<std::string>& inputs = {})
{
  Checked<RateSystem> system = RateSystem::compile(network, inputs);
  EXPECT_TRUE(system) << to_string(system.diagnostics());
  return *std::move(system);
}

Unknown parameter(const RateSystem& system, const std::string& name)
{
  return {Unknown::Kind::parameter, system.find_parameter(name).value()};
}

/// Of fourth order: the error is about 1e-11 of the slope.
std::vector<double> difference(const std::function<std::vector<double>(double)>& f, double x)
{
  const double h = 1e-3 * x;
  const std::vector<double> a = f(x - 2 * h), b = f(x - h), c = f(x + h), d = f(x + 2 * h);
  std::vector<double> slopes(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    slopes[i] = (a[i] - 8 * b[i] + 8 * c[i] - d[i]) / (12 * h);
  }
  return slopes;
}

class SmoothNetworks : public testing::TestWithParam<std::uint32_t> {
 protected:
  SmoothNetworks() : random_(GetParam(), true), system_(compiled(random_.make(), {"dose"}))
  {
    for (std::size_t i = 0; i < system_.num_species(); ++i) y_.push_back(random_.uniform(0.2, 2.0));
    for (std::size_t i = 0; i < system_.num_outputs(); ++i) outputs_.emplace_back(i);
    unknowns_ = {parameter(system_, "p"), parameter(system_, "q")};
    Checked<SlopeSystem> slopes = SlopeSystem::compile(system_, unknowns_, outputs_);
    EXPECT_TRUE(slopes) << to_string(slopes.diagnostics());
    slopes_.emplace(*slopes);
    point_ = slopes->base({});
    evaluator_.emplace(*slopes, point_);
  }

  /// Something computed from the evaluator, by an unknown.
  std::vector<double> expected(const Unknown& u,
                               const std::function<std::vector<double>(Evaluator&)>& f)
  {
    return difference(
        [&](double value) {
          const Override moved{ParameterIndex(u.which), value};
          Evaluator evaluator(system_, system_.parameter_values({&moved, 1}));
          return f(evaluator);
        },
        point_.values[u.which]);
  }

  RandomNetwork random_;
  RateSystem system_;
  std::vector<double> y_;
  std::vector<double> inputs_{1.7};
  std::vector<OutputIndex> outputs_;
  std::vector<Unknown> unknowns_;
  std::optional<SlopeSystem> slopes_;
  ParameterPoint point_;
  std::optional<SlopeEvaluator> evaluator_;
};

TEST_P(SmoothNetworks, RateSlopesAreThoseOfDifferences)
{
  evaluator_->move_to(now, y_, inputs_);
  for (std::size_t u = 0; u < unknowns_.size(); ++u) {
    std::vector<double> column(y_.size(), 0.0);
    evaluator_->add_column(u, column);
    const std::vector<double> slopes = expected(unknowns_[u], [&](Evaluator& evaluator) {
      std::vector<double> dydt(y_.size());
      evaluator.rhs(now, y_, inputs_, dydt);
      return dydt;
    });
    for (std::size_t i = 0; i < column.size(); ++i) {
      EXPECT_NEAR(column[i], slopes[i], 1e-7 * (1.0 + std::abs(slopes[i]))) << "species " << i;
    }
  }
}

TEST_P(SmoothNetworks, WeighedSlopesAreSumsOverColumns)
{
  evaluator_->move_to(now, y_, inputs_);
  std::vector<double> weighed(unknowns_.size());
  evaluator_->weigh(y_, weighed);
  for (std::size_t u = 0; u < unknowns_.size(); ++u) {
    std::vector<double> column(y_.size(), 0.0);
    evaluator_->add_column(u, column);
    double sum = 0.0, size = 1.0;
    for (std::size_t i = 0; i < y_.size(); ++i) {
      sum += y_[i] * column[i];
      size += std::abs(y_[i] * column[i]);
    }
    EXPECT_NEAR(weighed[u], sum, 1e-12 * size);
  }
}

TEST_P(SmoothNetworks, OutputSlopesAreThoseOfDifferences)
{
  const auto outputs_at = [&](Evaluator& evaluator, const std::vector<double>& y) {
    std::vector<double> out(system_.num_outputs());
    evaluator.outputs(now, y, inputs_, out);
    return out;
  };
  Evaluator at_base(system_, point_.values);
  std::vector<std::vector<double>> by_unknown, by_amount;
  for (const Unknown& u : unknowns_) {
    by_unknown.push_back(expected(u, [&](Evaluator& e) { return outputs_at(e, y_); }));
  }
  for (std::size_t s = 0; s < y_.size(); ++s) {
    by_amount.push_back(difference(
        [&](double value) {
          std::vector<double> y = y_;
          y[s] = value;
          return outputs_at(at_base, y);
        },
        y_[s]));
  }
  std::vector<double> amounts(y_.size()), unknowns(unknowns_.size());
  for (const OutputIndex o : outputs_) {
    evaluator_->output_slopes(o, now, y_, inputs_, amounts, unknowns);
    for (std::size_t s = 0; s < amounts.size(); ++s) {
      EXPECT_NEAR(amounts[s], by_amount[s][o], 1e-7 * (1.0 + std::abs(amounts[s])));
    }
    for (std::size_t u = 0; u < unknowns.size(); ++u) {
      EXPECT_NEAR(unknowns[u], by_unknown[u][o], 1e-7 * (1.0 + std::abs(unknowns[u])));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, SmoothNetworks, testing::Range(1U, 41U));

/// k sets twice and square; what is overridden or set owes nothing to k.
struct Chained {
  Chained()
  {
    builder.parameter("k", 3.0).parameter("twice", Formula("k") * 2.0);
    builder.parameter("square", Formula("twice") * Formula("k")).parameter("other", 5.0);
    builder.species("A", Formula("square") + 1.0);
    builder.reaction({0}, {}, "twice");
    system.emplace(compiled(builder.network()));
    unknowns = {
        parameter(*system, "k"), parameter(*system, "other"), {Unknown::Kind::initial_amount, 0}};
  }
  [[nodiscard]] ParameterIndex p(const char* name) const { return *system->find_parameter(name); }
  [[nodiscard]] double slope(const ParameterPoint& point, const char* name,
                             std::size_t unknown) const
  {
    std::vector<double> one(unknowns.size(), 0.0);
    one[unknown] = 1.0;
    return point.slopes.dot(p(name), one.data());
  }

  NetworkBuilder builder;
  std::optional<RateSystem> system;
  std::vector<Unknown> unknowns;
};

TEST(ParameterPoint, FollowsWhatIsComputedFromAnUnknown)
{
  const Chained c;
  const auto slopes = SlopeSystem::compile(*c.system, c.unknowns, {});
  ASSERT_TRUE(slopes);
  const ParameterPoint point = slopes->base({});
  EXPECT_EQ(c.slope(point, "twice", 0), 2.0);
  EXPECT_EQ(c.slope(point, "square", 0), 12.0);  // d(2 k^2)/dk at 3
  EXPECT_EQ(c.slope(point, "other", 0), 0.0);
  const std::vector<double> by_k{1.0, 0.0, 0.0}, by_start{0.0, 0.0, 1.0};
  EXPECT_EQ(slopes->initial_slopes(point).dot(0, by_k.data()), 12.0);
  EXPECT_EQ(slopes->initial_slopes(point).dot(0, by_start.data()), 1.0);
}

TEST(ParameterPoint, AnOverriddenParameterOwesNothing)
{
  const Chained c;
  const auto slopes = SlopeSystem::compile(*c.system, c.unknowns, {});
  const std::vector<Override> overrides{{c.p("twice"), 7.0}};
  const ParameterPoint point = slopes->base(overrides);
  EXPECT_EQ(point.values[c.p("square")], 21.0);
  EXPECT_EQ(c.slope(point, "twice", 0), 0.0);
  EXPECT_EQ(c.slope(point, "square", 0), 7.0);
}

TEST(ParameterPoint, ASettingCanFollowAnotherParameter)
{
  const Chained c;
  const std::vector<Setting> settings{{c.p("k"), 4.0, c.p("other")}};
  const auto slopes = SlopeSystem::compile(*c.system, c.unknowns, {}, settings);
  ASSERT_TRUE(slopes);
  const ParameterPoint base = slopes->base({}), point = slopes->at(base, {}, settings);
  EXPECT_EQ(point.values[c.p("k")], 20.0);
  EXPECT_EQ(c.slope(point, "k", 0), 0.0);
  EXPECT_EQ(c.slope(point, "twice", 1), 8.0);
}

TEST(SlopeSystem, APowerOfNothingHasNoSlopeByItsExponent)
{
  NetworkBuilder builder;
  builder.parameter("h", 2.5);
  const std::size_t x = builder.seen_species("X");
  builder.reaction({}, {x}, power("X", "h"));
  const RateSystem system = compiled(builder.network());
  const auto slopes = SlopeSystem::compile(system, std::vector{parameter(system, "h")}, {});
  ASSERT_TRUE(slopes);
  SlopeEvaluator evaluator(*slopes, slopes->base({}));
  evaluator.move_to(0.0, std::vector{0.0}, {});
  std::vector<double> column(1, 0.0);
  evaluator.add_column(0, column);
  EXPECT_EQ(column[0], 0.0);
}

/// The code that compiling for slopes by `k` reports; empty if none.
std::string refusal(const Formula& law, const std::vector<std::string>& inputs = {},
                    const std::string& unknown = "k")
{
  NetworkBuilder builder;
  builder.parameter("k", 3.0).parameter("c", 2.0).parameter("later", Formula("k") + 1.0);
  const std::size_t x = builder.seen_species("X", 1.0);
  builder.reaction({x}, {}, law);
  const RateSystem system = compiled(builder.network(), inputs);
  const auto slopes = SlopeSystem::compile(system, std::vector{parameter(system, unknown)}, {});
  return slopes ? "" : slopes.diagnostics().front().code;
}

TEST(SlopeSystem, RefusesJumpsThatNoSlopeFollows)
{
  const auto either = [](const Formula& condition) { return call("if", {condition, "k", "c"}); };
  EXPECT_EQ(refusal(either(compare(">", "X", "c"))), "E0607");
  EXPECT_EQ(refusal(either(compare(">", "time", "k"))), "E0607");
  EXPECT_EQ(refusal(either(compare(">", "time", "later"))), "E0607");
  EXPECT_EQ(refusal(either("X")), "E0607");
  EXPECT_EQ(refusal(call("rint", {"X"})), "E0607");
  EXPECT_EQ(refusal(either(compare(">", "c", 1.0)), {"c"}), "E0607");
}

TEST(SlopeSystem, AcceptsJumpsAtTimesThatStayWhereTheyAre)
{
  const auto either = [](const Formula& condition) { return call("if", {condition, "k", "c"}); };
  EXPECT_EQ(refusal(either(compare(">", "time", "c"))), "");
  EXPECT_EQ(refusal(either(compare(">", "k", "c"))), "");
  EXPECT_EQ(refusal(call("max", {"X", "c"})), "");
}

TEST(SlopeSystem, RefusesAnUnknownThatIsDriven) { EXPECT_EQ(refusal("c", {"c"}, "c"), "E0608"); }

TEST(SlopeSystem, RefusesUnknownsThatAreNoneOrTwo)
{
  const Chained c;
  const Unknown k = c.unknowns[0], none{Unknown::Kind::initial_amount, 1};
  for (const std::vector<Unknown>& unknowns : {std::vector{k, k}, std::vector{none}}) {
    const auto slopes = SlopeSystem::compile(*c.system, unknowns, {});
    ASSERT_FALSE(slopes);
    EXPECT_EQ(slopes.diagnostics().front().code, "E0609");
  }
}

}  // namespace
}  // namespace rascade::simulate
