# One place for the language, the warnings and the sanitizers.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CORTEGE_CCACHE ccache)
if(CORTEGE_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
    CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_PCH_EXTSUM=1 ${CMAKE_CURRENT_LIST_DIR}/compile_cached)
endif()

add_library(cortege_language INTERFACE)
add_library(cortege::language ALIAS cortege_language)
if(MSVC)
  target_compile_options(cortege_language INTERFACE /W4 /utf-8 $<$<BOOL:${CORTEGE_WERROR}>:/WX>)
else()
  target_compile_options(cortege_language INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
    $<$<BOOL:${CORTEGE_WERROR}>:-Werror>)
  if(CORTEGE_CCACHE)
    # ccache can only share objects built with a precompiled header when the compiler leaves out its timestamp.
    target_compile_options(cortege_language INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  endif()
endif()
# Under the sanitizers GCC 12 takes members of std::regex for uninitialised: its manual warns of such false alarms.
if(CORTEGE_SANITIZE)
  target_compile_options(cortege_language INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
    -fno-omit-frame-pointer)
  target_link_options(cortege_language INTERFACE -fsanitize=address,undefined)
endif()
if(CORTEGE_TSAN)
  target_compile_options(cortege_language INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
  target_link_options(cortege_language INTERFACE -fsanitize=thread)
endif()
