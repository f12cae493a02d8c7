# QCustomPlot from the system where it is packaged with a CMake target (Debian, Ubuntu); elsewhere (Homebrew has none,
# vcpkg's has no CMake package) its pinned source archive is fetched, checked and built. It is never copied into the tree.
find_package(QCustomPlotQt6 QUIET)
if(TARGET QCustomPlotQt6::QCustomPlotQt6)
  add_library(rotascope_qcustomplot ALIAS QCustomPlotQt6::QCustomPlotQt6)
  return()
endif()

# Offline: -DFETCHCONTENT_SOURCE_DIR_QCUSTOMPLOT=<folder with qcustomplot.cpp and qcustomplot.h>.
# The hash is the one that nixpkgs (qcustomplot), xmake-repo and Termux record independently for this archive.
include(FetchContent)
FetchContent_Declare(qcustomplot
  URL https://www.qcustomplot.com/release/2.1.1/QCustomPlot-source.tar.gz
  URL_HASH SHA256=5e2d22dec779db8f01f357cbdb25e54fbcf971adaee75eae8d7ad2444487182f
  DOWNLOAD_EXTRACT_TIMESTAMP ON)
FetchContent_MakeAvailable(qcustomplot)

add_library(rotascope_qcustomplot STATIC "${qcustomplot_SOURCE_DIR}/qcustomplot.cpp" "${qcustomplot_SOURCE_DIR}/qcustomplot.h")
set_target_properties(rotascope_qcustomplot PROPERTIES AUTOMOC ON)
target_compile_features(rotascope_qcustomplot PRIVATE cxx_std_17)
target_include_directories(rotascope_qcustomplot SYSTEM PUBLIC "${qcustomplot_SOURCE_DIR}")
target_link_libraries(rotascope_qcustomplot PUBLIC Qt6::Widgets Qt6::PrintSupport)
# Somebody else's code: its warnings are not ours to silence one by one.
target_compile_options(rotascope_qcustomplot PRIVATE $<IF:$<CXX_COMPILER_ID:MSVC>,/w,-w>)
