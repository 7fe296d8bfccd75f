#include "engine/io/gdal_errors.hpp"

#include <cpl_error.h>
#include <gdal.h>

namespace cortege::engine {

GdalErrors::GdalErrors() {
  GDALAllRegister();
  const auto keep = [](CPLErr level, CPLErrorNum, const char *message) {
    auto *errors = static_cast<GdalErrors *>(CPLGetErrorHandlerUserData());
    if (level >= CE_Failure && errors->first_.empty())
      errors->first_ = message;
  };
  CPLPushErrorHandlerEx(keep, this);
}

GdalErrors::~GdalErrors() {
  CPLPopErrorHandler();
}

} // namespace cortege::engine
