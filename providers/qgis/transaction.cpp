#include "providers/qgis/transaction.hpp"

#include "providers/qgis/sessions.hpp"
#include "providers/qgis/text.hpp"

#include <QRegularExpression>
#include <qgsdatasourceuri.h>

namespace cortege::qgis {

Transaction::Transaction(const QString &connection) : QgsTransaction(connection) {}

void SharedTransaction::savepoint_restored(const QString &name) {
  const auto kept = savepoints_.indexOf(name) + 1; // a savepoint gone back to still stands
  savepoints_.erase(savepoints_.begin() + kept, savepoints_.end());
  for (const auto &layer : layers_)
    if (const auto state = layer.lock())
      state->versions.undone_to(depth() == 0 ? 0 : depth() - 1);
}

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

// QGIS sets and restores savepoints by statements of its own.
void Transaction::note_savepoint(const QString &sql) {
  static const QRegularExpression savepoint(QStringLiteral("^(ROLLBACK TO )?SAVEPOINT (.+)$"));
  const auto match = savepoint.match(sql.trimmed());
  if (!match.hasMatch())
    return;
  if (match.captured(1).isEmpty())
    shared_->savepoint_set(match.captured(2));
  else
    shared_->savepoint_restored(match.captured(2));
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
  note_savepoint(sql);
  if (dirty) {
    dirtyLastSavePoint();
    emit dirtied(sql, name);
  }
  return true;
}

} // namespace cortege::qgis
