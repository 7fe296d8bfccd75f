#pragma once

#include <QString>
#include <QStringList>

namespace cortege::qgis {

/// Styles stored beside the data, in the table layer_styles that QGIS's stock provider uses too. Throw
/// pg::Error.
struct StyleList {
  QStringList ids, names, descriptions;
  int of_this_layer = 0; ///< the first ones belong to the layer, the rest to others
};
StyleList list_styles(const QString &uri);
/// The layer's default style, else its last one; empty if there is none.
QString load_style(const QString &uri, QString &name);
QString style_by_id(const QString &uri, const QString &id);
bool style_exists(const QString &uri, const QString &name);
void save_style(const QString &uri, const QString &qml, const QString &sld, const QString &name,
                const QString &description, const QString &ui, bool by_default);
void delete_style(const QString &uri, const QString &id);

} // namespace cortege::qgis
