# rotascope_room(TARGET SOURCES … HEADERS …): adds one folder's files to a library. Headers join the library's
# header set, so each is compiled alone once (CMAKE_VERIFY_INTERFACE_HEADER_SETS).
function(rotascope_room target)
  cmake_parse_arguments(ARG "" "" "SOURCES;HEADERS" ${ARGN})
  list(TRANSFORM ARG_SOURCES PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/")
  list(TRANSFORM ARG_HEADERS PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/")
  target_sources(${target} PRIVATE ${ARG_SOURCES}
    PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${ARG_HEADERS})
endfunction()

# rotascope_precompile(TARGET HEADER…): parses heavy headers once for a whole target. What a file needs it still
# includes itself: the header sets, and every build with ROTASCOPE_PCH=OFF, compile without.
function(rotascope_precompile target)
  if(ROTASCOPE_PCH)
    target_precompile_headers(${target} PRIVATE ${ARGN})
  endif()
endfunction()
