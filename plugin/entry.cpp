// What QGIS looks for in a plugin's library.
#include "plugin/plugin.hpp"

#include <QCoreApplication>
#include <QString>

using cortege::plugin::Plugin;

extern "C" {

Q_DECL_EXPORT QgisPlugin *classFactory(QgisInterface *qgis) {
  return new Plugin(qgis);
}
Q_DECL_EXPORT const QString *name() {
  static const QString name = QStringLiteral("Cortège");
  return &name;
}
Q_DECL_EXPORT const QString *description() {
  static const QString description = QStringLiteral("Planning public space: events, addresses, routes");
  return &description;
}
Q_DECL_EXPORT const QString *category() {
  static const QString category = QStringLiteral("Vector");
  return &category;
}
Q_DECL_EXPORT int type() {
  return QgisPlugin::UI;
}
Q_DECL_EXPORT const QString *version() {
  static const QString version = QStringLiteral("0.1");
  return &version;
}
Q_DECL_EXPORT const QString *icon() {
  static const QString icon = QStringLiteral(":/cortege/agenda.svg");
  return &icon;
}
Q_DECL_EXPORT const QString *experimental() {
  static const QString experimental = QStringLiteral("false");
  return &experimental;
}
Q_DECL_EXPORT void unload(QgisPlugin *plugin) {
  delete plugin;
}
}
