# QGIS ships no CMake configuration. Defines QGIS::core, QGIS::gui, QGIS::analysis and QGIS_PLUGIN_DIR.
find_path(QGIS_INCLUDE_DIR qgsdataprovider.h PATH_SUFFIXES qgis HINTS "${QGIS_ROOT}/include" "$ENV{OSGEO4W_ROOT}/apps/qgis/include")
foreach(part core gui analysis)
  find_library(QGIS_${part}_LIBRARY qgis_${part} HINTS "${QGIS_ROOT}/lib" "$ENV{OSGEO4W_ROOT}/apps/qgis/lib")
endforeach()
find_path(QGIS_PLUGIN_DIR NAMES libprovider_wms.so provider_wms.dll PATHS /usr/lib/qgis/plugins "${QGIS_ROOT}/plugins")

if(QGIS_INCLUDE_DIR)
  file(STRINGS "${QGIS_INCLUDE_DIR}/qgsconfig.h" _version REGEX "define VERSION \"")
  string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" QGIS_VERSION "${_version}")
endif()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(QGIS REQUIRED_VARS QGIS_INCLUDE_DIR QGIS_core_LIBRARY QGIS_gui_LIBRARY VERSION_VAR QGIS_VERSION)

# Under Qt 6 the headers of a Qt 5 QGIS still compile; its libraries must not be linked, and a module needs none.
foreach(part core gui analysis)
  if(QGIS_FOUND AND NOT TARGET QGIS::${part})
    add_library(QGIS::${part} INTERFACE IMPORTED)
    target_include_directories(QGIS::${part} SYSTEM INTERFACE ${QGIS_INCLUDE_DIR})
    if(NOT CORTEGE_QT6)
      target_link_libraries(QGIS::${part} INTERFACE ${QGIS_${part}_LIBRARY})
    endif()
  endif()
endforeach()
