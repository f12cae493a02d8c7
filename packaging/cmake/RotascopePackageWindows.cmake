# Windows: a setup (NSIS) and a portable ZIP with everything that the programs need, in one folder.
set(PAPERS_FOLDER papers)
install(TARGETS rota RUNTIME DESTINATION .)
if(ROTASCOPE_GUI)
  install(TARGETS rotascope RUNTIME DESTINATION .)
endif()
install(FILES ${papers} DESTINATION ${PAPERS_FOLDER})
install(FILES ${ROTASCOPE_LICENCE_TEXTS} DESTINATION ${PAPERS_FOLDER}/licences)

# The plugins that the window needs: the screen, how a Windows desktop looks, icons and photographs in pictures.
foreach(plugin QWindowsIntegration QWindowsVistaStyle QICO QJpeg)
  if(ROTASCOPE_GUI AND TARGET Qt6::${plugin}Plugin)
    get_target_property(file Qt6::${plugin}Plugin LOCATION)
    get_filename_component(folder "${file}" DIRECTORY)
    get_filename_component(kind "${folder}" NAME)
    install(FILES "${file}" DESTINATION plugins/${kind})
  endif()
endforeach()
file(WRITE "${CMAKE_BINARY_DIR}/qt.conf" "[Paths]\nPlugins = plugins\n")
install(FILES "${CMAKE_BINARY_DIR}/qt.conf" DESTINATION .)

# The libraries that the installed files import, and no other.
configure_file("${PROJECT_SOURCE_DIR}/packaging/windows/collect.cmake.in" "${CMAKE_BINARY_DIR}/collect.cmake" @ONLY)
install(SCRIPT "${CMAKE_BINARY_DIR}/collect.cmake")

set(CPACK_SYSTEM_NAME windows-x64)
set(CPACK_PACKAGE_FILE_NAME "rotascope-${PROJECT_VERSION}-windows-x64")
set(CPACK_PACKAGE_INSTALL_DIRECTORY Rotascope)
set(CPACK_STRIP_FILES OFF) # collect.cmake has done it
set(CPACK_GENERATOR NSIS ZIP)
set(CPACK_SBOM ${PAPERS_FOLDER}/sbom.spdx.json)
# Debian's NSIS makes 64-bit setups; others do not, and theirs run on 64-bit Windows all the same.
set(CPACK_NSIS_TARGET "")
if(CMAKE_CROSSCOMPILING)
  set(CPACK_NSIS_TARGET "Target amd64-unicode")
endif()
set(CPACK_NSIS_SOURCES "${PROJECT_SOURCE_DIR}/packaging/windows")
set(CPACK_NSIS_ICON "${PROJECT_SOURCE_DIR}/resources/icon/rotascope.ico")
list(APPEND CMAKE_MODULE_PATH "${PROJECT_SOURCE_DIR}/packaging/windows") # NSIS.template.in
