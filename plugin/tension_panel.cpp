#include "plugin/tension_panel.hpp"

#include "engine/error.hpp"
#include "plugin/session.hpp"
#include "plugin/tension_sources.hpp"
#include "plugin/time_link.hpp"
#include "providers/tension/model_changes.hpp"
#include "providers/tension/model_file.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <qgisinterface.h>
#include <qgsapplication.h>
#include <qgsmapcanvas.h>
#include <qgsmessagebar.h>
#include <qgsproject.h>
#include <qgsrasterlayer.h>

namespace cortege::plugin {

namespace {

constexpr int settle = 350; // ms after the last change
constexpr int shown_of_digest = 12;

QDir model_folder() {
  return QDir(QgsApplication::prefixPath() + QStringLiteral("/share/cortege/metadata/tension"));
}

} // namespace

TensionPanel::TensionPanel(QgisInterface &qgis, Session &session, QWidget *parent)
    : QgsDockWidget(tr("Live tension"), parent), qgis_(qgis), session_(session),
      time_(new TimeLink(*qgis.mapCanvas(), this)), models_(new QComboBox(this)), frame_(new QComboBox(this)),
      about_(new QLabel(this)), notice_(new QLabel(this)), sources_(new TensionSources(this)),
      reset_(new QPushButton(tr("As the model says"), this)), play_(new QPushButton(tr("Animate"), this)),
      save_(new QPushButton(tr("Save as a layer…"), this)), from_(new QDateTimeEdit(this)),
      to_(new QDateTimeEdit(this)), live_(new QCheckBox(tr("Show on the map"), this)),
      body_(new QWidget(this)) {
  build();
  soon_.setSingleShot(true);
  soon_.setInterval(settle);
  connect(&soon_, &QTimer::timeout, this, &TensionPanel::preview);
  connect(models_, qOverload<int>(&QComboBox::currentIndexChanged), this, &TensionPanel::chooseModel);
  connect(sources_, &TensionSources::changed, this, &TensionPanel::changed);
  connect(reset_, &QPushButton::clicked, this, &TensionPanel::chooseModel);
  for (QDateTimeEdit *edit : {from_, to_})
    connect(edit, &QDateTimeEdit::dateTimeChanged, this, &TensionPanel::changed);
  connect(live_, &QCheckBox::toggled, this, &TensionPanel::preview);
  connect(play_, &QPushButton::clicked, this, &TensionPanel::play);
  connect(save_, &QPushButton::clicked, this, &TensionPanel::save);
  connect(time_, &TimeLink::playingChanged, this,
          [this](bool playing) { play_->setText(playing ? tr("Pause") : tr("Animate")); });
  connect(&session_, &Session::opened, this, &TensionPanel::showConnection);
  connect(&session_, &Session::closed, this, &TensionPanel::showConnection);
  listModels();
  showConnection();
}

void TensionPanel::listModels() {
  const QSignalBlocker silent(models_);
  for (const QFileInfo &file :
       model_folder().entryInfoList({QStringLiteral("*.toml")}, QDir::Files, QDir::Name))
    try {
      const auto model = tension::read_model(file.filePath().toStdString());
      models_->addItem(QString::fromStdString(model.title), file.completeBaseName());
    } catch (const engine::Error &error) {
      qgis_.messageBar()->pushWarning(tr("Cortège"), QString::fromUtf8(error.what()));
    }
  models_->setCurrentIndex(std::max(0, models_->findData(QStringLiteral("espace_public"))));
  chooseModel();
}

void TensionPanel::chooseModel() {
  if (models_->currentIndex() < 0)
    return;
  file_ = tension::read_model(
      model_folder().filePath(models_->currentData().toString() + QStringLiteral(".toml")).toStdString());
  sources_->show(file_);
  orderKeys();
  changed();
}

void TensionPanel::choosePeriod(int days) {
  const QDateTime today = QDate::currentDate().startOfDay();
  const QSignalBlocker silent(from_);
  from_->setDateTime(today);
  to_->setDateTime(today.addDays(days));
  changed();
}

engine::TensionModel TensionPanel::model() const {
  return tension::changed(file_, sources_->changes().toStdString());
}

bool TensionPanel::windowStands() const {
  return from_->dateTime() < to_->dateTime();
}

TensionChoice TensionPanel::choice() const {
  return {models_->currentData().toString(), sources_->changes(), from_->dateTime(), to_->dateTime()};
}

QString TensionPanel::title() const {
  const engine::TensionModel shown = model();
  QString title = QString::fromStdString(shown.title);
  if (shown.name != file_.name)
    title = tr("%1, changed").arg(title);
  return shown.status == "approuve" ? title : tr("%1 (exploratory)").arg(title);
}

void TensionPanel::describe() {
  const engine::TensionModel shown = model();
  const QString status =
      shown.status == "approuve" ? tr("Approved model") : tr("Exploratory: decides nothing");
  about_->setText(QStringLiteral("<b>%1</b><br>%2, <span style='font-family:monospace'>%3</span>")
                      .arg(status.toHtmlEscaped(), QString::fromStdString(shown.name).toHtmlEscaped(),
                           QString::fromStdString(shown.digest.substr(0, shown_of_digest))));
  about_->setToolTip(tr("Digest of the model: %1").arg(QString::fromStdString(shown.digest)));
  reset_->setEnabled(shown.name != file_.name);
  const bool reads = session_.connected() && session_.person()->platform;
  tell(!reads           ? tr("Connect to Cortège as a person who reads the platform.")
       : windowStands() ? QString()
                        : tr("The window ends before it starts: exchange its two dates."));
  for (QWidget *widget : std::initializer_list<QWidget *>{play_, save_, live_})
    widget->setEnabled(windowStands());
}

void TensionPanel::changed() {
  describe();
  if (live_->isChecked())
    soon_.start();
}

void TensionPanel::preview() {
  soon_.stop();
  QgsProject &project = *QgsProject::instance();
  if (!live_->isChecked()) {
    if (QgsRasterLayer *layer = preview_of(project))
      project.removeMapLayer(layer);
    return;
  }
  if (!session_.connected() || !windowStands())
    return;
  QString why;
  if (!show_preview(project, session_.settings(), choice(), title(), why))
    tell(why);
}

void TensionPanel::play() {
  if (time_->playing()) {
    time_->pause();
    return;
  }
  live_->setChecked(true);
  time_->play(QgsDateTimeRange(from_->dateTime(), to_->dateTime(), true, false),
              QgsInterval(frame_->currentData().toInt(), Qgis::TemporalUnit::Minutes));
}

void TensionPanel::showConnection() {
  body_->setEnabled(session_.connected() && session_.person()->platform);
  describe();
}

void TensionPanel::tell(const QString &text) {
  notice_->setText(text);
  notice_->setVisible(!text.isEmpty());
}

} // namespace cortege::plugin
