// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "rascade/claims/evaluate.hpp"
#include "rascade/claims/label.hpp"

namespace rascade::claims {

/// A model of a few lines with claims about it: everything an evaluation needs, made by hand.
class TinyModel {
 public:
  /// @param body  blocks of BNGL but for the parameters
  TinyModel(const std::string& body, const std::map<std::string, double>& parameters)
  {
    modules_.folder = "tiny";
    modules_.texts["tiny.bngl"] = body;
    modules_.cascade = {"tiny.bngl"};
    for (const auto& [name, value] : parameters) {
      knowledge_.parameters.push_back(
          {name, {value, value, value, "1", {"assumed", knowledge::Grade::measured, "", {}}}});
    }
    knowledge_.references.push_back({"assumed"});
    knowledge_.claims.cells.push_back({"tiny", "", {}, {}, {}, {}});
    knowledge_.claims.contexts.push_back({"any", {"tiny"}, {}, "", {}});
    change("none", "none", "", 1);
  }

  /// A token that scales a parameter.
  TinyModel& change(const std::string& token, const std::string& kind, const std::string& target,
                    double by)
  {
    knowledge::Perturbation p;
    p.token = token;
    p.kind = kind;
    p.target = target;
    p.amount = {by, by, by, "1", {"assumed", knowledge::Grade::assumed, "", {}}};
    knowledge_.claims.perturbations.push_back(p);
    return *this;
  }

  TinyModel& readout(const std::string& name, const std::string& kind, double hours, double high)
  {
    knowledge::Readout r;
    r.name = name;
    r.kind = kind;
    r.output = name;
    r.time_h = hours;
    r.high = high;
    r.unit = "1";
    knowledge_.claims.readouts.push_back(r);
    return *this;
  }

  TinyModel& claim(const std::string& id, const std::string& a, const std::string& b,
                   const std::string& readout, const std::string& expected)
  {
    knowledge::Claim c;
    c.id = id;
    c.statement = "G1";
    c.section = "Section";
    c.level = "molecular";
    c.context = "any";
    c.a = a;
    c.b = b;
    c.readout = readout;
    c.expected = expected;
    knowledge_.claims.claims.push_back(c);
    return *this;
  }

  /// The nominal pass with labels.
  Evaluation evaluated(int threads = 1)
  {
    bench_ = std::make_unique<Bench>(knowledge_, modules_);
    std::vector<const knowledge::Claim*> claims;
    for (const knowledge::Claim& c : knowledge_.claims.claims) claims.push_back(&c);
    auto evaluation = resolve_all(knowledge_, claims);
    if (!evaluation) throw std::runtime_error(to_string(evaluation.diagnostics()));
    const plan::RunControl control{1, {.threads = threads}};
    evaluate(*bench_, control, *evaluation);
    label_all(*bench_, control, *evaluation);
    return *std::move(evaluation);
  }

  [[nodiscard]] knowledge::Knowledge& knowledge() { return knowledge_; }
  [[nodiscard]] Bench& bench() { return *bench_; }

 private:
  knowledge::Knowledge knowledge_;
  pathway::Modules modules_;
  std::unique_ptr<Bench> bench_;
};

/// in -> A; A makes B, B makes C, C makes D; everything is lost.
inline TinyModel chain()
{
  return TinyModel(
      "begin molecule types\n A()\n B()\n C()\n D()\nend molecule types\n"
      "begin seed species\n A() 1\n B() 1\n C() 1\n D() 1\nend seed species\n"
      "begin observables\n Molecules A_all A()\n Molecules B_all B()\n Molecules D_all D()\n"
      "end observables\n"
      "begin reaction rules\n 0 -> A() k_in\n A() -> 0 loss\n A() -> A() + B() gain\n B() -> 0 loss\n"
      " B() -> B() + C() gain\n C() -> 0 loss\n C() -> C() + D() gain\n D() -> 0 loss\n"
      "end reaction rules\n",
      {{"k_in", 10}, {"loss", 0.1}, {"gain", 0.1}});
}

/// in -> A; A makes B, B makes C and D; C speeds up the loss of E, D makes E.
inline TinyModel fork()
{
  return TinyModel(
      "begin molecule types\n A()\n B()\n C()\n D()\n E()\nend molecule types\n"
      "begin seed species\n A() 1\n B() 1\n C() 1\n D() 1\n E() 1\nend seed species\n"
      "begin observables\n Molecules C_all C()\n Molecules E_all E()\nend observables\n"
      "begin functions\n loss_E() = loss*(1 + C_all/1000)\nend functions\n"
      "begin reaction rules\n 0 -> A() k_in\n A() -> 0 loss\n A() -> A() + B() gain\n B() -> 0 loss\n"
      " B() -> B() + C() gain\n C() -> 0 loss\n B() -> B() + D() gain\n D() -> 0 loss\n"
      " D() -> D() + E() gain\n E() -> 0 loss_E()\nend reaction rules\n",
      {{"k_in", 10}, {"loss", 0.1}, {"gain", 0.1}});
}

}  // namespace rascade::claims
