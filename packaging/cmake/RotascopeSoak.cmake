# rotascope_soak(NAME SOURCE… [LIBRARIES …]): one program that works for minutes and exits with 1 when something broke,
# built only on demand. `soak` builds them all into <build>/soak; ./dev soak runs what names.txt there lists.
add_custom_target(soak)
file(WRITE "${CMAKE_BINARY_DIR}/soak/names.txt" "")

function(rotascope_soak name)
  cmake_parse_arguments(ARG "" "" "LIBRARIES" ${ARGN})
  add_executable(${name} EXCLUDE_FROM_ALL ${ARG_UNPARSED_ARGUMENTS})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/soak" LABELS soak)
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE rotascope_core rotascope_flags fmt::fmt ${ARG_LIBRARIES})
  target_compile_definitions(${name} PRIVATE ROTASCOPE_SHARED="${ROTASCOPE_SHARED}")
  add_dependencies(soak ${name})
  file(APPEND "${CMAKE_BINARY_DIR}/soak/names.txt" "${name}\n")
endfunction()
