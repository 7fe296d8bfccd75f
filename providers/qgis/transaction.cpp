#include "providers/qgis/transaction.hpp"

#include "providers/qgis/sessions.hpp"
#include "providers/qgis/text.hpp"

#include <qgsdatasourceuri.h>

namespace cortege::qgis {

Transaction::Transaction(const QString &connection) : QgsTransaction(connection) {}

bool Transaction::run(const std::string &sql, QString &error) {
  try {
    if (!shared_)
      throw pg::Error(qgis::tr("The transaction is not open: start editing again."));
    const auto hold = shared_->hold();
    hold->exec(sql);
    return true;
  } catch (const pg::Error &failure) {
    error = from_utf8(failure.full());
    return false;
  }
}

bool Transaction::beginTransaction(QString &error, int) {
  try {
    shared_ = std::make_shared<SharedTransaction>(open_session(access_of(QgsDataSourceUri(mConnString))));
  } catch (const pg::Error &failure) {
    error = from_utf8(failure.full());
    return false;
  }
  return run("BEGIN", error);
}

bool Transaction::commitTransaction(QString &error) {
  try {
    const auto hold = shared_->hold();
    const auto result = hold->exec("COMMIT");
    if (std::string_view(PQcmdStatus(const_cast<PGresult *>(result.raw()))) == "COMMIT")
      return true;
    error = from_utf8(qgis::tr("The transaction had failed and was rolled back; nothing was saved."));
  } catch (const pg::Error &failure) {
    error = from_utf8(failure.full());
  }
  return false;
}

bool Transaction::rollbackTransaction(QString &error) {
  return run("ROLLBACK", error);
}

bool Transaction::executeSql(const QString &sql, QString &error, bool dirty, const QString &name) {
  if (!mTransactionActive)
    return false;
  QString own_error;
  if (dirty)
    createSavepoint(own_error);
  if (!run(sql.toStdString(), error)) {
    if (dirty)
      rollbackToSavepoint(savePoints().last(), own_error);
    return false;
  }
  if (dirty) {
    dirtyLastSavePoint();
    emit dirtied(sql, name);
  }
  return true;
}

} // namespace cortege::qgis
