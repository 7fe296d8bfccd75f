#pragma once

#include <qgsdataitemguiprovider.h>
#include <qgsproviderguimetadata.h>

namespace cortege::qgis {

/// The parts of the provider that exist only with windows.
class GuiMetadata : public QgsProviderGuiMetadata {
public:
  GuiMetadata();
  QList<QgsSourceSelectProvider *> sourceSelectProviders() override;
  QList<QgsDataItemGuiProvider *> dataItemGuiProviders() override;
};

/// Context menus of the browser's branch: new, edit and remove a connection, refresh.
class BrowserMenus : public QgsDataItemGuiProvider {
public:
  QString name() override;
  void populateContextMenu(QgsDataItem *item, QMenu *menu, const QList<QgsDataItem *> &selected,
                           QgsDataItemGuiContext context) override;
};

} // namespace cortege::qgis
