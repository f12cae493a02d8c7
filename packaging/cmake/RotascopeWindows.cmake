# rotascope_windows_program(TARGET DESCRIPTION [ICON]): version, manifest and icon inside a program for Windows. Nothing
# elsewhere.
function(rotascope_windows_program target description)
  if(NOT WIN32)
    return()
  endif()
  cmake_parse_arguments(ARG "ICON" "" "" ${ARGN})
  set(with_icons 0)
  if(ARG_ICON)
    set(with_icons 1)
  endif()
  # Microsoft's linker makes a manifest itself and merges ours into it.
  set(with_manifest 1)
  if(MSVC)
    set(with_manifest 0)
    target_sources(${target} PRIVATE "${PROJECT_SOURCE_DIR}/packaging/windows/program.manifest")
  endif()
  configure_file("${PROJECT_SOURCE_DIR}/packaging/windows/program.rc.in" "${CMAKE_CURRENT_BINARY_DIR}/${target}.rc" @ONLY)
  target_sources(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${target}.rc")
  set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${target}.rc" PROPERTIES OBJECT_DEPENDS
    "${PROJECT_SOURCE_DIR}/packaging/windows/program.manifest;${PROJECT_SOURCE_DIR}/resources/icon/rotascope.ico")
endfunction()
