// SPDX-License-Identifier: MIT
#include "rascade/trial/running_summary.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "rascade/trial/statistics.hpp"

namespace rascade::trial {
namespace {

const double bin_width = std::log(1.002);  // on a logarithmic scale

int bin_of(double size) { return static_cast<int>(std::floor(std::log(size) / bin_width)); }

double middle_of(int bin) { return std::exp((bin + 0.5) * bin_width); }

}  // namespace

void RunningSummary::Bins::add(int bin)
{
  if (counts.empty()) first = bin;
  if (bin < first) {
    counts.insert(counts.begin(), static_cast<std::size_t>(first - bin), 0);
    first = bin;
  }
  const auto place = static_cast<std::size_t>(bin - first);
  if (place >= counts.size()) counts.resize(place + 1, 0);
  ++counts[place];
}

void RunningSummary::add(double value)
{
  assert(std::isfinite(value));
  least_ = count_ == 0 ? value : std::min(least_, value);
  most_ = count_ == 0 ? value : std::max(most_, value);
  ++count_;
  const double off = value - mean_;
  mean_ += off / static_cast<double>(count_);
  squares_ += off * (value - mean_);
  if (count_ <= most_exact) {
    exact_.push_back(value);
    return;
  }
  for (const double kept : exact_) put_into_bin(kept);
  if (!exact_.empty()) exact_ = {};
  put_into_bin(value);
}

void RunningSummary::put_into_bin(double value)
{
  if (value > 0) {
    positive_.add(bin_of(value));
  } else if (value < 0) {
    negative_.add(bin_of(-value));
  } else {
    ++zeros_;
  }
}

double RunningSummary::standard_deviation() const
{
  return count_ < 2 ? 0.0 : std::sqrt(squares_ / static_cast<double>(count_ - 1));
}

/// The number of this rank, counted from 0, within its bin's width.
double RunningSummary::value_of_rank(std::size_t rank) const
{
  std::uint64_t left = rank;
  const auto passes = [&left](std::uint64_t count) {
    if (left < count) return false;
    left -= count;
    return true;
  };
  for (std::size_t i = negative_.counts.size(); i-- > 0;) {
    if (!passes(negative_.counts[i])) return -middle_of(negative_.first + static_cast<int>(i));
  }
  if (!passes(zeros_)) return 0.0;
  for (std::size_t i = 0; i < positive_.counts.size(); ++i) {
    if (!passes(positive_.counts[i])) return middle_of(positive_.first + static_cast<int>(i));
  }
  return most_;
}

double RunningSummary::quantile(double p) const
{
  assert(count_ > 0 && p >= 0 && p <= 1);
  if (!exact_.empty()) return trial::quantile(exact_, p);
  const double place = p * static_cast<double>(count_ - 1);
  const auto below = static_cast<std::size_t>(place);
  const double low = value_of_rank(below);
  const double high = value_of_rank(std::min(below + 1, count_ - 1));
  const double value = low + (high - low) * (place - static_cast<double>(below));
  return std::clamp(value, least_, most_);
}

}  // namespace rascade::trial
