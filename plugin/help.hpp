#pragma once

#include <QString>

class QWidget;

namespace cortege::plugin {

/// Opens the guide (docs/guide) at the section whose title begins so; F1 asks for what is on screen.
void show_help(QWidget *parent, const QString &page, const QString &section);

} // namespace cortege::plugin
