#pragma once

#include <QString>

namespace cortege::plugin {

class Session;
struct Person;

/// Who is connected and where the convention is, in one line.
QString state_line(const Person &person);
/// What keeps the person from seeing or trusting what is shown; empty when all is well.
QString state_notice(const Session &session);

} // namespace cortege::plugin
