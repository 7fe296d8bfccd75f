#include "providers/qgis/metadata.hpp"

#include "providers/qgis/form_functions.hpp"
#include "providers/qgis/provider.hpp"
#include "providers/qgis/sessions.hpp"
#include "providers/qgis/transaction.hpp"

#include <QIcon>
#include <qgsapplication.h>
#include <qgsdatasourceuri.h>

namespace cortege::qgis {

Metadata::Metadata() : QgsProviderMetadata(provider_key, provider_description) {}

QIcon Metadata::icon() const {
  return QgsApplication::getThemeIcon(QStringLiteral("mIconPostgis.svg"));
}
// The translation lies beside the data of the house, in the prefix that QGIS runs from.
void Metadata::initProvider() {
  register_form_functions();
  const QString folder = QgsApplication::prefixPath() + QStringLiteral("/share/cortege/i18n");
  if (translator_.load(QStringLiteral("provider_") + QgsApplication::locale().left(2), folder))
    QCoreApplication::installTranslator(&translator_);
}
void Metadata::cleanupProvider() {
  close_all_sessions();
}
QList<Qgis::LayerType> Metadata::supportedLayerTypes() const {
  return {Qgis::LayerType::Vector};
}

QgsProviderMetadata::ProviderCapabilities Metadata::providerCapabilities() const {
  return ParallelCreateProvider;
}

QgsDataProvider *Metadata::createProvider(const QString &uri, const QgsDataProvider::ProviderOptions &options,
                                          Qgis::DataProviderReadFlags flags) {
  return new Provider(uri, options, flags);
}

QgsTransaction *Metadata::createTransaction(const QString &connection) {
  return new Transaction(connection);
}

// The keys are those of the stock provider, so that projects and scripts can switch.
QVariantMap Metadata::decodeUri(const QString &text) const {
  const QgsDataSourceUri uri(text);
  QVariantMap parts;
  const auto put = [&parts](const char *key, const QString &value) {
    if (!value.isEmpty())
      parts.insert(QLatin1String(key), value);
  };
  put("dbname", uri.database());
  put("host", uri.host());
  put("port", uri.port());
  put("service", uri.service());
  put("username", uri.username());
  put("password", uri.password());
  put("authcfg", uri.authConfigId());
  put("schema", uri.schema());
  put("table", uri.table());
  put("geometrycolumn", uri.geometryColumn());
  put("key", uri.keyColumn());
  put("srid", uri.srid());
  put("sql", uri.sql());
  for (const char *certificate : certificate_words)
    put(certificate, uri.param(QLatin1String(certificate)));
  if (uri.wkbType() != Qgis::WkbType::Unknown)
    parts.insert(QStringLiteral("type"), static_cast<int>(uri.wkbType()));
  parts.insert(QStringLiteral("selectatid"), !uri.selectAtIdDisabled());
  parts.insert(QStringLiteral("estimatedmetadata"), uri.useEstimatedMetadata());
  parts.insert(QStringLiteral("sslmode"), static_cast<int>(uri.sslMode()));
  return parts;
}

QString Metadata::encodeUri(const QVariantMap &parts) const {
  QgsDataSourceUri uri;
  const auto text = [&parts](const char *key) { return parts.value(QLatin1String(key)).toString(); };
  const auto ssl = static_cast<QgsDataSourceUri::SslMode>(
      parts.value(QStringLiteral("sslmode"), QgsDataSourceUri::SslPrefer).toInt());
  if (!text("service").isEmpty())
    uri.setConnection(text("service"), text("dbname"), text("username"), text("password"), ssl,
                      text("authcfg"));
  else
    uri.setConnection(text("host"), text("port"), text("dbname"), text("username"), text("password"), ssl,
                      text("authcfg"));
  uri.setDataSource(text("schema"), text("table"), text("geometrycolumn"), text("sql"), text("key"));
  for (const char *certificate : certificate_words)
    if (!text(certificate).isEmpty())
      uri.setParam(QLatin1String(certificate), text(certificate));
  if (parts.contains(QStringLiteral("srid")))
    uri.setSrid(text("srid"));
  if (parts.contains(QStringLiteral("type")))
    uri.setWkbType(static_cast<Qgis::WkbType>(parts.value(QStringLiteral("type")).toInt()));
  if (parts.contains(QStringLiteral("selectatid")))
    uri.disableSelectAtId(!parts.value(QStringLiteral("selectatid")).toBool());
  if (parts.contains(QStringLiteral("estimatedmetadata")))
    uri.setUseEstimatedMetadata(parts.value(QStringLiteral("estimatedmetadata")).toBool());
  return uri.uri(false);
}

} // namespace cortege::qgis
