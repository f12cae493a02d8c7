# rotascope_qt_test(NAME SOURCE… [LIBRARIES …] [TIMEOUT seconds]): one Qt Test executable, run offscreen.
# Sources see the shared data's path as ROTASCOPE_SHARED and the repository's tests/data as ROTASCOPE_TEST_DATA.
function(rotascope_qt_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "LIBRARIES" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  add_executable(${name} ${ARG_UNPARSED_ARGUMENTS})
  set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  target_link_libraries(${name} PRIVATE rotascope_core rotascope_flags fmt::fmt-header-only Qt6::Test ${ARG_LIBRARIES})
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")
  target_compile_definitions(${name} PRIVATE
    ROTASCOPE_SHARED="${ROTASCOPE_SHARED}"
    ROTASCOPE_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
endfunction()
