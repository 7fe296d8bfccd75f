#pragma once

#include "engine/march/march.hpp"

#include <QDateTime>
#include <QTableWidget>

#include <optional>

namespace cortege::plugin {

/// When the head of a march reaches each of its places, and when each is free again.
class Timetable : public QTableWidget {
  Q_OBJECT

public:
  explicit Timetable(QWidget *parent = nullptr);

  /// Without a march nobody is counted: only the head is told, at `speed` in m/s.
  void show(const QStringList &places, const QList<double> &chainages, const QDateTime &begin, double speed,
            const std::optional<engine::March> &march);
};

engine::Instant to_instant(const QDateTime &time);
QDateTime to_local(engine::Instant at);

} // namespace cortege::plugin
