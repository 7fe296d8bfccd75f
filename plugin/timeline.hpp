#pragma once

#include <QDate>
#include <QList>
#include <QWidget>

#include <array>

namespace cortege::plugin {

/// The days that something takes; an invalid last day is the first.
struct DaySpan {
  QDate first, last;
};

/// Thirty days at a glance: a column for each day, as high as events are many; click a day to go to it.
class Timeline : public QWidget {
  Q_OBJECT

public:
  explicit Timeline(QWidget *parent = nullptr);

  void show(const QDate &first, const QList<DaySpan> &spans);
  int count(int day) const { return counts_[std::size_t(day)]; }
  /// The day the map shows; invalid for none.
  void setCurrent(const QDate &day);
  QSize sizeHint() const override { return {300, 62}; }
  QSize minimumSizeHint() const override { return {150, 62}; }

  static constexpr int days = 30;

signals:
  void dayChosen(const QDate &day);
  /// The wheel asks for other days.
  void scrolled(int days);

protected:
  void paintEvent(QPaintEvent *event) override;
  void mousePressEvent(QMouseEvent *event) override;
  void wheelEvent(QWheelEvent *event) override;
  bool event(QEvent *event) override;

private:
  int dayAt(int x) const;

  QDate first_ = QDate::currentDate();
  QDate current_;
  std::array<int, days> counts_{};
};

} // namespace cortege::plugin
