# Third-party packages. Names differ between Debian, Ubuntu, vcpkg and Homebrew; the differences end here.
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(ZLIB REQUIRED)
find_package(SQLite3 3.37 REQUIRED) # STRICT tables

# zstd ships its CMake package on some systems only.
find_path(ZSTD_HEADERS zstd.h REQUIRED)
find_library(ZSTD_LIBRARY NAMES zstd zstd_static REQUIRED)
add_library(rotascope_zstd INTERFACE)
target_include_directories(rotascope_zstd SYSTEM INTERFACE "${ZSTD_HEADERS}")
target_link_libraries(rotascope_zstd INTERFACE "${ZSTD_LIBRARY}")

# rotascope_header_library(PACKAGE TARGET HEADER): a header-only library by its CMake package, or by its header where
# the system ships none.
function(rotascope_header_library package target header)
  find_package(${package} CONFIG QUIET)
  if(TARGET ${target})
    set(${package}_VERSION "${${package}_VERSION}" PARENT_SCOPE)
    return()
  endif()
  find_path(${package}_HEADERS "${header}" REQUIRED)
  add_library(${target} INTERFACE IMPORTED GLOBAL)
  target_include_directories(${target} INTERFACE "${${package}_HEADERS}")
endfunction()
rotascope_header_library(tl-expected tl::expected tl/expected.hpp)
rotascope_header_library(FastFloat FastFloat::fast_float fast_float/fast_float.h)
rotascope_header_library(nlohmann_json nlohmann_json::nlohmann_json nlohmann/json.hpp)
rotascope_header_library(CLI11 CLI11::CLI11 CLI/CLI.hpp)

find_path(BOOST_HEADERS boost/math/distributions/students_t.hpp REQUIRED)
add_library(rotascope_boost INTERFACE)
target_include_directories(rotascope_boost SYSTEM INTERFACE "${BOOST_HEADERS}")

if(ROTASCOPE_GUI)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets PrintSupport Concurrent)
  include(RotascopeQCustomPlot)
endif()
