// SPDX-License-Identifier: MIT
#include "rascade/knowledge/knowledge.hpp"

#include <algorithm>

#include "rascade/units/units.hpp"

namespace rascade::knowledge {
namespace {

template <class T, class Is>
const T* find(const std::vector<T>& all, Is is)
{
  const auto found = std::find_if(all.begin(), all.end(), is);
  return found == all.end() ? nullptr : &*found;
}

bool is_named(std::string_view name, const std::string& given,
              const std::vector<std::string>& synonyms)
{
  return given == name || std::find(synonyms.begin(), synonyms.end(), name) != synonyms.end();
}

double factor_of(const std::string& unit)
{
  return units::find_unit(unit).value_or(units::Unit{}).factor;
}

}  // namespace

std::string_view to_string(Grade grade)
{
  switch (grade) {
    case Grade::measured: return "measured";
    case Grade::fitted: return "fitted";
    case Grade::assumed: return "assumed";
  }
  return "assumed";
}

double Quantity::internal() const { return value * factor_of(unit); }
double Quantity::internal_low() const { return low * factor_of(unit); }
double Quantity::internal_high() const { return high * factor_of(unit); }

const Parameter* Knowledge::find_parameter(std::string_view name) const
{
  return find(parameters, [name](const Parameter& p) { return p.name == name; });
}

const Gene* Knowledge::find_gene(std::string_view name) const
{
  return find(genes, [name](const Gene& g) { return g.name == name; });
}

const Variant* Knowledge::find_variant(std::string_view gene, std::string_view variant) const
{
  const bool has_prefix = variant.starts_with("p.");
  return find(variants, [&](const Variant& v) {
    return v.gene == gene && (is_named(variant, v.name, v.synonyms) ||
                              (has_prefix && v.name == variant.substr(2)));
  });
}

const Drug* Knowledge::find_drug(std::string_view name) const
{
  return find(drugs, [name](const Drug& d) { return is_named(name, d.name, d.synonyms); });
}

const Mechanism* Knowledge::find_mechanism(std::string_view name) const
{
  return find(mechanisms, [name](const Mechanism& m) { return m.name == name; });
}

const Cancer* Knowledge::find_cancer(std::string_view code) const
{
  return find(cancers, [code](const Cancer& c) { return c.code == code; });
}

const Switch* Knowledge::find_switch(std::string_view name) const
{
  return find(switches, [name](const Switch& s) { return s.name == name; });
}

const Reference* Knowledge::find_reference(std::string_view key) const
{
  const Reference* by_key = find(references, [key](const Reference& r) { return r.key == key; });
  if (by_key != nullptr || key.size() < 2 || key.front() != 'r') return by_key;
  return find(references, [number = key.substr(1)](const Reference& r) { return r.review == number; });
}

}  // namespace rascade::knowledge
