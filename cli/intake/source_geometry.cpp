// A row's geometry, as the database takes it.
#include "cli/intake/source.hpp"
#include "cli/intake/values.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace cortege::intake {

namespace {

constexpr int lambert93_srid = 2154;

double coordinate(const Row &row, int field) {
  const std::string text = row.text(field);
  if (text.empty())
    throw Rejected("coordonnées absentes");
  const auto number = to_number(text);
  if (!number)
    throw Rejected(fmt::format("coordonnée illisible : {}", text));
  return *number;
}

bool finite(const OGREnvelope &box) {
  return std::isfinite(box.MinX) && std::isfinite(box.MinY) && std::isfinite(box.MaxX)
         && std::isfinite(box.MaxY);
}

/// A self-crossing polygon is mended when mending keeps what it is.
std::unique_ptr<OGRGeometry> made_valid(std::unique_ptr<OGRGeometry> geometry) {
  const int dimension = geometry->getDimension();
  if (dimension < 2 || geometry->IsValid() != 0)
    return geometry;
  std::unique_ptr<OGRGeometry> mended(geometry->MakeValid());
  if (mended && OGR_GT_IsSubClassOf(mended->getGeometryType(), wkbGeometryCollection)
      && wkbFlatten(mended->getGeometryType()) == wkbGeometryCollection) {
    auto polygons = std::make_unique<OGRMultiPolygon>();
    for (const OGRGeometry *part : mended->toGeometryCollection())
      if (part->getDimension() == dimension)
        OGR_G_AddGeometry(OGRGeometry::ToHandle(polygons.get()),
                          OGRGeometry::ToHandle(const_cast<OGRGeometry *>(part)));
    mended = std::move(polygons);
  }
  if (!mended || mended->IsEmpty() != 0 || mended->getDimension() != dimension)
    throw Rejected("polygone impossible : son contour se recoupe");
  return mended;
}

void append_hex(std::string &hex, const unsigned char *bytes, std::size_t count) {
  constexpr std::string_view digits = "0123456789abcdef";
  for (std::size_t i = 0; i < count; ++i) {
    hex += digits[bytes[i] >> 4U];
    hex += digits[bytes[i] & 15U];
  }
}

/// PostGIS's own form: WKB whose first header says the reference system.
std::string ewkb(const OGRGeometry &geometry) {
  std::vector<unsigned char> wkb(geometry.WkbSize());
  geometry.exportToWkb(wkbNDR, wkb.data());
  constexpr std::size_t header = 5;
  wkb[4] |= 0x20U;
  std::string hex;
  hex.reserve(wkb.size() * 2 + 8);
  append_hex(hex, wkb.data(), header);
  const std::array<unsigned char, 4> srid{lambert93_srid & 255, lambert93_srid >> 8, 0, 0};
  append_hex(hex, srid.data(), srid.size());
  append_hex(hex, wkb.data() + header, wkb.size() - header);
  return hex;
}

} // namespace

std::unique_ptr<OGRGeometry> Source::raw_geometry() const {
  if (x_ >= 0) {
    const Row row(*feature_, options_);
    return std::make_unique<OGRPoint>(coordinate(row, x_), coordinate(row, y_));
  }
  std::unique_ptr<OGRGeometry> geometry(feature_->StealGeometry());
  if (!geometry || geometry->IsEmpty() != 0)
    throw Rejected("géométrie absente");
  if (geometry->hasCurveGeometry() != 0)
    geometry.reset(geometry->getLinearGeometry());
  geometry->flattenTo2D();
  return geometry;
}

std::string Source::geometry() {
  std::unique_ptr<OGRGeometry> geometry = raw_geometry();
  OGREnvelope box;
  geometry->getEnvelope(&box);
  if (!finite(box) || (geographic_ && (box.MinX < -180 || box.MaxX > 180 || box.MinY < -90 || box.MaxY > 90)))
    throw Rejected("coordonnées impossibles");
  if (transformation_ && geometry->transform(transformation_.get()) != OGRERR_NONE) {
    CPLErrorReset(); // one row's trouble is not the source's
    throw Rejected("coordonnées hors du domaine de Lambert-93");
  }
  geometry->getEnvelope(&envelope_);
  if (!finite(envelope_))
    throw Rejected("coordonnées hors du domaine de Lambert-93");
  geometry = made_valid(std::move(geometry));
  dimension_ = geometry->getDimension();
  return ewkb(*geometry);
}

} // namespace cortege::intake
