#pragma once

#include "plugin/event.hpp"

#include <QLabel>

namespace cortege::plugin {

class Session;

/// What the last crash left unsaved is offered, not imposed; nothing is shown when there is nothing.
class DraftsBanner : public QLabel {
  Q_OBJECT

public:
  DraftsBanner(Session &session, QWidget *parent = nullptr);

  /// Shows the person's drafts, when they are wanted; those whose time is over go.
  void offer(bool wanted);

signals:
  void taken(const cortege::plugin::Event &event, const QString &draft);

private:
  void show();
  void follow(const QString &link);

  Session &session_;
  bool wanted_ = false;
  bool unlocked_ = false; ///< the master password was given
};

} // namespace cortege::plugin
