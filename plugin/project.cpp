#include "plugin/project.hpp"

#include "plugin/session.hpp"
#include "providers/tension/model_file.hpp"

#include <QCoreApplication>
#include <QFile>
#include <qgsapplication.h>
#include <qgscoordinatereferencesystem.h>
#include <qgsdatasourceuri.h>
#include <qgslayertree.h>
#include <qgslayertreegroup.h>
#include <qgsproject.h>
#include <qgsproviderregistry.h>
#include <qgsrasterlayer.h>
#include <qgsvectorlayer.h>

namespace cortege::plugin {

namespace {

enum class Shown { always, entering, facts, reading };

struct LayerFacts {
  const char *group;
  const char *name; ///< in the database's own language: people see it
  const char *schema, *table, *geometry, *key, *type;
  Shown shown;
};

constexpr const char *events_group = "Événements", *facts_group = "Faits", *tension_group = "Tension",
                     *base_group = "Fond";

// From the top of the map to its bottom. Who enters sees events in their own tables, and of the platform's
// views only the facts; who only reads sees both in the views.
constexpr LayerFacts layers[] = {
    {events_group, "Adresses des événements", "cortege", "adresse", "geom", "id", "Point", Shown::entering},
    {events_group, "Visites officielles", "cortege", "visite_officielle", "lieux", "id", "MultiPoint",
     Shown::entering},
    {events_group, "Opérations programmées", "cortege", "operation_programmee", "lieux", "id", "MultiPoint",
     Shown::entering},
    {events_group, "Manifestations déambulatoires", "cortege", "manifestation_deambulatoire", "trace", "id",
     "LineString", Shown::entering},
    {events_group, "Manifestations statiques", "cortege", "manifestation_statique", "emprise", "id",
     "MultiPolygon", Shown::entering},
    {events_group, "Événements et faits (points)", "plateforme", "evenement_point", "geom", "cle",
     "MultiPoint", Shown::reading},
    {events_group, "Événements et faits (lignes)", "plateforme", "evenement_ligne", "geom", "cle",
     "MultiLineString", Shown::reading},
    {events_group, "Événements et faits (surfaces)", "plateforme", "evenement_surface", "geom", "cle",
     "MultiPolygon", Shown::reading},
    {facts_group, "Faits (points)", "plateforme", "evenement_point", "geom", "cle", "MultiPoint",
     Shown::facts},
    {facts_group, "Faits (lignes)", "plateforme", "evenement_ligne", "geom", "cle", "MultiLineString",
     Shown::facts},
    {facts_group, "Faits (surfaces)", "plateforme", "evenement_surface", "geom", "cle", "MultiPolygon",
     Shown::facts},
    {tension_group, "Zones de tension", "plateforme", "zone_tension", "geom", "id", "MultiPolygon",
     Shown::reading},
    {tension_group, "Zones de tension", "plateforme", "zone_tension", "geom", "id", "MultiPolygon",
     Shown::facts},
    {base_group, "Lieux", "voirie", "lieu", "geom", "id", "Point", Shown::always},
    {base_group, "Voies", "voirie", "troncon", "geom", "id", "LineString", Shown::always},
    {base_group, "Unités du territoire", "voirie", "unite", "geom", "id", "MultiPolygon", Shown::always},
};

// Computed for the map's time, of what the person may see.
struct LiveFacts {
  const char *group, *name, *provider, *layer; ///< layer: of the provider `situation`
  bool visible;
};
// From the bottom of each group to its top: each is put above what is there.
constexpr LiveFacts live_layers[] = {
    {tension_group, "Tension à l'heure de la carte", "tension", "", false},
    {tension_group, "Zones de tension à l'heure de la carte", "situation", "zones", true},
    {tension_group, "Tension partielle", "situation", "partiel", true},
    {events_group, "Défilés : rue occupée", "situation", "defiles", true},
    {events_group, "Défilés : tête et queue", "situation", "tetes", true},
    {events_group, "Conflits", "situation", "conflits", true},
};
constexpr const char *live_model = "espace_public";

bool shown_to(const LayerFacts &facts, const Person &person) {
  switch (facts.shown) {
  case Shown::entering:
    return person.enters;
  case Shown::facts:
    return person.enters && person.platform;
  case Shown::reading:
    return !person.enters && person.platform;
  default:
    return true;
  }
}

QString source(const LayerFacts &facts, const ConnectionSettings &settings) {
  return QStringLiteral("%1 key='%2' srid=2154 type=%3 checkPrimaryKeyUnicity='0' table=\"%4\".\"%5\" (%6)")
      .arg(settings.uri(), QLatin1String(facts.key), QLatin1String(facts.type), QLatin1String(facts.schema),
           QLatin1String(facts.table), QLatin1String(facts.geometry));
}

QgsLayerTreeGroup *group(QgsProject &project, const QString &name) {
  QgsLayerTreeGroup *root = project.layerTreeRoot();
  if (QgsLayerTreeGroup *there = root->findGroup(name))
    return there;
  return root->addGroup(name);
}

bool present(const QgsProject &project, const QString &name) {
  for (const QgsMapLayer *layer : project.mapLayersByName(name))
    if (layer->customProperty(QStringLiteral("cortege/layer")).toBool())
      return true;
  return false;
}

// What a model computes says so while the model is not approved.
QString live_name(const LiveFacts &facts) {
  const QString name = QString::fromUtf8(facts.name);
  if (qstrcmp(facts.group, tension_group) != 0)
    return name;
  const QString file = QStringLiteral("%1/share/cortege/metadata/tension/%2.toml")
                           .arg(QgsApplication::prefixPath(), QLatin1String(live_model));
  const bool approved = tension::read_model(file.toStdString()).status == "approuve";
  return approved ? name : name + QStringLiteral(" (exploratoire)");
}

std::unique_ptr<QgsMapLayer> live_layer(const LiveFacts &facts, const QString &name,
                                        const ConnectionSettings &settings) {
  const QString provider = QLatin1String(facts.provider);
  const QString uri = QStringLiteral("%1 model='%2'").arg(settings.uri(), QLatin1String(live_model));
  if (*facts.layer == '\0')
    return std::make_unique<QgsRasterLayer>(uri, name, provider);
  return std::make_unique<QgsVectorLayer>(uri + QStringLiteral(" layer='%1'").arg(QLatin1String(facts.layer)),
                                          name, provider);
}

void load_live_layers(QgsProject &project, const ConnectionSettings &settings, QStringList &missing) {
  for (const LiveFacts &facts : live_layers) {
    const QString name = live_name(facts);
    if (present(project, name))
      continue;
    auto layer = live_layer(facts, name, settings);
    if (!layer->isValid()) {
      missing << name;
      continue;
    }
    layer->setCustomProperty(QStringLiteral("cortege/layer"), true);
    QgsLayerTreeLayer *node = group(project, QString::fromUtf8(facts.group))
                                  ->insertLayer(0, project.addMapLayer(layer.release(), false));
    node->setItemVisibilityChecked(facts.visible);
  }
}

} // namespace

QStringList load_layers(QgsProject &project, const ConnectionSettings &settings, const Person &person) {
  const QString provider = QgsProviderRegistry::instance()->providerMetadata(QStringLiteral("cortege"))
                               ? QStringLiteral("cortege")
                               : QStringLiteral("postgres");
  const bool empty = project.count() == 0;
  QStringList missing;
  for (const LayerFacts &facts : layers) {
    const QString name = QString::fromUtf8(facts.name);
    if (present(project, name) || !shown_to(facts, person))
      continue;
    auto layer = std::make_unique<QgsVectorLayer>(source(facts, settings), name, provider);
    if (!layer->isValid()) {
      missing << name;
      continue;
    }
    if (facts.shown == Shown::facts && qstrcmp(facts.group, facts_group) == 0)
      layer->setSubsetString(QStringLiteral("genre = 'fait'"));
    layer->setCustomProperty(QStringLiteral("cortege/layer"), true);
    const QString style = QgsApplication::prefixPath()
                          + QStringLiteral("/share/cortege/styles/%1.qml").arg(QLatin1String(facts.table));
    bool loaded = false;
    if (QFile::exists(style))
      layer->loadNamedStyle(style, loaded);
    group(project, QString::fromUtf8(facts.group))->addLayer(project.addMapLayer(layer.release(), false));
  }
  if (person.platform)
    load_live_layers(project, settings, missing);
  if (empty)
    project.setCrs(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:2154")));
  return missing;
}

} // namespace cortege::plugin
