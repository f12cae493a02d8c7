# The heavy headers below Qt Test, parsed once for all tests of core and once for those with widgets. (Qt Test itself
# depends on macros that differ from test to test.)
function(rotascope_test_headers name)
  file(CONFIGURE OUTPUT "${name}.cpp" CONTENT "int main() {}\n")
  add_executable(${name} EXCLUDE_FROM_ALL "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
  cmake_parse_arguments(ARG "" "" "LIBRARIES;HEADERS" ${ARGN})
  target_link_libraries(${name} PRIVATE rotascope_flags fmt::fmt ${ARG_LIBRARIES})
  target_precompile_headers(${name} PRIVATE
    <algorithm> <cmath> <functional> <memory> <optional> <span> <string> <vector>
    <QByteArray> <QDateTime> <QHash> <QList> <QMap> <QObject> <QSharedPointer> <QSize> <QString> <QUrl> <QVariant> ${ARG_HEADERS})
endfunction()
if(ROTASCOPE_GUI AND ROTASCOPE_PCH)
  rotascope_test_headers(rotascope_test_headers LIBRARIES Qt6::Core)
  rotascope_test_headers(rotascope_widget_test_headers LIBRARIES rotascope_ui
    HEADERS <QAbstractItemModel> <QIcon> <QLabel> <QPainter> <QTableView> <QWidget>)
endif()

# rotascope_qt_test(NAME SOURCE… [LIBRARIES …] [TIMEOUT seconds]): one Qt Test executable, run offscreen.
# Sources see the shared data's path as ROTASCOPE_SHARED and the repository's tests/data as ROTASCOPE_TEST_DATA.
function(rotascope_qt_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "LIBRARIES" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  add_executable(${name} ${ARG_UNPARSED_ARGUMENTS})
  set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  target_link_libraries(${name} PRIVATE rotascope_core rotascope_flags fmt::fmt Qt6::Test ${ARG_LIBRARIES})
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")
  target_compile_definitions(${name} PRIVATE
    ROTASCOPE_SHARED="${ROTASCOPE_SHARED}"
    ROTASCOPE_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
  if(ROTASCOPE_PCH)
    if(rotascope_ui IN_LIST ARG_LIBRARIES)
      target_precompile_headers(${name} REUSE_FROM rotascope_widget_test_headers)
    else()
      target_precompile_headers(${name} REUSE_FROM rotascope_test_headers)
    endif()
  endif()
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
endfunction()
