#pragma once

#include "plugin/event.hpp"

#include <QPointer>
#include <QScrollArea>
#include <QTimer>

class QgisInterface;
class QgsDateTimeEdit;
class QgsMapTool;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace cortege::plugin {

class AddressList;
class FootprintPanel;
class FootprintTool;
class MarchPanel;
class PickTool;
class RouteTool;
class Session;
struct Saved;

/// Where one event is entered or changed: Annexe 1's fields in their order, the map beside them. Keyboard
/// alone is enough; Ctrl+Enter saves. Nothing typed is lost when the database refuses.
class EventForm : public QWidget {
  Q_OBJECT

public:
  EventForm(QgisInterface &qgis, Session &session, const Event &event, QWidget *parent = nullptr);
  ~EventForm() override;

  /// The event as typed.
  Event event() const;
  bool touched() const { return touched_; }

signals:
  void saved(const Event &event);
  void left();

private:
  void build();
  void buildCounts(QFormLayout *form);
  void buildShape(QFormLayout *form);
  void fill(const Event &event);
  void connectAll();
  void touch();
  void shapeChanged();
  void check();
  void screen();
  void save();
  void receive(const Saved &saved);
  void settle(const Event &theirs);
  void pick(int row);
  void useTool(QgsMapTool *tool);
  void showOccupied();
  void showFirst();
  void warn(const QString &text);

  QgisInterface &qgis_;
  Session &session_;
  Event before_; ///< as opened or last saved
  bool touched_ = false;
  bool saving_ = false;
  bool shown_ = false; ///< the map was brought to the event
  QLabel *title_, *warning_, *privacy_, *todo_;
  QLineEdit *subject_;
  QPlainTextEdit *description_;
  AddressList *addresses_;
  QgsDateTimeEdit *begin_, *end_;
  QLineEdit *persons_expected_ = nullptr, *persons_declared_ = nullptr, *cars_expected_ = nullptr,
            *cars_declared_ = nullptr;
  QComboBox *organiser_ = nullptr, *theme_ = nullptr;
  MarchPanel *march_ = nullptr;
  FootprintPanel *footprint_ = nullptr;
  QPushButton *save_;
  std::unique_ptr<RouteTool> route_tool_;
  std::unique_ptr<FootprintTool> footprint_tool_;
  std::unique_ptr<PickTool> pick_tool_;
  QPointer<QgsMapTool> tool_before_;
  QTimer pause_;
};

} // namespace cortege::plugin
