// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace rascade::ensemble {

/// Bytes that do not hold what is read from them.
class BadBytes : public std::runtime_error {
 public:
  BadBytes() : std::runtime_error("stored results cannot be read") {}
};

/// Writes values as bytes, the same bits back with a Loader. A struct takes part with a function
/// beside it that serves both ways:
///
///     template <class Archive> void fields(Archive& archive, Patient& p) { archive(p.a, p.b); }
class Saver {
 public:
  template <class... T>
  void operator()(const T&... values)
  {
    (put(values), ...);
  }

  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  template <class T>
  void put(const T& value)
  {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
      put_raw(&value, sizeof value);
    } else {
      fields(*this, const_cast<T&>(value));  // only reads: one function for both ways
    }
  }

  void put(const std::string& text)
  {
    put(std::uint64_t{text.size()});
    put_raw(text.data(), text.size());
  }

  template <class T>
  void put(const std::vector<T>& values)
  {
    put(std::uint64_t{values.size()});
    if constexpr (std::is_arithmetic_v<T> && !std::is_same_v<T, bool>) {
      put_raw(values.data(), values.size() * sizeof(T));
    } else {
      for (const auto& value : values) put(static_cast<const T&>(value));
    }
  }

  template <class K>
  void put(const std::set<K>& values)
  {
    put(std::uint64_t{values.size()});
    for (const K& value : values) put(value);
  }

  template <class K, class V>
  void put(const std::map<K, V>& values)
  {
    put(std::uint64_t{values.size()});
    for (const auto& [key, value] : values) (*this)(key, value);
  }

  template <class T>
  void put(const std::optional<T>& value)
  {
    put(value.has_value());
    if (value) put(*value);
  }

  void put_raw(const void* from, std::size_t size)
  {
    if (size > 0) bytes_.append(static_cast<const char*>(from), size);
  }

  std::string bytes_;
};

/// Reads what a Saver wrote. Throws BadBytes where the bytes end too early.
class Loader {
 public:
  explicit Loader(std::string_view bytes) : rest_(bytes) {}

  template <class... T>
  void operator()(T&... values)
  {
    (take(values), ...);
  }

  [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

 private:
  template <class T>
  void take(T& value)
  {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
      take_raw(&value, sizeof value);
    } else {
      fields(*this, value);
    }
  }

  void take(std::string& text)
  {
    text.resize(take_size(1));
    take_raw(text.data(), text.size());
  }

  template <class T>
  void take(std::vector<T>& values)
  {
    constexpr bool is_plain = std::is_arithmetic_v<T> && !std::is_same_v<T, bool>;
    values.clear();
    values.resize(take_size(is_plain ? sizeof(T) : 1));
    if constexpr (is_plain) {
      take_raw(values.data(), values.size() * sizeof(T));
    } else {
      for (std::size_t i = 0; i < values.size(); ++i) values[i] = one<T>();
    }
  }

  template <class K>
  void take(std::set<K>& values)
  {
    values.clear();
    for (std::size_t n = take_size(1); n > 0; --n) values.insert(values.end(), one<K>());
  }

  template <class K, class V>
  void take(std::map<K, V>& values)
  {
    values.clear();
    for (std::size_t n = take_size(1); n > 0; --n) {
      K key = one<K>();
      values.emplace_hint(values.end(), std::move(key), one<V>());
    }
  }

  template <class T>
  void take(std::optional<T>& value)
  {
    value.reset();
    if (one<bool>()) value = one<T>();
  }

  template <class T>
  T one()
  {
    T value{};
    take(value);
    return value;
  }

  /// A number of elements that the rest can hold, each of at least so many bytes.
  std::size_t take_size(std::size_t least)
  {
    const auto size = one<std::uint64_t>();
    if (size > rest_.size() / least) throw BadBytes();
    return size;
  }

  void take_raw(void* to, std::size_t size)
  {
    if (size > rest_.size()) throw BadBytes();
    if (size > 0) std::memcpy(to, rest_.data(), size);
    rest_.remove_prefix(size);
  }

  std::string_view rest_;
};

}  // namespace rascade::ensemble
