#pragma once

#include <qgsprocessingprovider.h>

class QgsGeocoderInterface;

namespace cortege::plugin {

/// Cortège's algorithms in the toolbox, in models and in batches: the engine on any layer.
class ProcessingProvider : public QgsProcessingProvider {
  Q_OBJECT

public:
  /// `geocoder` must outlive the provider.
  explicit ProcessingProvider(QgsGeocoderInterface &geocoder) : geocoder_(geocoder) {}

  QString id() const override { return QStringLiteral("cortege"); }
  QString name() const override { return QStringLiteral("Cortège"); }
  QIcon icon() const override;
  void loadAlgorithms() override;

signals:
  /// An algorithm wrote a file, not a temporary one, from the platform's layers. From any thread.
  void fileWritten(const QString &what, qint64 rows, const QString &file);

private:
  QgsGeocoderInterface &geocoder_;
};

} // namespace cortege::plugin
