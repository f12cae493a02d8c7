# rotascope_room(TARGET SOURCES … HEADERS …): adds one folder's files to a library. Headers join the library's
# header set, so each is compiled alone once (CMAKE_VERIFY_INTERFACE_HEADER_SETS).
function(rotascope_room target)
  cmake_parse_arguments(ARG "" "" "SOURCES;HEADERS" ${ARGN})
  list(TRANSFORM ARG_SOURCES PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/")
  list(TRANSFORM ARG_HEADERS PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/")
  target_sources(${target} PRIVATE ${ARG_SOURCES}
    PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${ARG_HEADERS})
endfunction()
