#pragma once

#include <libpq-fe.h>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cortege::pg {

/// The values of $1, $2… of one statement. Text and numbers go as text of unknown type, so that the server
/// infers the type from the place of use; bytes go as binary bytea. A cast in the SQL ($1::geometry) decides
/// where it cannot.
class Parameters {
public:
  Parameters() = default;
  template <typename... Values>
  requires(sizeof...(Values) > 0
           && !(sizeof...(Values) == 1
                && (std::same_as<std::remove_cvref_t<Values>,
                                 Parameters> && ...))) explicit Parameters(Values &&...values) {
    (add(values), ...);
  }

  Parameters &add(std::string_view text);
  Parameters &add(const std::string &text) { return add(std::string_view(text)); }
  Parameters &add(const char *text) {
    return text == nullptr ? add(std::nullopt) : add(std::string_view(text));
  }
  Parameters &add(std::nullopt_t);
  Parameters &add(bool value) { return add(std::string_view(value ? "t" : "f")); }
  Parameters &add(double value);
  Parameters &add(std::span<const std::byte> bytes);
  template <std::integral Integer>
  requires(!std::same_as<Integer, bool>) Parameters &add(Integer value) {
    return add(std::string_view(std::to_string(value)));
  }
  template <typename Value>
  Parameters &add(const std::optional<Value> &value) {
    return value ? add(*value) : add(std::nullopt);
  }
  /// A value in the binary form of type oid, as PostgreSQL's own receive function reads it.
  Parameters &add_binary(Oid type, std::string_view bytes);
  /// A value in text form, of a known type.
  Parameters &add_typed(Oid type, std::string_view text);

  int size() const { return static_cast<int>(types_.size()); }
  const Oid *types() const { return types_.data(); }
  const char *const *values() const { return values_.data(); }
  const int *lengths() const { return lengths_.data(); }
  const int *formats() const { return formats_.data(); }

private:
  Parameters &push(Oid type, std::optional<std::string_view> bytes, int format);

  std::deque<std::string> owned_; // a deque keeps addresses when it grows and when it is moved
  std::vector<Oid> types_;
  std::vector<const char *> values_;
  std::vector<int> lengths_, formats_;

public:
  Parameters(Parameters &&) = default;
  Parameters &operator=(Parameters &&) = default;
  Parameters(const Parameters &) = delete;
  Parameters &operator=(const Parameters &) = delete;
  ~Parameters() = default;
};

} // namespace cortege::pg
