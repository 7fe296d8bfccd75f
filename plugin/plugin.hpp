#pragma once

#include "plugin/event.hpp"

#include <QObject>
#include <QPointer>
#include <QTranslator>
#include <qgisplugin.h>

class QgisInterface;
class QgsLocatorFilter;
class QAction;
class QMenu;
class QToolBar;

namespace cortege::plugin {

class Dock;
class Exports;
class Geocoder;
class HelpKey;
class ProcessingProvider;
class ProjectLoader;
class Session;
class TensionPanel;
class UndrawnLayers;

/// Cortège in QGIS: one toolbar, one menu, one dock, one locator filter. What the person may not do is not
/// shown.
class Plugin : public QObject, public QgisPlugin {
  Q_OBJECT

public:
  explicit Plugin(QgisInterface *qgis);
  ~Plugin() override;

  void initGui() override;
  void unload() override;

private:
  void openStored();
  void connectServer();
  void opened();
  void loadLayers();
  void showActions();
  void addCreation();
  QAction *action(const QString &icon, const QString &text, const QString &object);

  QgisInterface &qgis_;
  QTranslator translator_;
  std::unique_ptr<HelpKey> help_key_;
  std::unique_ptr<Session> session_;
  std::unique_ptr<Exports> exports_;
  std::unique_ptr<UndrawnLayers> undrawn_;
  QPointer<Dock> dock_;
  QPointer<TensionPanel> tension_;
  QPointer<ProjectLoader> loader_;
  QPointer<QToolBar> toolbar_;
  QPointer<QMenu> menu_;
  std::unique_ptr<Geocoder> geocoder_;
  QgsLocatorFilter *locator_ = nullptr;      ///< owned by QGIS's locator
  ProcessingProvider *processing_ = nullptr; ///< owned by QGIS's registry
  QAction *connect_ = nullptr, *layers_ = nullptr;
  QList<QAction *> create_; ///< one for each kind
};

} // namespace cortege::plugin
