#pragma once

#include "engine/geometry.hpp"
#include "engine/tension/model.hpp"
#include "engine/time.hpp"
#include "providers/qgis/tension/event_columns.hpp"

#include <QDateTime>
#include <QString>
#include <QTimeZone>
#include <qgsdatasourceuri.h>
#include <qgsrange.h>

#include <optional>

namespace cortege::pg {
class Connection;
}

namespace cortege::qgis {

/// What the source of a tension layer says: a database as for the provider `cortege`, a model (a file, or the
/// name of one of the product's), the window shown while no temporal controller asks for one, and one source
/// of the model instead of their sum: service='cortege' model='espace_public' from='2026-11-28T12:00'
/// to='2026-11-28T20:00' source='statique' — or file='evenements.gpkg' layername='evenements' in the
/// database's place, with the columns of the platform's layers (event_columns.hpp)
struct TensionSourceUri {
  QgsDataSourceUri database;
  QString file;       ///< instead of a database: anything that OGR opens
  QString file_layer; ///< empty: its first
  QString model;
  QString source;          ///< empty: all of the model's
  QString changes;         ///< to the model, to try (model_changes.hpp)
  QString layer;           ///< of the provider `situation`
  QgsDateTimeRange window; ///< empty: the day that has begun
};

/// Throws engine::Error when a date is none. Dates without a zone are local until
/// in_zone says whose they are.
TensionSourceUri read_tension_uri(const QString &text);
QgsDateTimeRange in_zone(const QgsDateTimeRange &range, const QTimeZone &zone);

/// What a temporal controller asks for: it says UTC of hours that are those of the clock on the wall.
QgsDateTimeRange on_the_wall(const QgsDateTimeRange &range, const QTimeZone &zone);

/// The source's model with its digest, with one source alone if it is named. Throws engine::Error that says
/// what is wrong.
engine::TensionModel load_model(const TensionSourceUri &source);

/// The territory's frame, in EPSG:2154.
engine::Box read_territory(pg::Connection &connection);

/// To the millisecond.
QDateTime date_time(engine::Instant instant, const QTimeZone &zone);

/// What a temporal controller or a request asks for, else the source's own window, else the zone's today. A
/// range of one instant is a snapshot.
engine::Window window_of(const QgsDateTimeRange &asked, const QgsDateTimeRange &own, const QTimeZone &zone);

/// The hours that a layer offers to choose from: of its own window, else from yesterday to a fortnight from
/// now.
QgsDateTimeRange offered(const QgsDateTimeRange &own, const QTimeZone &zone);

} // namespace cortege::qgis
