# Third-party packages. Names differ between Debian, vcpkg and Homebrew; the differences end here.
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(tl-expected REQUIRED)
find_package(FastFloat REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(SQLite3 REQUIRED)

find_path(BOOST_HEADERS boost/math/distributions/students_t.hpp REQUIRED)
add_library(rotascope_boost INTERFACE)
target_include_directories(rotascope_boost SYSTEM INTERFACE "${BOOST_HEADERS}")

if(ROTASCOPE_GUI)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets PrintSupport Concurrent)
  include(RotascopeQCustomPlot)
endif()
