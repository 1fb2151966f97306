// SPDX-License-Identifier: MIT
#include "rascade/service/ensemble_draws.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "rascade/base/text.hpp"
#include "rascade/random/stream.hpp"

namespace rascade::service {
namespace {

using simulate::ParameterIndex;
using simulate::RateSystem;

constexpr std::string_view member_column = "member";
constexpr std::size_t no_parameter = static_cast<std::size_t>(-1);

Diagnostic mistake(const char* code, Span span, std::string message, std::string hint)
{
  return {Severity::error, code, std::move(span), std::move(message), std::move(hint)};
}

Diagnostic unknown_parameter(Span span, const std::string& name,
                             std::span<const std::string> parameters)
{
  return mistake("E2711", std::move(span), fmt::format("the model has no parameter '{}'", name),
                 suggest(name, parameters));
}

/// Reads a table of draws line by line.
class TableReader {
 public:
  TableReader(std::string_view text, const std::string& file, const RateSystem& system,
              std::span<const std::string> parameters)
      : lines_(split(text, '\n')), file_(file), system_(system), parameters_(parameters)
  {
  }

  std::vector<Diagnostic> run()
  {
    for (std::size_t i = 0; i < lines_.size() && mistakes_.size() < most_mistakes; ++i) {
      line_ = static_cast<std::uint32_t>(i + 1);
      const std::string_view line = trim(lines_[i]).empty() ? "" : lines_[i];
      if (line.empty() || line.front() == '#') continue;
      if (columns_.empty()) {
        read_header(line);
      } else if (is_good_) {
        read_row(line);
      }
    }
    if (mistakes_.empty() && num_rows == 0) {
      line_ = 0;
      report(0, "this table has no draws", "Give a header of parameter names and a row a member.");
    }
    return std::move(mistakes_);
  }

  std::vector<std::string> names;
  std::vector<ParameterIndex> indices;
  std::vector<double> values;
  std::size_t num_rows = 0;

 private:
  static constexpr std::size_t most_mistakes = 20;

  Span span(std::size_t column, std::size_t length = 1) const
  {
    return {file_, line_, static_cast<std::uint32_t>(column + 1),
            static_cast<std::uint32_t>(length)};
  }

  void report(std::size_t column, std::string message, std::string hint)
  {
    mistakes_.push_back(mistake("E2712", span(column), std::move(message), std::move(hint)));
  }

  void read_header(std::string_view line)
  {
    std::size_t at = 0;
    for (const std::string_view cell : split(line, '\t')) {
      add_column(std::string(trim(cell)), at);
      at += cell.size() + 1;
    }
    is_good_ = mistakes_.empty();
    if (is_good_ && names.empty()) {
      report(0, "the header names no parameter", "Columns are separated by tabs.");
    }
  }

  void add_column(const std::string& name, std::size_t at)
  {
    columns_.push_back(no_parameter);
    if (name == member_column) return;
    const auto parameter = system_.find_parameter(name);
    if (!parameter) {
      mistakes_.push_back(unknown_parameter(span(at, name.size()), name, parameters_));
    } else if (std::find(names.begin(), names.end(), name) != names.end()) {
      report(at, fmt::format("the column {} stands here twice", name), "Leave one of them out.");
    } else {
      columns_.back() = names.size();
      names.push_back(name);
      indices.push_back(*parameter);
    }
  }

  void read_row(std::string_view line)
  {
    const std::vector<std::string_view> cells = split(line, '\t');
    if (cells.size() != columns_.size()) {
      report(0, fmt::format("{} cells, but the header has {}", cells.size(), columns_.size()),
             "Write a number for each column, with tabs between them.");
      return;
    }
    std::size_t at = 0;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (columns_[c] != no_parameter) read_cell(cells[c], at);
      at += cells[c].size() + 1;
    }
    ++num_rows;
  }

  void read_cell(std::string_view cell, std::size_t at)
  {
    const auto value = parse_number(trim(cell));
    if (!value) {
      report(at, fmt::format("'{}' is not a number", trim(cell)),
             "Write it with a point, like 0.05 or 5e-2.");
    }
    values.push_back(value.value_or(0.0));
  }

