#include "providers/qgis/decode_nested.hpp"

#include "providers/qgis/binary.hpp"
#include "providers/qgis/decode.hpp"
#include "providers/qgis/text.hpp"

#include <QRegularExpression>
#include <qgsjsonutils.h>

#include <vector>

namespace cortege::qgis {
namespace {

class ArrayReader {
public:
  ArrayReader(Kind element, std::string_view bytes) : element_(element), bytes_(bytes) {}

  QVariantList read() {
    const int dimensions = integer();
    integer(); // whether some element is NULL
    integer(); // the element's type, known from the catalogue
    for (int i = 0; i < dimensions; ++i) {
      lengths_.push_back(integer());
      integer(); // the lower bound
    }
    return dimensions == 0 ? QVariantList() : level(0);
  }

private:
  std::int32_t integer() {
    if (bytes_.size() - at_ < 4)
      return 0;
    at_ += 4;
    return network<std::int32_t>(bytes_.data() + at_ - 4);
  }
  QVariantList level(std::size_t dimension) {
    QVariantList list;
    for (int i = 0; i < lengths_[dimension]; ++i)
      list << (dimension + 1 < lengths_.size() ? QVariant(level(dimension + 1)) : element());
    return list;
  }
  QVariant element() {
    const auto size = integer();
    if (size < 0)
      return {};
    const auto value = bytes_.substr(at_, static_cast<std::size_t>(size));
    at_ += value.size();
    return decode_scalar(element_, value);
  }

  Kind element_;
  std::string_view bytes_;
  std::size_t at_ = 0;
  std::vector<int> lengths_;
};

QString unescaped(QString text) {
  return text.replace(QLatin1String("\\\""), QLatin1String("\""))
      .replace(QLatin1String("\\\\"), QLatin1String("\\"));
}

} // namespace

QVariant json_value(std::string_view text) {
  return QgsJsonUtils::parseJson(std::string(text));
}

QVariant array_value(const Column &column, std::string_view bytes) {
  const QVariantList list = ArrayReader(column.element, bytes).read();
  if (column.metatype() != QMetaType::Type::QStringList)
    return list;
  QStringList texts;
  for (const QVariant &value : list)
    texts << value.toString();
  return texts;
}

QVariant hstore_value(std::string_view text) {
  static const QRegularExpression pair(
      QStringLiteral(R"rx("((?:[^"\\]|\\.)*)"=>(?:NULL|"((?:[^"\\]|\\.)*)"))rx"));
  QVariantMap map;
  auto matches = pair.globalMatch(from_utf8(text));
  while (matches.hasNext()) {
    const auto match = matches.next();
    map.insert(unescaped(match.captured(1)),
               match.capturedStart(2) < 0 ? QVariant() : QVariant(unescaped(match.captured(2))));
  }
  return map;
}

} // namespace cortege::qgis
