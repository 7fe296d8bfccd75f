#pragma once

#include <qgsprocessingprovider.h>

namespace cortege::plugin {

/// Cortège's algorithms in the toolbox, in models and in batches: the engine on any layer.
class ProcessingProvider : public QgsProcessingProvider {
  Q_OBJECT

public:
  using QgsProcessingProvider::QgsProcessingProvider;

  QString id() const override { return QStringLiteral("cortege"); }
  QString name() const override { return QStringLiteral("Cortège"); }
  QIcon icon() const override;
  void loadAlgorithms() override;
};

} // namespace cortege::plugin
