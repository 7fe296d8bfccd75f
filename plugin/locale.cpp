#include "plugin/locale.hpp"

namespace cortege::plugin {

namespace {

QLocale &chosen() {
  static QLocale locale;
  return locale;
}

} // namespace

QLocale person_locale() {
  return chosen();
}

void set_person_language(const QString &language) {
  chosen() = QLocale(language);
}

} // namespace cortege::plugin
