// What nearly every source of the plugin includes, compiled once.
#pragma once

#include "providers/pg/connection.hpp"

#include <QtCore>
#include <QtWidgets>
#include <qgisinterface.h>
#include <qgsapplication.h>
#include <qgsgeometry.h>
#include <qgsmapcanvas.h>
#include <qgsmessagebar.h>
#include <qgsproject.h>
#include <qgsrubberband.h>
#include <qgsvectorlayer.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
