# What a package holds, for `cmake --install` and CPack, system by system. ./dev package calls CPack.
include(GNUInstallDirs)
set(papers "${PROJECT_SOURCE_DIR}/README.md" "${PROJECT_SOURCE_DIR}/CHANGELOG.md" "${PROJECT_SOURCE_DIR}/LICENSE"
           "${PROJECT_SOURCE_DIR}/packaging/THIRD-PARTY.md")

set(CPACK_PACKAGE_NAME rotascope)
set(CPACK_PACKAGE_VENDOR "Rotascope")
set(CPACK_PACKAGE_CONTACT "Rotascope <maintainers@rotascope.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_THREADS 1) # archives that are the same every time
# Run by CPack: once for each kind of package, and once more over the files that it will hold.
configure_file("${PROJECT_SOURCE_DIR}/packaging/cmake/PackageNames.cmake.in" "${CMAKE_BINARY_DIR}/PackageNames.cmake" @ONLY)
configure_file("${PROJECT_SOURCE_DIR}/packaging/cmake/PackageFiles.cmake.in" "${CMAKE_BINARY_DIR}/PackageFiles.cmake" @ONLY)
set(CPACK_PROJECT_CONFIG_FILE "${CMAKE_BINARY_DIR}/PackageNames.cmake")
set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_BINARY_DIR}/PackageFiles.cmake")

if(WIN32)
  include(RotascopePackageWindows)
elseif(APPLE)
  include(RotascopePackageMac)
else()
  include(RotascopePackageLinux)
endif()
include(CPack)
