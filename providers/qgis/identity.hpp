#pragma once

#include <QString>

#include <optional>

namespace cortege::qgis {

/// Whose rows are asked for. On the desktop the connection's own login decides and person is empty; under a
/// server it is the person the web server authenticated for the request being served.
struct Identity {
  bool server = false;
  QString person;

  /// False under a server when the request names nobody: everything is refused.
  bool known() const { return !server || !person.isEmpty(); }
};

/// The identity at this moment, on this thread. Under QGIS Server it is read from CORTEGE_USER, which FastCGI
/// sets anew for each request; so it is taken when a feature source is made, on the request's thread, and
/// travels with it.
Identity current_identity();

/// Serves as this person on this thread while it lives. For programs that serve several persons from threads.
class PersonScope {
public:
  explicit PersonScope(const QString &person);
  ~PersonScope();
  PersonScope(const PersonScope &) = delete;
  PersonScope &operator=(const PersonScope &) = delete;

private:
  std::optional<QString> previous_;
};

} // namespace cortege::qgis
