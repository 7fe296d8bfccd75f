# build/bin holds the programs and build/prefix a QGIS prefix with our modules beside the system's:
# QGIS_PREFIX_PATH=build/prefix makes python, desktop and server load them without installing.
# QGIS skips symbolic links among plugins, so modules are copied; data folders are linked.
if(CORTEGE_QT6 OR CORTEGE_SANITIZE OR CORTEGE_TSAN)
  set(CORTEGE_STAGE OFF)
else()
  set(CORTEGE_STAGE ON)
endif()
set(CORTEGE_PREFIX "${CMAKE_SOURCE_DIR}/build/prefix")
set(CORTEGE_MODULES "${CORTEGE_PREFIX}/lib/qgis/plugins")
set(CORTEGE_DATA "${CORTEGE_PREFIX}/share/cortege")

if(CORTEGE_STAGE)
  set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_SOURCE_DIR}/build/bin")
  file(MAKE_DIRECTORY "${CORTEGE_MODULES}" "${CORTEGE_PREFIX}/share" "${CORTEGE_PREFIX}/lib/qgis" "${CORTEGE_DATA}")
  file(GLOB _modules "${QGIS_PLUGIN_DIR}/lib*.so")
  file(COPY ${_modules} DESTINATION "${CORTEGE_MODULES}")
  foreach(link share/qgis lib/qgis/server)
    if(NOT EXISTS "${CORTEGE_PREFIX}/${link}" AND EXISTS "/usr/${link}")
      file(CREATE_LINK "/usr/${link}" "${CORTEGE_PREFIX}/${link}" SYMBOLIC)
    endif()
  endforeach()
  # QGIS looks for its Python support under its prefix; without it there is no Python, no Processing, no driver.
  find_library(QGIS_python_LIBRARY qgispython HINTS "${QGIS_ROOT}/lib")
  if(QGIS_python_LIBRARY AND NOT EXISTS "${CORTEGE_PREFIX}/lib/libqgispython.so")
    file(CREATE_LINK "${QGIS_python_LIBRARY}" "${CORTEGE_PREFIX}/lib/libqgispython.so" SYMBOLIC)
  endif()
  foreach(data schema:providers/schema styles:styles metadata:metadata guide:docs/guide publish:server/project)
    string(REPLACE ":" ";" _pair ${data})
    list(GET _pair 0 _name)
    list(GET _pair 1 _source)
    if(EXISTS "${CMAKE_SOURCE_DIR}/${_source}" AND NOT EXISTS "${CORTEGE_DATA}/${_name}")
      file(CREATE_LINK "${CMAKE_SOURCE_DIR}/${_source}" "${CORTEGE_DATA}/${_name}" SYMBOLIC)
    endif()
  endforeach()
endif()

# What people use, without the tests: scripts/build release product
add_custom_target(product)

# A module QGIS loads from its plugin folder, staged each time it is linked.
function(cortege_qgis_module target)
  set_target_properties(${target} PROPERTIES PREFIX lib)
  add_dependencies(product ${target})
  if(CORTEGE_STAGE)
    add_custom_command(TARGET ${target} POST_BUILD
      COMMAND ${CMAKE_COMMAND} -E copy $<TARGET_FILE:${target}> "${CORTEGE_MODULES}/" VERBATIM)
  endif()
  if(NOT CORTEGE_QT6)
    install(TARGETS ${target} LIBRARY DESTINATION lib/qgis/plugins)
  endif()
endfunction()
