#pragma once

#include "engine/geometry.hpp"
#include "engine/grid.hpp"
#include "engine/progress.hpp"

#include <QColor>
#include <qgsprocessingalgorithm.h>
#include <qgsprocessingcontext.h>

#include <functional>
#include <span>

namespace cortege::plugin {

/// What Cortège's algorithms share: the group, the engine's errors and progress as Processing's own, layers
/// read in EPSG:2154, results named and styled.
class Algorithm : public QgsProcessingAlgorithm {
public:
  QString group() const override;
  QString groupId() const override { return QString(); }
  QIcon icon() const override;
  QString helpUrl() const override;
  QVariantMap processAlgorithm(const QVariantMap &parameters, QgsProcessingContext &context,
                               QgsProcessingFeedback *feedback) final;

protected:
  /// What processAlgorithm does; engine::Error is told in French and stops it, Cancelled ends it quietly.
  virtual QVariantMap compute(const QVariantMap &parameters, QgsProcessingContext &context,
                              QgsProcessingFeedback &feedback) = 0;

  using Visit = std::function<void(const QgsFeature &feature, engine::Shape shape)>;
  /// Every feature of a source that has a geometry, in EPSG:2154. Throws QgsProcessingException naming the
  /// feature that cannot be read.
  void eachFeature(const QVariantMap &parameters, const QString &source, QgsProcessingContext &context,
                   QgsProcessingFeedback &feedback, const Visit &visit) const;
  /// Names a result and gives it a style of the house. A mark that must be read stays in the name, whatever
  /// file the person chose.
  enum class Name { proposed, marked };
  static void dress(QgsProcessingContext &context, const QString &result, const QString &name,
                    QgsProcessingLayerPostProcessorInterface *dresser, Name kind = Name::proposed);

private:
  /// Files that hold what the platform's layers held are told to the provider, which has them registered.
  void tellWritten(const QVariantMap &parameters, const QVariantMap &results,
                   QgsProcessingContext &context) const;
};

/// What all is read and written in.
QgsCoordinateReferenceSystem lambert();

/// Where the analysts' guide speaks of something.
QString guide_url(const QString &section);

/// Looks given to results once they are layers; the caller owns them, and gives them to dress().
QgsProcessingLayerPostProcessorInterface *house_style(const QString &style); ///< of styles/, by its name
QgsProcessingLayerPostProcessorInterface *colour_ramp(); ///< pale to dark, from 0 to the highest
struct Category {
  QVariant value;
  QString label;
  QColor colour;
};
QgsProcessingLayerPostProcessorInterface *categories(const QString &field, const QList<Category> &values);

/// Progress of a share of the whole work, [from, to] in percent.
engine::Progress progress_of(QgsProcessingFeedback &feedback, double from = 0, double to = 100);

/// A number of a feature; throws QgsProcessingException when it is null or no number.
double number_of(const QgsFeature &feature, const QString &field);

/// A square of a grid, or any polygon of the engine's.
QgsGeometry geometry_of(const engine::Polygon &polygon);
engine::Polygon cell_of(const engine::Grid &grid, std::int64_t index);

/// Writes a raster in EPSG:2154 at once, `values` from the top.
void write_raster(const QString &path, const engine::Grid &grid, std::span<const double> values,
                  const std::vector<std::pair<std::string, std::string>> &metadata,
                  const engine::Progress &progress);

/// One band of a raster layer read whole, on the lattice of its resolution. Throws QgsProcessingException
/// when its cells are not square or not in EPSG:2154.
struct Cells {
  engine::Grid grid;
  std::vector<double> values; ///< NaN for no data
};
Cells read_cells(const class QgsRasterLayer &layer);

} // namespace cortege::plugin
