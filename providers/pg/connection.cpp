#include "providers/pg/connection.hpp"

#include "providers/pg/copy.hpp"
#include "providers/pg/quote.hpp"
#include "providers/pg/wait.hpp"

namespace cortege::pg {
namespace {

void receive_notice(void *handler, const PGresult *notice) {
  const auto &handle = *static_cast<NoticeHandler *>(handler);
  if (!handle)
    return;
  const char *message = PQresultErrorField(notice, PG_DIAG_MESSAGE_PRIMARY);
  const char *state = PQresultErrorField(notice, PG_DIAG_SQLSTATE);
  handle(Error(message == nullptr ? "" : message, state == nullptr ? "" : state));
}

std::string text_of(const char *text) {
  return text == nullptr ? std::string() : std::string(text);
}

} // namespace

Connection::Connection(const std::string &conninfo, const ConnectOptions &options)
    : handle_(connect(conninfo, options), &PQfinish), notice_(std::make_unique<NoticeHandler>()) {
  if (!handle_ || !alive())
    throw handle_ ? Error::from(handle_.get()) : Error("not enough memory to open a connection");
  PQsetNoticeReceiver(handle_.get(), &receive_notice, notice_.get());
  if (options.person)
    verify_person(*options.person);
}

void Connection::verify_person(const std::string &person) {
  // Reported by the server itself at connection: no round trip.
  const char *reported = PQparameterStatus(handle_.get(), "session_authorization");
  const std::string session =
      reported != nullptr ? reported : exec("SELECT session_user").value<std::string>();
  if (session == person)
    return;
  handle_.reset();
  throw NotTheirs("the server opened a session for '" + session + "' instead of '" + person
                  + "': it was closed; correct the server's user map (pg_ident.conf)");
}

Result Connection::checked(PGresult *result) const {
  Result owned(result);
  switch (PQresultStatus(result)) {
  case PGRES_COMMAND_OK:
  case PGRES_TUPLES_OK:
  case PGRES_SINGLE_TUPLE:
  case PGRES_EMPTY_QUERY:
  case PGRES_COPY_IN:
  case PGRES_COPY_OUT:
  case PGRES_PIPELINE_SYNC:
    return owned;
  case PGRES_PIPELINE_ABORTED:
    throw Error("the statement was skipped since an earlier one of its batch failed");
  default:
    throw result == nullptr ? Error::from(handle_.get()) : Error::from(result, handle_.get());
  }
}

Result Connection::exec(const std::string &sql) {
  if (!may_be_stopped())
    return checked(PQexec(handle_.get(), sql.c_str()));
  if (PQsendQuery(handle_.get(), sql.c_str()) == 0)
    throw Error::from(handle_.get());
  return checked(last_result());
}

Result Connection::exec(const std::string &sql, const Parameters &p, Format format) {
  if (!may_be_stopped())
    return checked(PQexecParams(handle_.get(), sql.c_str(), p.size(), p.types(), p.values(), p.lengths(),
                                p.formats(), static_cast<int>(format)));
  send(sql, p, format);
  return checked(last_result());
}

CopyIn Connection::copy_in(const std::string &sql) {
  const Result started = exec(sql);
  if (PQresultStatus(started.raw()) != PGRES_COPY_IN)
    throw Error("not a COPY … FROM STDIN statement");
  return CopyIn(*this);
}

void Connection::send(const std::string &sql, const Parameters &p, Format format) {
  if (PQsendQueryParams(handle_.get(), sql.c_str(), p.size(), p.types(), p.values(), p.lengths(), p.formats(),
                        static_cast<int>(format))
      == 0)
    throw Error::from(handle_.get());
  unsynced_ = true;
}

void Connection::send_row_by_row(const std::string &sql, const Parameters &parameters) {
  send(sql, parameters);
  row_by_row_ = PQsetSingleRowMode(handle_.get()) == 1;
}

void Connection::prepare(const std::string &name, const std::string &sql, const Parameters &types) {
  checked(PQprepare(handle_.get(), name.c_str(), sql.c_str(), types.size(), types.types()));
}

void Connection::send_prepared(const std::string &name, const Parameters &p, Format format) {
  if (PQsendQueryPrepared(handle_.get(), name.c_str(), p.size(), p.values(), p.lengths(), p.formats(),
                          static_cast<int>(format))
      == 0)
    throw Error::from(handle_.get());
  unsynced_ = true;
}

std::optional<Result> Connection::receive() {
  await();
  PGresult *result = PQgetResult(handle_.get());
  if (result == nullptr) {
    if (!alive())
      throw Error::from(handle_.get());
    return std::nullopt;
  }
  return checked(result);
}

bool Connection::ready() {
  if (PQconsumeInput(handle_.get()) == 0)
    throw Error::from(handle_.get());
  return PQisBusy(handle_.get()) == 0;
}

bool Connection::ready_within(std::chrono::milliseconds timeout) {
  if (PQisBusy(handle_.get()) == 0)
    return true;
  return wait_readable(handle_.get(), timeout) && ready();
}

void Connection::call_itself(const std::string &application) {
  // The server reports its name at each change, and at its undoing with a transaction.
  const char *reported = PQparameterStatus(handle_.get(), "application_name");
  if (!application.empty() && (reported == nullptr || application != reported))
    exec("SELECT set_config('application_name', $1, false)", application);
}

void Connection::listen(const std::string &channel) {
  exec("LISTEN " + quote(channel));
}

std::vector<Notification> Connection::notifications(std::chrono::milliseconds timeout) {
  std::vector<Notification> arrived;
  const auto collect = [&] {
    if (PQconsumeInput(handle_.get()) == 0)
      throw Error::from(handle_.get());
    while (PGnotify *notify = PQnotifies(handle_.get())) {
      arrived.push_back({text_of(notify->relname), text_of(notify->extra), notify->be_pid});
      PQfreemem(notify);
    }
  };
  collect();
  if (arrived.empty() && timeout.count() > 0 && wait_readable(handle_.get(), timeout))
    collect();
  return arrived;
}

void Connection::on_notice(NoticeHandler handler) {
  *notice_ = std::move(handler);
}

bool Connection::in_transaction() const {
  const auto status = PQtransactionStatus(handle_.get());
  return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE;
}

std::string Connection::user() const {
  return text_of(PQuser(handle_.get()));
}
std::string Connection::database() const {
  return text_of(PQdb(handle_.get()));
}

} // namespace cortege::pg
