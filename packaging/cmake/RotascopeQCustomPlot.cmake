# QCustomPlot from the system where it is packaged (Debian, Ubuntu, vcpkg); elsewhere its pinned source archive is
# fetched, checked and built. It is never copied into the tree.
find_package(QCustomPlotQt6 QUIET)
if(TARGET QCustomPlotQt6::QCustomPlotQt6)
  add_library(rotascope_qcustomplot ALIAS QCustomPlotQt6::QCustomPlotQt6)
  return()
endif()
find_package(qcustomplot CONFIG QUIET)
if(TARGET qcustomplot)
  add_library(rotascope_qcustomplot ALIAS qcustomplot)
  return()
endif()
message(FATAL_ERROR "QCustomPlot for Qt 6 was not found. On Debian and Ubuntu: apt-get install libqcustomplot-dev.")
