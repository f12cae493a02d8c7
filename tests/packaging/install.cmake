# cmake -DBUILD=<build> -DWORK=<scratch> -DVERSION=<version> -DPROGRAMS=<names> -P install.cmake: what an install holds,
# and that the installed rota runs from there.
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE "${WORK}/prefix")
execute_process(COMMAND "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${WORK}/prefix"
                OUTPUT_QUIET ERROR_VARIABLE trouble RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "install failed: ${trouble}")
endif()

foreach(program ${PROGRAMS})
  list(APPEND expected "bin/${program}")
endforeach()
foreach(paper README.md CHANGELOG.md LICENSE THIRD-PARTY.md)
  list(APPEND expected "share/doc/rotascope/${paper}")
endforeach()
if(CMAKE_HOST_SYSTEM_NAME STREQUAL "Linux")
  foreach(file share/man/man1/rota.1.gz share/doc/rotascope/copyright share/doc/rotascope/changelog.gz
               share/doc/rotascope/licences/MIT.txt)
    list(APPEND expected "${file}")
  endforeach()
  if(rotascope IN_LIST PROGRAMS)
    list(APPEND expected share/man/man1/rotascope.1.gz share/applications/org.rotascope.Rotascope.desktop
      share/metainfo/org.rotascope.Rotascope.metainfo.xml share/mime/packages/rotascope.xml
      share/icons/hicolor/48x48/apps/org.rotascope.Rotascope.png share/icons/hicolor/scalable/apps/org.rotascope.Rotascope.svg)
  endif()
endif()
file(GLOB_RECURSE found RELATIVE "${WORK}/prefix" "${WORK}/prefix/*")
foreach(file ${expected})
  if(NOT file IN_LIST found)
    message(FATAL_ERROR "${file} is missing from: ${found}")
  endif()
endforeach()

execute_process(COMMAND "${WORK}/prefix/bin/rota" --version OUTPUT_VARIABLE said RESULT_VARIABLE result)
if(NOT result EQUAL 0 OR NOT said MATCHES "${VERSION}")
  message(FATAL_ERROR "the installed rota --version ended with ${result} and said '${said}', not ${VERSION}")
endif()
file(REMOVE_RECURSE "${WORK}/prefix")
message(STATUS "installed: ${found}")
