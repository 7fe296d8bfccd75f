#include "providers/qgis/tension/tension_style.hpp"

#include "providers/qgis/text.hpp"

#include <QDomDocument>
#include <QLocale>
#include <qgscolorrampshader.h>
#include <qgsrastershader.h>
#include <qgssinglebandpseudocolorrenderer.h>

#include <cmath>
#include <limits>

namespace cortege::qgis {
namespace {

constexpr int opacity = 225; // streets show through

QColor translucent(const std::string &name) {
  QColor colour(from_utf8(name));
  colour.setAlpha(opacity);
  return colour;
}

// A layer's words are the database's, French, whatever the workstation's.
// A discrete class ends at its value, that value included: each ends just below the next level's threshold.
QList<QgsColorRampShader::ColorRampItem> classes(const engine::TensionModel &model) {
  const auto below = [](double threshold) { return std::nextafter(static_cast<float>(threshold), 0.0F); };
  const auto number = [](double threshold) { return QLocale(QLocale::French).toString(threshold, 'g', 6); };
  QList<QgsColorRampShader::ColorRampItem> items{
      {below(model.levels.front().threshold), QColor(255, 255, 255, 0),
       QStringLiteral("Moins de %1/ha").arg(number(model.levels.front().threshold))}};
  for (std::size_t i = 0; i < model.levels.size(); ++i) {
    const engine::TensionLevel &level = model.levels[i];
    const bool last = i + 1 == model.levels.size();
    items << QgsColorRampShader::ColorRampItem(
        last ? std::numeric_limits<double>::infinity() : below(model.levels[i + 1].threshold),
        translucent(level.colour),
        QStringLiteral("%1 (dès %2/ha)").arg(from_utf8(level.name), number(level.threshold)));
  }
  return items;
}

} // namespace

QString tension_style(const engine::TensionModel &model) {
  auto *ramp = new QgsColorRampShader(0, model.levels.back().threshold, nullptr,
                                      Qgis::ShaderInterpolationMethod::Discrete);
  ramp->setColorRampItemList(classes(model));
  auto *shader = new QgsRasterShader;
  shader->setRasterShaderFunction(ramp);
  QgsSingleBandPseudoColorRenderer renderer(nullptr, 1, shader);
  renderer.setClassificationMin(0);
  renderer.setClassificationMax(model.levels.back().threshold);
  QDomDocument document;
  QDomElement root = document.createElement(QStringLiteral("qgis"));
  QDomElement temporal = document.createElement(QStringLiteral("temporal"));
  temporal.setAttribute(QStringLiteral("enabled"), 1);
  temporal.setAttribute(QStringLiteral("mode"),
                        static_cast<int>(Qgis::RasterTemporalMode::TemporalRangeFromDataProvider));
  QDomElement pipe = document.createElement(QStringLiteral("pipe"));
  renderer.writeXml(document, pipe);
  root.appendChild(temporal);
  root.appendChild(pipe);
  document.appendChild(root);
  return document.toString();
}

} // namespace cortege::qgis
