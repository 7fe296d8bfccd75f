#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>

class QgisInterface;
class QgsMessageBarItem;

namespace cortege::plugin {

/// QGIS says of each layer that a server did not give « Data source invalid », in English and above what the
/// person is being told. Ours are told once instead, in words, and only where nothing says why already.
class UndrawnLayers : public QObject {
  Q_OBJECT

public:
  explicit UndrawnLayers(QgisInterface &qgis);

private:
  void hear(QgsMessageBarItem *item);
  void tell();
  void withdraw();

  QgisInterface &qgis_;
  QStringList names_; ///< of what the picture being drawn lacks
  QPointer<QgsMessageBarItem> told_;
  QTimer soon_; ///< until all that a picture lacks is known
};

} // namespace cortege::plugin
