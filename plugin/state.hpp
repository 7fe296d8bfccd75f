#pragma once

#include "plugin/person.hpp"

namespace cortege::plugin {

/// What a profile is called, translated.
QString profile_name(const QString &profile);
/// Who is connected and where the convention is, in one line.
QString state_line(const Person &person);
/// What keeps the person from seeing or trusting what is shown; empty when all is well.
QString state_notice(const Person &person);

} // namespace cortege::plugin
