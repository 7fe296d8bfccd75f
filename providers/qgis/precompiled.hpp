// The headers nearly every source of the provider reads, compiled once.
#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QString>
#include <QVariant>
#include <qgsapplication.h>
#include <qgscoordinatetransform.h>
#include <qgsdatasourceuri.h>
#include <qgsexpression.h>
#include <qgsexpressioncontext.h>
#include <qgsfeature.h>
#include <qgsfeatureiterator.h>
#include <qgsgeometry.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorlayer.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>
