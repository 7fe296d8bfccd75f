#pragma once

#include "providers/pg/parameters.hpp"

#include <QByteArray>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace cortege::qgis {

/// The values of a statement under construction; each call gives the text to put in its place in the SQL.
class Bindings {
public:
  /// "$n::type" for a value in text form.
  std::string text(const QString &value, const char *type = "text");
  /// "$n" for a value of the column's own type, as the server infers it.
  std::string untyped(std::optional<std::string> value);
  /// "$n" for bytes (bytea).
  std::string bytes(const QByteArray &value);

  std::size_t size() const { return values_.size(); }
  /// Forgets the values added since size() was this: a part that could not be compiled leaves nothing behind.
  void truncate(std::size_t size) { values_.resize(size); }
  pg::Parameters parameters() const;

private:
  struct Value {
    std::optional<std::string> bytes;
    bool binary = false;
  };
  std::string push(Value value);
  std::vector<Value> values_;
};

/// A statement with its values.
struct Statement {
  std::string sql;
  Bindings values;
};

} // namespace cortege::qgis
