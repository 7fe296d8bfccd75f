#pragma once

#include <qgsgeometry.h>
#include <qgsmaptool.h>

#include <memory>

class QgsRubberBand;

namespace cortege::plugin {

/// Draws the footprint of a gathering: click its corners, right click (or Enter) to end, Escape to begin
/// again, Backspace takes the last corner back. Or asks for the two ends of a street section.
class FootprintTool : public QgsMapTool {
  Q_OBJECT

public:
  explicit FootprintTool(QgsMapCanvas *canvas);
  ~FootprintTool() override;

  /// In EPSG:2154.
  void show(const QgsGeometry &footprint);

  void canvasReleaseEvent(QgsMapMouseEvent *event) override;
  void canvasMoveEvent(QgsMapMouseEvent *event) override;
  void keyPressEvent(QKeyEvent *event) override;

  /// The next two clicks are the ends of a street section.
  void askSection();
  void askCorners();

signals:
  void sectionChosen(const QgsPointXY &from, const QgsPointXY &to);
  void drawn(const QgsGeometry &footprint);

private:
  void finish();
  void showCorners(const QgsPointXY *cursor);

  std::unique_ptr<QgsRubberBand> shape_, sketch_;
  QVector<QgsPointXY> corners_; ///< map CRS
  bool section_ = false;
};

} // namespace cortege::plugin