  std::vector<std::string_view> lines_;
  const std::string& file_;
  const RateSystem& system_;
  std::span<const std::string> parameters_;
  std::vector<std::size_t> columns_;  // into names, or no_parameter
  bool is_good_ = false;              // the header is
  std::uint32_t line_ = 0;
  std::vector<Diagnostic> mistakes_;
};

struct Form {
  std::string name;
  Distribution::Kind kind;
};

const std::array<Form, 4> forms{{{"lognormal", Distribution::Kind::lognormal},
                                 {"normal", Distribution::Kind::normal},
                                 {"uniform", Distribution::Kind::uniform},
                                 {"loguniform", Distribution::Kind::loguniform}}};

constexpr const char* form_hint =
    "Write name=lognormal(median,cv), lognormal(cv), normal(mean,sd), uniform(low,high) or "
    "loguniform(low,high); a cv of 30 % is 0.3.";

struct Varied {
  std::string name;
  Distribution distribution;
  bool is_around_own_value = false;
};

std::optional<Varied> parse_varied(std::string_view text)
{
  const std::size_t equals = text.find('='), open = text.find('(');
  if (equals == text.npos || open == text.npos || open < equals || !text.ends_with(')')) return {};
  const std::string kind(trim(text.substr(equals + 1, open - equals - 1)));
  const auto* const form =
      std::find_if(forms.begin(), forms.end(), [&](const Form& f) { return f.name == kind; });
  if (form == forms.end()) return {};
  std::vector<double> numbers;
  for (const std::string_view piece : split(text.substr(open + 1, text.size() - open - 2), ',')) {
    const auto number = parse_number(trim(piece));
    if (!number) return {};
    numbers.push_back(*number);
  }
  Varied varied{
      std::string(trim(text.substr(0, equals))), {form->kind, 0.0, numbers.back()}, false};
  varied.is_around_own_value = numbers.size() == 1 && form->kind == Distribution::Kind::lognormal;
  if (numbers.size() == 2) varied.distribution.first = numbers.front();
  if (numbers.size() != 2 && !varied.is_around_own_value) return {};
  return varied;
}

/// What is wrong with the numbers; nothing if they can be drawn from.
std::string complaint_about(const Distribution& d)
{
  switch (d.kind) {
    case Distribution::Kind::lognormal:
      if (!(d.first > 0.0)) return "the median of a lognormal must be above zero";
      return d.second >= 0.0 ? "" : "a coefficient of variation cannot be negative";
    case Distribution::Kind::normal:
      return d.second >= 0.0 ? "" : "a standard deviation cannot be negative";
    case Distribution::Kind::loguniform:
      if (!(d.first > 0.0)) return "the ends of a loguniform must be above zero";
      break;
    case Distribution::Kind::uniform:
      break;
  }
  return d.first <= d.second ? "" : "the low end lies above the high end";
}

double draw(const Distribution& d, random::Stream stream)
{
  switch (d.kind) {
    case Distribution::Kind::lognormal:
      return d.first * std::exp(std::sqrt(std::log1p(d.second * d.second)) * stream.normal());
    case Distribution::Kind::normal:
      return d.first + d.second * stream.normal();
    case Distribution::Kind::loguniform:
      return d.first * std::exp(std::log(d.second / d.first) * stream.uniform());
    case Distribution::Kind::uniform:
      break;
  }
  return d.first + (d.second - d.first) * stream.uniform();
}

}  // namespace

Checked<EnsembleDraws> EnsembleDraws::read(std::string_view text, const std::string& file,
                                           const RateSystem& system,
                                           std::span<const std::string> parameters)
{
  TableReader reader(text, file, system, parameters);
  std::vector<Diagnostic> mistakes = reader.run();
  if (!mistakes.empty()) return mistakes;
  EnsembleDraws draws;
  draws.names_ = std::move(reader.names);
  draws.parameters_ = std::move(reader.indices);
  draws.values_ = std::move(reader.values);
  draws.num_members_ = reader.num_rows;
  return draws;
}

Checked<EnsembleDraws> EnsembleDraws::vary(std::span<const std::string> varied, std::size_t members,
                                           std::uint64_t seed, const RateSystem& system,
                                           std::span<const std::string> parameters)
{
  EnsembleDraws draws;
  draws.num_members_ = members;
  draws.seed_ = seed;
  const std::vector<double> own = system.parameter_values({});
  std::vector<Diagnostic> mistakes;
  const Span span{"--vary", 0, 0, 0};
  for (const std::string& text : varied) {
    std::optional<Varied> v = parse_varied(text);
    if (!v) {
      mistakes.push_back(
          mistake("E2713", span, fmt::format("'{}' cannot be read", text), form_hint));
      continue;
    }
    const auto parameter = system.find_parameter(v->name);
    if (!parameter) {
      mistakes.push_back(unknown_parameter(span, v->name, parameters));
      continue;
    }
    if (v->is_around_own_value) v->distribution.first = own[*parameter];
    std::string complaint = complaint_about(v->distribution);
    if (std::find(draws.names_.begin(), draws.names_.end(), v->name) != draws.names_.end()) {
      complaint = fmt::format("{} is varied twice", v->name);
    }
    if (!complaint.empty()) {
      mistakes.push_back(
          mistake("E2713", span, fmt::format("'{}': {}", text, complaint), form_hint));
      continue;
    }
    draws.names_.push_back(std::move(v->name));
    draws.parameters_.push_back(*parameter);
    draws.distributions_.push_back(v->distribution);
  }
  if (!mistakes.empty()) return mistakes;
  return draws;
}

std::vector<simulate::Override> EnsembleDraws::overrides(std::size_t member) const
{
  std::vector<simulate::Override> result;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const ParameterIndex p = parameters_[i];
    const double value =
        distributions_.empty()
            ? values_[member * names_.size() + i]
            : draw(distributions_[i],
                   random::Stream(seed_, {static_cast<std::uint32_t>(member), p.value}));
    result.push_back({p, value});
  }
  return result;
}

std::string EnsembleDraws::to_table() const
{
  std::string text(member_column);
  for (const std::string& name : names_) text += "\t" + name;
  text += "\n";
  for (std::size_t member = 0; member < num_members_; ++member) {
    text += fmt::format("{}", member + 1);
    for (const simulate::Override& o : overrides(member)) text += "\t" + format_number(o.value);
    text += "\n";
  }
  return text;
}

}  // namespace rascade::service
