# macOS: Rotascope.app in a DMG, with rota inside the bundle and the Qt libraries that macdeployqt copies there. Nobody
# has run this yet; what can be checked elsewhere, tests/packaging checks.

install(TARGETS rotascope BUNDLE DESTINATION .)
install(TARGETS rota RUNTIME DESTINATION Rotascope.app/Contents/MacOS)
install(FILES ${papers} DESTINATION Rotascope.app/Contents/Resources/papers)
install(FILES ${ROTASCOPE_LICENCE_TEXTS} DESTINATION Rotascope.app/Contents/Resources/papers/licences)
find_program(MACDEPLOYQT macdeployqt HINTS "${Qt6_DIR}/../../../bin")
install(CODE "
  set(bundle \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/Rotascope.app\")
  execute_process(COMMAND \"${MACDEPLOYQT}\" \"\${bundle}\" \"-executable=\${bundle}/Contents/MacOS/rota\" -always-overwrite
    COMMAND_ERROR_IS_FATAL ANY)
  # Signed last: with an identity where there is one, else ad hoc, which Apple's processors ask for.
  set(identity \"\$ENV{ROTASCOPE_SIGNING_IDENTITY}\")
  if(identity STREQUAL \"\")
    set(identity -)
  endif()
  execute_process(COMMAND codesign --force --deep --options runtime
    --entitlements \"${PROJECT_SOURCE_DIR}/packaging/macos/entitlements.plist\" --sign \"\${identity}\" \"\${bundle}\"
    COMMAND_ERROR_IS_FATAL ANY)")

set(CPACK_GENERATOR DragNDrop)
set(CPACK_PACKAGE_FILE_NAME "rotascope-${PROJECT_VERSION}-macos-${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_SBOM papers/sbom.spdx.json) # beside the bundle, whose signature stands
set(CPACK_DMG_VOLUME_NAME "Rotascope ${PROJECT_VERSION}")
set(CPACK_STRIP_FILES OFF) # would break the signature
