# rotascope_benchmark(NAME SOURCE… [LIBRARIES …]): one program that measures and prints, built only on demand.
# `benchmarks` builds them all into <build>/benchmarks; ./dev bench runs what names.txt there lists. Where Qt is found
# a benchmark may use Qt Test's QBENCHMARK.
add_custom_target(benchmarks)
file(WRITE "${CMAKE_BINARY_DIR}/benchmarks/names.txt" "")

function(rotascope_benchmark name)
  cmake_parse_arguments(ARG "" "" "LIBRARIES" ${ARGN})
  add_executable(${name} EXCLUDE_FROM_ALL ${ARG_UNPARSED_ARGUMENTS})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/benchmarks")
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE rotascope_core rotascope_flags fmt::fmt ${ARG_LIBRARIES})
  if(TARGET Qt6::Test)
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(${name} PRIVATE Qt6::Test)
  endif()
  target_compile_definitions(${name} PRIVATE ROTASCOPE_SHARED="${ROTASCOPE_SHARED}")
  add_dependencies(benchmarks ${name})
  file(APPEND "${CMAKE_BINARY_DIR}/benchmarks/names.txt" "${name}\n")
endfunction()
