#include "providers/qgis/statement.hpp"

#include <utility>

namespace cortege::qgis {

std::string Bindings::push(Value value) {
  values_.push_back(std::move(value));
  return "$" + std::to_string(values_.size());
}

std::string Bindings::text(const QString &value, const char *type) {
  return push({value.toStdString(), false}) + "::" + type;
}

std::string Bindings::untyped(std::optional<std::string> value) {
  return push({std::move(value), false});
}

std::string Bindings::bytes(const QByteArray &value) {
  return push({value.toStdString(), true});
}

pg::Parameters Bindings::parameters() const {
  pg::Parameters parameters;
  for (const Value &value : values_) {
    if (!value.bytes)
      parameters.add(std::nullopt);
    else if (value.binary)
      parameters.add(std::as_bytes(std::span(value.bytes->data(), value.bytes->size())));
    else
      parameters.add(std::string_view(*value.bytes));
  }
  return parameters;
}

} // namespace cortege::qgis
