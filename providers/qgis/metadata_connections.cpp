#include "providers/qgis/browser.hpp"
#include "providers/qgis/database_connection.hpp"
#include "providers/qgis/metadata.hpp"
#include "providers/qgis/styles.hpp"
#include "providers/qgis/text.hpp"

namespace cortege::qgis {
namespace {

// The door of the styles: an error of the database becomes QGIS's error text and an empty answer.
template <typename Work>
auto told(QString &error, const Work &work) -> decltype(work()) {
  try {
    return work();
  } catch (const pg::Error &failure) {
    error = from_utf8(failure.full());
    return {};
  }
}

} // namespace

QList<QgsDataItemProvider *> Metadata::dataItemProviders() const {
  return {new BrowserProvider};
}

QMap<QString, QgsAbstractProviderConnection *> Metadata::connections(bool cached) {
  if (!cached || mProviderConnections.isEmpty()) {
    qDeleteAll(mProviderConnections);
    mProviderConnections.clear();
    const QStringList names = DatabaseConnection::names();
    for (const QString &name : names)
      mProviderConnections.insert(name, new DatabaseConnection(name));
  }
  return mProviderConnections;
}

QgsAbstractProviderConnection *Metadata::createConnection(const QString &name) {
  return new DatabaseConnection(name);
}

QgsAbstractProviderConnection *Metadata::createConnection(const QString &uri,
                                                          const QVariantMap &configuration) {
  return new DatabaseConnection(uri, configuration);
}

void Metadata::saveConnection(const QgsAbstractProviderConnection *connection, const QString &name) {
  saveConnectionProtected(connection, name);
}

void Metadata::deleteConnection(const QString &name) {
  deleteConnectionProtected<DatabaseConnection>(name);
}

int Metadata::listStyles(const QString &uri, QStringList &ids, QStringList &names, QStringList &descriptions,
                         QString &error) {
  int own = -1;
  told(error, [&] {
    const StyleList list = list_styles(uri);
    ids = list.ids;
    names = list.names;
    descriptions = list.descriptions;
    own = list.of_this_layer;
    return true;
  });
  return own;
}

bool Metadata::styleExists(const QString &uri, const QString &name, QString &error) {
  return told(error, [&] { return style_exists(uri, name); });
}

QString Metadata::getStyleById(const QString &uri, const QString &id, QString &error) {
  return told(error, [&] { return style_by_id(uri, id); });
}

bool Metadata::deleteStyleById(const QString &uri, const QString &id, QString &error) {
  return told(error, [&] {
    delete_style(uri, id);
    return true;
  });
}

bool Metadata::saveStyle(const QString &uri, const QString &qml, const QString &sld, const QString &name,
                         const QString &description, const QString &ui, bool by_default, QString &error) {
  return told(error, [&] {
    save_style(uri, qml, sld, name, description, ui, by_default);
    return true;
  });
}

QString Metadata::loadStyle(const QString &uri, QString &error) {
  QString name;
  return loadStoredStyle(uri, name, error);
}

QString Metadata::loadStoredStyle(const QString &uri, QString &name, QString &error) {
  return told(error, [&] { return load_style(uri, name); });
}

} // namespace cortege::qgis
