#include "plugin/project.hpp"

#include "plugin/connection_settings.hpp"
#include "plugin/person.hpp"
#include "providers/tension/model_file.hpp"

#include <qgsapplication.h>
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
    {events_group, "Visites officielles", "cortege", "visite_officielle", "lieux", "id", "MultiPoint",
     Shown::entering},
    {events_group, "Opérations programmées", "cortege", "operation_programmee", "lieux", "id", "MultiPoint",
     Shown::entering},
    {events_group, "Manifestations déambulatoires", "cortege", "manifestation_deambulatoire", "trace", "id",
     "LineString", Shown::entering},
    {events_group, "Adresses des événements", "cortege", "adresse", "geom", "id", "Point", Shown::entering},
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

// Computed for the map's time, of what the person may see; above the rest of their group.
struct LiveFacts {
  const char *group, *name, *provider, *layer; ///< layer: of the provider `situation`
  bool visible;
};
constexpr LiveFacts live_layers[] = {
    {events_group, "Conflits", "situation", "conflits", true},
    {events_group, "Défilés : tête et queue", "situation", "tetes", true},
    {events_group, "Défilés : rue occupée", "situation", "defiles", true},
    {tension_group, "Tension partielle", "situation", "partiel", true},
    {tension_group, "Zones de tension à l'heure de la carte", "situation", "zones", true},
    {tension_group, "Tension à l'heure de la carte", "tension", "", false},
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

QString source(const LayerFacts &facts, const QString &database) {
  QString source =
      QStringLiteral("%1 key='%2' srid=2154 type=%3 checkPrimaryKeyUnicity='0' table=\"%4\".\"%5\" (%6)")
          .arg(database, QLatin1String(facts.key), QLatin1String(facts.type), QLatin1String(facts.schema),
               QLatin1String(facts.table), QLatin1String(facts.geometry));
  if (facts.shown == Shown::facts && qstrcmp(facts.group, facts_group) == 0)
    source += QStringLiteral(" sql=genre = 'fait'");
  return source;
}

// What a model computes says so while the model is not approved.
QString live_name(const LiveFacts &facts) {
  QString name = QString::fromUtf8(facts.name);
  if (qstrcmp(facts.group, tension_group) != 0)
    return name;
  const QString file = QStringLiteral("%1/share/cortege/metadata/tension/%2.toml")
                           .arg(QgsApplication::prefixPath(), QLatin1String(live_model));
  const bool approved = tension::read_model(file.toStdString()).status == "approuve";
  return approved ? name : name + QStringLiteral(" (exploratoire)");
}

void add_live(QList<ProjectLayer> &list, const char *group, const QString &database) {
  for (const LiveFacts &facts : live_layers) {
    if (qstrcmp(facts.group, group) != 0)
      continue;
    QString source = QStringLiteral("%1 model='%2'").arg(database, QLatin1String(live_model));
    if (*facts.layer != '\0')
      source += QStringLiteral(" layer='%1'").arg(QLatin1String(facts.layer));
    list.append({QString::fromUtf8(group), live_name(facts), QString(), QLatin1String(facts.provider), source,
                 facts.visible});
  }
}

} // namespace

QList<ProjectLayer> project_layers(const ConnectionSettings &settings, const Person &person) {
  const QString database = settings.uri();
  QList<ProjectLayer> list;
  for (const LayerFacts &facts : layers) {
    if (!shown_to(facts, person))
      continue;
    const QString group = QString::fromUtf8(facts.group);
    if (person.platform && (list.isEmpty() || list.back().group != group))
      add_live(list, facts.group, database);
    list.append({group, QString::fromUtf8(facts.name), QString::fromLatin1(facts.table),
                 QStringLiteral("cortege"), source(facts, database), true});
  }
  return list;
}

std::unique_ptr<QgsMapLayer> open_layer(const ProjectLayer &wanted) {
  if (wanted.provider == QLatin1String("tension"))
    return std::make_unique<QgsRasterLayer>(wanted.source, wanted.name, wanted.provider);
  QgsVectorLayer::LayerOptions options;
  options.loadDefaultStyle = wanted.style.isEmpty();
  return std::make_unique<QgsVectorLayer>(wanted.source, wanted.name, wanted.provider, options);
}

} // namespace cortege::plugin
