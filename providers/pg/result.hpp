#pragma once

#include "providers/pg/error.hpp"

#include <libpq-fe.h>

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace cortege::pg {

namespace detail {
template <typename T>
struct IsOptional : std::false_type {};
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type {};
} // namespace detail

/// The rows of one statement, owned. Values are read in text form by get(), or as raw bytes when the
/// statement was sent with Format::binary. Indexes out of range and unknown names throw std::out_of_range;
/// NULL read as a value that is not optional throws Error.
class Result {
public:
  explicit Result(PGresult *result) : result_(result) {}

  int rows() const { return PQntuples(result_.get()); }
  int columns() const { return PQnfields(result_.get()); }
  bool empty() const { return rows() == 0; }
  /// Rows inserted, updated, deleted, or returned.
  long long affected() const;
  std::string_view name(int column) const;
  Oid type(int column) const { return PQftype(result_.get(), column); }
  int column(std::string_view name) const;

  bool null(int row, int column) const;
  bool null(int row, std::string_view name) const { return null(row, column(name)); }
  /// The bytes of the value; empty for NULL. Valid as long as the result lives.
  std::string_view bytes(int row, int column) const;

  template <typename T>
  T get(int row, int column) const {
    if constexpr (detail::IsOptional<T>::value)
      return null(row, column) ? T() : T(get<typename T::value_type>(row, column));
    else
      return parse<T>(required(row, column));
  }
  template <typename T>
  T get(int row, std::string_view name) const {
    return get<T>(row, column(name));
  }
  /// The single value of a result of one row; throws Error if there is no row.
  template <typename T>
  T value() const {
    if (empty())
      throw Error("the query returned no row");
    return get<T>(0, 0);
  }

  class Row;
  class Iterator;
  Iterator begin() const;
  Iterator end() const;

  const PGresult *raw() const { return result_.get(); }

private:
  std::string_view required(int row, int column) const;
  template <typename T>
  static T parse(std::string_view text);

  struct Clear {
    void operator()(PGresult *result) const { PQclear(result); }
  };
  std::unique_ptr<PGresult, Clear> result_;
};

template <>
std::string Result::parse<std::string>(std::string_view text);
template <>
std::string_view Result::parse<std::string_view>(std::string_view text);
template <>
bool Result::parse<bool>(std::string_view text);
template <>
int Result::parse<int>(std::string_view text);
template <>
long Result::parse<long>(std::string_view text);
template <>
long long Result::parse<long long>(std::string_view text);
template <>
Oid Result::parse<Oid>(std::string_view text);
template <>
double Result::parse<double>(std::string_view text);

/// One row of a result that outlives it.
class Result::Row {
public:
  Row(const Result &result, int index) : result_(result), index_(index) {}
  template <typename T>
  T get(int column) const {
    return result_.get<T>(index_, column);
  }
  template <typename T>
  T get(std::string_view name) const {
    return result_.get<T>(index_, name);
  }
  bool null(int column) const { return result_.null(index_, column); }
  bool null(std::string_view name) const { return result_.null(index_, name); }
  int index() const { return index_; }

private:
  const Result &result_;
  int index_;
};

class Result::Iterator {
public:
  Iterator(const Result &result, int row) : result_(result), row_(row) {}
  Row operator*() const { return Row(result_, row_); }
  Iterator &operator++() {
    ++row_;
    return *this;
  }
  bool operator!=(const Iterator &other) const { return row_ != other.row_; }

private:
  const Result &result_;
  int row_;
};

inline Result::Iterator Result::begin() const {
  return {*this, 0};
}
inline Result::Iterator Result::end() const {
  return {*this, rows()};
}

} // namespace cortege::pg
