#pragma once

#include "engine/tension/model.hpp"
#include "engine/time.hpp"

#include <QDateTime>
#include <QString>
#include <qgsdatasourceuri.h>
#include <qgsrange.h>

#include <optional>

namespace cortege::qgis {

/// What the source of a tension layer says: a database as for the provider `cortege`, a model (a file, or the
/// name of one of the product's), the window shown while no temporal controller asks for one, and one source
/// of the model instead of their sum: service='cortege' model='espace_public' from='2026-11-28T12:00'
/// to='2026-11-28T20:00' source='statique'
struct TensionSourceUri {
  QgsDataSourceUri database;
  QString model;
  QString source;          ///< empty: all of the model's
  QgsDateTimeRange window; ///< empty: the day that has begun
};

/// Throws engine::Error when the model is not named or a date is none.
TensionSourceUri read_tension_uri(const QString &text);

/// The model with its digest, with that source alone if one is named. Throws engine::Error that says what is
/// wrong.
engine::TensionModel load_model(const QString &name, const QString &source);

/// What a temporal controller or a request asks for, else the source's own window, else today. Instants
/// without a zone are local. A range of one instant is a snapshot.
engine::Window window_of(const QgsDateTimeRange &asked, const QgsDateTimeRange &own);

} // namespace cortege::qgis
