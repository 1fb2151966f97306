// SPDX-License-Identifier: MIT
#pragma once

#include <cassert>
#include <optional>
#include <utility>
#include <vector>

#include "rascade/base/diagnostic.hpp"

namespace rascade {

/// A value made from the user's text, or every reason why there is none; warnings may come with a value.
template <class T>
class Checked {
 public:
  Checked(T value, std::vector<Diagnostic> warnings = {})
      : value_(std::move(value)), diagnostics_(std::move(warnings))
  {
    assert(!has_error(diagnostics_));
  }
  Checked(std::vector<Diagnostic> errors) : diagnostics_(std::move(errors))
  {
    assert(has_error(diagnostics_));
  }
  Checked(Diagnostic error) : diagnostics_{std::move(error)} { assert(has_error(diagnostics_)); }

  [[nodiscard]] explicit operator bool() const { return value_.has_value(); }
  [[nodiscard]] const T& operator*() const& { assert(value_); return *value_; }
  [[nodiscard]] T& operator*() & { assert(value_); return *value_; }
  [[nodiscard]] T&& operator*() && { assert(value_); return std::move(*value_); }
  [[nodiscard]] const T* operator->() const { assert(value_); return &*value_; }
  [[nodiscard]] T* operator->() { assert(value_); return &*value_; }
  [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  std::optional<T> value_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace rascade
