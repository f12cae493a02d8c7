# rotascope_mac_bundle(TARGET): the program as Rotascope.app, with its own Info.plist and icon. The values stand here for
# every system, so that the Info.plist can be tested where there is no Mac.
set(MACOSX_BUNDLE_GUI_IDENTIFIER org.rotascope.Rotascope)
set(ROTASCOPE_INFO_PLIST "${PROJECT_SOURCE_DIR}/packaging/macos/Info.plist.in")

function(rotascope_mac_bundle target)
  set(icon "${PROJECT_SOURCE_DIR}/resources/icon/rotascope.icns")
  set_target_properties(${target} PROPERTIES
    MACOSX_BUNDLE_INFO_PLIST "${ROTASCOPE_INFO_PLIST}"
    MACOSX_BUNDLE_GUI_IDENTIFIER ${MACOSX_BUNDLE_GUI_IDENTIFIER}
    MACOSX_BUNDLE_SHORT_VERSION_STRING ${PROJECT_VERSION}
    MACOSX_BUNDLE_BUNDLE_VERSION ${PROJECT_VERSION})
  if(APPLE)
    target_sources(${target} PRIVATE "${icon}")
    set_source_files_properties("${icon}" PROPERTIES MACOSX_PACKAGE_LOCATION Resources)
    set_target_properties(${target} PROPERTIES OUTPUT_NAME Rotascope)
  endif()
endfunction()
