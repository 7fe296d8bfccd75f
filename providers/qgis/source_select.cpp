#include "providers/qgis/source_select.hpp"

#include "providers/qgis/connection_dialog.hpp"
#include "providers/qgis/database_connection.hpp"
#include "providers/qgis/provider.hpp"
#include "providers/qgis/text.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <qgsapplication.h>
#include <qgsexception.h>
#include <qgslayeritem.h>

namespace cortege::qgis {
namespace {

constexpr int uri_role = Qt::UserRole;

QTreeWidgetItem *row_of(const DatabaseConnection &connection,
                        const DatabaseConnection::TableProperty &table) {
  const auto types = table.geometryColumnTypes();
  const auto type = types.isEmpty() ? Qgis::WkbType::NoGeometry : types.first().wkbType;
  auto *row = new QTreeWidgetItem({table.tableName(), QgsWkbTypes::translatedDisplayString(type),
                                   table.geometryColumn(), table.comment()});
  row->setIcon(0, QgsLayerItem::iconForWkbType(type));
  row->setData(0, uri_role, connection.layerUri(table));
  row->setToolTip(3, table.comment());
  return row;
}

} // namespace

SourceSelect::SourceSelect(QWidget *parent, Qt::WindowFlags flags, QgsProviderRegistry::WidgetMode mode)
    : QgsAbstractDataSourceWidget(parent, flags, mode), connections_(new QComboBox), filter_(new QLineEdit),
      tables_(new QTreeWidget), answer_(new QLabel) {
  auto *top = new QHBoxLayout;
  auto *add_connection = new QPushButton(sentence("New…"));
  top->addWidget(new QLabel(sentence("Connection")));
  top->addWidget(connections_, 1);
  top->addWidget(add_connection);
  auto *whole = new QVBoxLayout(this);
  whole->addLayout(top);
  whole->addWidget(filter_);
  whole->addWidget(tables_, 1);
  whole->addWidget(answer_);
  filter_->setPlaceholderText(sentence("Filter by name or comment"));
  filter_->setClearButtonEnabled(true);
  tables_->setObjectName(QStringLiteral("cortegeTables"));
  tables_->setHeaderLabels({sentence("Table"), sentence("Type"), sentence("Geometry"), sentence("Comment")});
  tables_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  tables_->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
  answer_->setWordWrap(true);
  if (mode != QgsProviderRegistry::WidgetMode::Manager) {
    auto *add = new QPushButton(sentence("Add"));
    whole->addWidget(add);
    connect(add, &QPushButton::clicked, this, &SourceSelect::addButtonClicked);
  }
  connect(connections_, &QComboBox::currentTextChanged, this, &SourceSelect::list_tables);
  connect(add_connection, &QPushButton::clicked, this, &SourceSelect::new_connection);
  connect(filter_, &QLineEdit::textChanged, this, &SourceSelect::filter);
  connect(tables_, &QTreeWidget::itemDoubleClicked, this, &SourceSelect::addButtonClicked);
  connect(tables_, &QTreeWidget::itemSelectionChanged, this,
          [this] { emit enableButtons(!tables_->selectedItems().isEmpty()); });
  list_connections();
}

void SourceSelect::refresh() {
  list_connections();
}

void SourceSelect::list_connections() {
  const QString chosen = connections_->currentText();
  connections_->clear();
  connections_->addItems(DatabaseConnection::names());
  if (connections_->findText(chosen) >= 0)
    connections_->setCurrentText(chosen);
}

void SourceSelect::list_tables() {
  tables_->clear();
  answer_->clear();
  if (connections_->currentText().isEmpty())
    return;
  try {
    const DatabaseConnection connection(connections_->currentText());
    const auto tables = connection.tables(QString(), {}, nullptr);
    QTreeWidgetItem *schema = nullptr;
    for (const auto &table : tables) {
      if (schema == nullptr || schema->text(0) != table.schema()) {
        schema = new QTreeWidgetItem(tables_, {table.schema()});
        schema->setFlags(Qt::ItemIsEnabled);
        schema->setExpanded(true);
      }
      schema->addChild(row_of(connection, table));
    }
  } catch (const QgsProviderConnectionException &error) {
    answer_->setText(error.what());
  }
}

void SourceSelect::filter(const QString &text) {
  for (int i = 0; i < tables_->topLevelItemCount(); ++i) {
    QTreeWidgetItem *schema = tables_->topLevelItem(i);
    bool some = false;
    for (int j = 0; j < schema->childCount(); ++j) {
      QTreeWidgetItem *row = schema->child(j);
      const bool shown = row->text(0).contains(text, Qt::CaseInsensitive)
                         || row->text(3).contains(text, Qt::CaseInsensitive);
      row->setHidden(!shown);
      some = some || shown;
    }
    schema->setHidden(!some);
  }
}

void SourceSelect::new_connection() {
  ConnectionDialog dialog(this);
  if (dialog.exec() != QDialog::Accepted)
    return;
  list_connections();
  connections_->setCurrentText(dialog.name());
  emit connectionsChanged();
}

void SourceSelect::addButtonClicked() {
  const auto rows = tables_->selectedItems();
  for (const QTreeWidgetItem *row : rows)
    if (row->data(0, uri_role).isValid())
      emit addLayer(Qgis::LayerType::Vector, row->data(0, uri_role).toString(), row->text(0), provider_key);
}

QString SourceSelectProvider::providerKey() const {
  return provider_key;
}
QString SourceSelectProvider::text() const {
  return provider_description;
}
QIcon SourceSelectProvider::icon() const {
  return QgsApplication::getThemeIcon(QStringLiteral("mActionAddPostgisLayer.svg"));
}

QgsAbstractDataSourceWidget *
SourceSelectProvider::createDataSourceWidget(QWidget *parent, Qt::WindowFlags flags,
                                             QgsProviderRegistry::WidgetMode mode) const {
  return new SourceSelect(parent, flags, mode);
}

} // namespace cortege::qgis
