#include "providers/qgis/form_functions.hpp"

#include "providers/qgis/provider.hpp"
#include "providers/qgis/text.hpp"

#include <qgsexpression.h>
#include <qgsexpressioncontext.h>
#include <qgsexpressionfunction.h>
#include <qgsvectorlayer.h>

namespace cortege::qgis {
namespace {

const QString function_name = QStringLiteral("cortege_modifiable");

class Modifiable : public QgsExpressionFunction {
public:
  Modifiable()
      : QgsExpressionFunction(function_name, 0, QStringLiteral("Cortège"),
                              sentence("Whether you may change the current row.")) {}

  QVariant func(const QVariantList &, const QgsExpressionContext *context, QgsExpression *,
                const QgsExpressionNodeFunction *) override {
    if (context == nullptr || !context->hasFeature())
      return {};
    const auto layer = context->variable(QStringLiteral("layer")).value<QgsWeakMapLayerPointer>();
    const auto *vector = qobject_cast<QgsVectorLayer *>(layer.data());
    const auto *provider =
        vector == nullptr ? nullptr : dynamic_cast<const Provider *>(vector->dataProvider());
    if (provider == nullptr)
      return {};
    const QgsFeatureId id = context->feature().id();
    return id < 0 || provider->whyNotEditable(id).isEmpty(); // a new row is the person's own
  }
  // The answer is the row's: never computed ahead.
  bool isStatic(const QgsExpressionNodeFunction *, QgsExpression *,
                const QgsExpressionContext *) const override {
    return false;
  }
};

} // namespace

void register_form_functions() {
  if (QgsExpression::functionIndex(function_name) < 0)
    QgsExpression::registerFunction(new Modifiable, true);
}

} // namespace cortege::qgis
