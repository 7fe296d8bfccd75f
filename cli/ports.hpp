#pragma once

namespace cortege::cli {

/// True when nobody listens on this port of the loopback.
bool port_free(int port);

/// The first free port from 54320 on, away from PostgreSQL's own. Throws Error when two hundred are taken.
int free_port();

/// True when a program takes connections on this port of the loopback.
bool port_answers(int port);

} // namespace cortege::cli
