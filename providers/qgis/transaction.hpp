#pragma once

#include "providers/qgis/shared_transaction.hpp"

#include <qgstransaction.h>

#include <memory>

namespace cortege::qgis {

/// A QGIS transaction (project setting "automatic transaction groups"): one connection and one transaction
/// for all its layers, undo by savepoints.
class Transaction : public QgsTransaction {
  Q_OBJECT

public:
  explicit Transaction(const QString &connection);

  bool executeSql(const QString &sql, QString &error, bool dirty = false,
                  const QString &name = QString()) override;
  std::shared_ptr<SharedTransaction> shared() const { return shared_; }

private:
  bool beginTransaction(QString &error, int timeout) override;
  bool commitTransaction(QString &error) override;
  bool rollbackTransaction(QString &error) override;
  bool run(const std::string &sql, QString &error);
  void note_savepoint(const QString &sql);

  std::shared_ptr<SharedTransaction> shared_;
};

} // namespace cortege::qgis
