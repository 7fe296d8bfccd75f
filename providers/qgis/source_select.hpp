#pragma once

#include <qgsabstractdatasourcewidget.h>
#include <qgssourceselectprovider.h>

class QComboBox;
class QLabel;
class QLineEdit;
class QTreeWidget;

namespace cortege::qgis {

/// The page "Cortège" of QGIS's data source manager: a connection, its tables by schema, a filter, Add.
class SourceSelect : public QgsAbstractDataSourceWidget {
  Q_OBJECT

public:
  SourceSelect(QWidget *parent, Qt::WindowFlags flags, QgsProviderRegistry::WidgetMode mode);
  void addButtonClicked() override;
  void refresh() override;

private:
  void list_connections();
  void list_tables();
  void filter(const QString &text);
  void new_connection();

  QComboBox *connections_;
  QLineEdit *filter_;
  QTreeWidget *tables_;
  QLabel *answer_;
};

class SourceSelectProvider : public QgsSourceSelectProvider {
public:
  QString providerKey() const override;
  QString text() const override;
  QIcon icon() const override;
  int ordering() const override { return OrderDatabaseProvider + 5; }
  QgsAbstractDataSourceWidget *createDataSourceWidget(QWidget *parent, Qt::WindowFlags flags,
                                                      QgsProviderRegistry::WidgetMode mode) const override;
};

} // namespace cortege::qgis
