#include "plugin/field_text.hpp"

#include "plugin/figures.hpp"
#include "plugin/locale.hpp"

#include <QCoreApplication>

namespace cortege::plugin {

namespace {

const QString nothing = QStringLiteral("–");

QString field_words(const char *sentence) {
  return QCoreApplication::translate("FieldText", sentence);
}

} // namespace

QString field_text(const QString &text) {
  return text.isEmpty() ? nothing : text;
}

QString field_text(const QDateTime &time) {
  return time.isValid() ? person_locale().toString(time, QStringLiteral("dd/MM/yyyy HH:mm")) : nothing;
}

QString field_text(const std::optional<int> &count) {
  return count ? person_locale().toString(*count) : nothing;
}

QString field_text(const QList<EventAddress> &addresses) {
  QStringList labels;
  for (const EventAddress &address : addresses)
    labels << address.label;
  return field_text(labels.join(QStringLiteral(" → ")));
}

QString field_text(const QgsGeometry &geometry) {
  if (geometry.isNull() || geometry.isEmpty())
    return nothing;
  switch (geometry.type()) {
  case Qgis::GeometryType::Line:
    return field_words(QT_TRANSLATE_NOOP("FieldText", "line of %1")).arg(metres_text(geometry.length()));
  case Qgis::GeometryType::Polygon:
    return field_words(QT_TRANSLATE_NOOP("FieldText", "ground of %1 m²"))
        .arg(person_locale().toString(geometry.area(), 'f', 0));
  default:
    return QCoreApplication::translate("FieldText", "%n point(s)", nullptr, geometry.constGet()->partCount());
  }
}

} // namespace cortege::plugin
