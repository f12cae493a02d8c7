# Linux: a Debian package whose dependencies dpkg-shlibdeps works out, and a TGZ of the same files.
set(PAPERS_FOLDER "${CMAKE_INSTALL_DATAROOTDIR}/doc/rotascope")
set(linux "${PROJECT_SOURCE_DIR}/packaging/linux")
set(id org.rotascope.Rotascope)
install(TARGETS rota RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES ${papers} "${linux}/copyright" DESTINATION "${PAPERS_FOLDER}")
install(FILES ${ROTASCOPE_LICENCE_TEXTS} DESTINATION "${PAPERS_FOLDER}/licences")

# The day of the CHANGELOG's entry; of an unreleased one today's, or the day ./dev package hands over.
file(STRINGS "${PROJECT_SOURCE_DIR}/CHANGELOG.md" entry REGEX "^## \\[${PROJECT_VERSION}\\]" LIMIT_COUNT 1)
string(TIMESTAMP release_date "%Y-%m-%d" UTC)
string(TIMESTAMP release_time "%a, %d %b %Y %H:%M:%S +0000" UTC)
if(entry MATCHES "([0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9])$")
  set(release_date "${CMAKE_MATCH_1}")
endif()
set(generated "${CMAKE_BINARY_DIR}/linux")
file(CONFIGURE OUTPUT "${generated}/changelog" CONTENT "rotascope (${PROJECT_VERSION}) unstable; urgency=medium

  * What changed is told in CHANGELOG.md.

 -- ${CPACK_PACKAGE_CONTACT}  ${release_time}
" @ONLY)

add_custom_command(OUTPUT "${generated}/packed/changelog.gz"
  COMMAND "${CMAKE_COMMAND}" -E make_directory "${generated}/packed"
  COMMAND gzip -9nc "${generated}/changelog" > "${generated}/packed/changelog.gz"
  DEPENDS "${generated}/changelog" VERBATIM)
set(packed "${generated}/packed/changelog.gz")
set(pages rota)
if(ROTASCOPE_GUI)
  list(APPEND pages rotascope)
endif()
foreach(program ${pages})
  # The pages are made from the very catalogues that --help is made from.
  add_custom_command(OUTPUT "${generated}/packed/${program}.1.gz"
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${generated}/packed"
    COMMAND ${program} --man > "${generated}/${program}.1"
    COMMAND gzip -9nc "${generated}/${program}.1" > "${generated}/packed/${program}.1.gz"
    DEPENDS ${program} VERBATIM)
  list(APPEND packed "${generated}/packed/${program}.1.gz")
  install(FILES "${generated}/packed/${program}.1.gz" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
endforeach()
add_custom_target(package_papers ALL DEPENDS ${packed})
install(FILES "${generated}/packed/changelog.gz" DESTINATION "${PAPERS_FOLDER}")

if(ROTASCOPE_GUI)
  install(TARGETS rotascope RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
  file(STRINGS "${PROJECT_SOURCE_DIR}/db/migrations/migrations.h" line REGEX "kDeskApplicationId = ")
  string(REGEX REPLACE ".*kDeskApplicationId = ([0-9A-Za-z]+).*" "\\1" desk_application_id "${line}")
  configure_file("${linux}/rotascope.mime.xml.in" "${generated}/rotascope.xml" @ONLY)
  configure_file("${linux}/${id}.metainfo.xml.in" "${generated}/${id}.metainfo.xml" @ONLY)
  install(FILES "${generated}/rotascope.xml" DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/mime/packages")
  install(FILES "${generated}/${id}.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/metainfo")
  install(FILES "${linux}/${id}.desktop" DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/applications")
  foreach(size 16 24 32 48 64 128 256 512)
    install(FILES "${PROJECT_SOURCE_DIR}/resources/icon/${size}.png" RENAME ${id}.png
            DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/icons/hicolor/${size}x${size}/apps")
  endforeach()
  install(FILES "${PROJECT_SOURCE_DIR}/resources/icon/rotascope.svg" RENAME ${id}.svg
          DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/icons/hicolor/scalable/apps")
endif()

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_FILE_NAME "rotascope-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_SBOM "usr/${PAPERS_FOLDER}/sbom.spdx.json")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# Libraries' symbols do not tell that STRICT tables are needed.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libsqlite3-0 (>= 3.37)")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Rotascope says how far small and large caps have moved apart, how unusual
that is under six estimates, and how often it was so before. Price files go in
as they were downloaded; every number leads back to its file and line. Nothing
is sent anywhere.")
