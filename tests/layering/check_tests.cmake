# cmake -DROOT=<source tree> -P check_tests.cmake: every test file is built or run by some CMakeLists.txt. One that is
# listed nowhere passes for ever.
cmake_minimum_required(VERSION 3.25)

file(GLOB_RECURSE lists "${ROOT}/tests/CMakeLists.txt" "${ROOT}/tests/*/CMakeLists.txt")
set(listed "")
foreach(list ${lists})
  file(READ "${list}" text)
  string(APPEND listed "${text}")
endforeach()

set(problems 0)
file(GLOB_RECURSE suites RELATIVE "${ROOT}" "${ROOT}/tests/*.cpp" "${ROOT}/tests/cli/*.cmake")
foreach(suite ${suites})
  get_filename_component(name "${suite}" NAME_WE)
  string(REGEX MATCH "(^|[^a-zA-Z0-9_])${name}([^a-zA-Z0-9_]|$)" found "${listed}")
  if(found STREQUAL "" AND NOT suite MATCHES "rota\\.cmake$")
    message(NOTICE "${suite}: no CMakeLists.txt of tests names it")
    math(EXPR problems "${problems} + 1")
  endif()
endforeach()
if(problems GREATER 0)
  message(FATAL_ERROR "${problems} test files are never built")
endif()
