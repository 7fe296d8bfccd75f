#pragma once

#include "engine/grid.hpp"
#include "engine/tension/model.hpp"

#include <QDateTime>
#include <QString>
#include <qgstaskmanager.h>

#include <memory>

class QgsMapLayer;
class QgsProject;
class QgsRasterBlockFeedback;
class QgsRasterDataProvider;
class QgsRasterLayer;
class QgsRectangle;

namespace cortege::plugin {

struct ConnectionSettings;

/// What a tension layer shows.
struct TensionChoice {
  QString model;   ///< name of a model of the product
  QString changes; ///< to it, to try; empty: the model as it is
  QDateTime from, to;
};

/// As a source of the provider `tension`.
QString tension_uri(const ConnectionSettings &settings, const TensionChoice &choice);

/// Puts a layer of the project on top of the group of tension, else of all.
void put_below_events(QgsProject &project, QgsMapLayer *layer);

/// The one preview of a project: made, or given its new source. Null when it could not
/// be opened, and then `why` says so.
QgsRasterLayer *show_preview(QgsProject &project, const ConnectionSettings &settings,
                             const TensionChoice &choice, const QString &title, QString &why);
QgsRasterLayer *preview_of(const QgsProject &project);

/// Writes the tension of an extent, at the model's resolution on its own cells, as a GeoTIFF that carries
/// model, digest, status and window: the values are those of `cortege tension`. In the background; can be
/// cancelled.
class TensionSaving : public QgsTask {
  Q_OBJECT

public:
  TensionSaving(const QgsRasterLayer &live, const engine::TensionModel &model, const TensionChoice &choice,
                const QgsRectangle &extent, const QString &file);
  ~TensionSaving() override;
  void cancel() override;
  const QString &file() const { return file_; }
  const QString &why() const { return why_; }

protected:
  bool run() override;

private:
  std::unique_ptr<QgsRasterDataProvider> source_;
  engine::TensionModel model_;
  TensionChoice choice_;
  engine::Grid grid_;
  QString file_, why_;
  std::unique_ptr<QgsRasterBlockFeedback> feedback_;
};

} // namespace cortege::plugin
