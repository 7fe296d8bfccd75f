#pragma once

#include <QCoreApplication>
#include <QString>

#include <string>
#include <string_view>

namespace cortege::qgis {

inline QString from_utf8(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<int>(text.size()));
}

/// A sentence for a person, translated, in the one context of this provider.
inline QString sentence(const char *english) {
  return QCoreApplication::translate("Cortege", english);
}
inline std::string tr(const char *english) {
  return sentence(english).toStdString();
}

} // namespace cortege::qgis
