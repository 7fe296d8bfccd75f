#include "providers/qgis/wkb.hpp"

#include <QByteArray>
#include <qgspoint.h>
#include <qgswkbtypes.h>

#include <cstdint>
#include <cstring>
#include <memory>

namespace cortege::qgis {
namespace {

constexpr std::uint32_t z_flag = 0x80000000u, m_flag = 0x40000000u, srid_flag = 0x20000000u;

/// Copies EWKB into ISO WKB, which numbers Z and M otherwise and has no SRID. Knows where headers stand from
/// the types.
class IsoWriter {
public:
  explicit IsoWriter(std::string_view source) : source_(source) {
    iso_.reserve(static_cast<int>(source.size()));
  }

  bool run() { return geometry() && at_ == source_.size(); }
  const QByteArray &iso() const { return iso_; }

private:
  bool take(void *into, std::size_t size) {
    if (source_.size() - at_ < size)
      return false;
    std::memcpy(into, source_.data() + at_, size);
    at_ += size;
    return true;
  }
  bool copy(std::size_t size) {
    if (source_.size() - at_ < size)
      return false;
    iso_.append(source_.data() + at_, static_cast<int>(size));
    at_ += size;
    return true;
  }
  bool counted(std::uint32_t &count) {
    if (source_.size() - at_ < sizeof count)
      return false;
    std::memcpy(&count, source_.data() + at_, sizeof count);
    return copy(sizeof count) && count <= source_.size();
  }
  bool points(std::size_t dimension) {
    std::uint32_t count = 0;
    return counted(count) && copy(count * dimension * sizeof(double));
  }
  bool rings(std::size_t dimension) {
    std::uint32_t count = 0;
    if (!counted(count))
      return false;
    for (std::uint32_t i = 0; i < count; ++i)
      if (!points(dimension))
        return false;
    return true;
  }
  bool parts() {
    std::uint32_t count = 0;
    if (!counted(count) || ++depth_ > 32)
      return false;
    for (std::uint32_t i = 0; i < count; ++i)
      if (!geometry())
        return false;
    --depth_;
    return true;
  }
  bool geometry() {
    std::uint32_t header = 0;
    std::int32_t srid = 0;
    if (!copy(1) || iso_.at(iso_.size() - 1) != 1 || !take(&header, sizeof header))
      return false;
    if ((header & srid_flag) != 0 && !take(&srid, sizeof srid))
      return false;
    const bool z = (header & z_flag) != 0, m = (header & m_flag) != 0;
    const std::uint32_t flat = header & 0xffffu;
    // QGIS has neither polyhedral surfaces nor TINs: both are read as multi-polygons of their faces.
    const std::uint32_t readable = flat == 15 || flat == 16 ? 6 : flat == 17 ? 3 : flat;
    const std::uint32_t type = readable + (z ? 1000u : 0u) + (m ? 2000u : 0u);
    iso_.append(reinterpret_cast<const char *>(&type), sizeof type);
    const std::size_t dimension = 2u + (z ? 1u : 0u) + (m ? 1u : 0u);
    switch (flat) {
    case 1:
      return copy(dimension * sizeof(double));
    case 2:
    case 8:
      return points(dimension);
    case 3:
    case 17:
      return rings(dimension);
    default:
      return parts();
    }
  }

  std::string_view source_;
  QByteArray iso_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

constexpr std::size_t plain_point = 25; // order, type, SRID, x, y

} // namespace

QgsGeometry geometry_from_ewkb(std::string_view ewkb) {
  std::uint32_t header = 0;
  if (ewkb.size() == plain_point) {
    std::memcpy(&header, ewkb.data() + 1, sizeof header);
    if (ewkb[0] == 1 && header == (1u | srid_flag)) {
      double xy[2];
      std::memcpy(xy, ewkb.data() + 9, sizeof xy);
      return QgsGeometry(std::make_unique<QgsPoint>(Qgis::WkbType::Point, xy[0], xy[1]));
    }
  }
  IsoWriter writer(ewkb);
  QgsGeometry geometry;
  if (writer.run())
    geometry.fromWkb(writer.iso());
  return geometry;
}

} // namespace cortege::qgis
