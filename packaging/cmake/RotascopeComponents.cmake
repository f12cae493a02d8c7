# ★ The catalogue of what a package is made of besides Rotascope: one row each. The About dialog, the SBOM and the folder
# of licences are made from it, and a test holds packaging/THIRD-PARTY.md to it.
#   INSIDE  every: compiled into the programs of every package · shipped: lies in packages that bring their libraries
#           (Windows, macOS) · mingw: in those made with MinGW
#   TEXT    the licence in packaging/licences; LICENSE is the repository's own
set(ROTASCOPE_COMPONENTS "${CMAKE_BINARY_DIR}/components.json")
set(components "[]")
set(licence_texts "")

# rotascope_header_version(OUT HEADER PREFIX): the version that a library's header states as PREFIX_MAJOR and so on.
function(rotascope_header_version out header prefix)
  string(MAKE_C_IDENTIFIER "${header}" name)
  find_path(folder_of_${name} "${header}")
  set(version "")
  if(folder_of_${name})
    foreach(part MAJOR MINOR "(PATCH|RELEASE|BUGFIX)")
      file(STRINGS "${folder_of_${name}}/${header}" line REGEX "#define +${prefix}_VERSION_${part} +[0-9]+" LIMIT_COUNT 1)
      if(line MATCHES "_VERSION_[A-Z]+ +([0-9]+)")
        list(APPEND version ${CMAKE_MATCH_1})
      endif()
    endforeach()
  endif()
  mark_as_advanced(folder_of_${name})
  string(REPLACE ";" "." version "${version}")
  set(${out} "${version}" PARENT_SCOPE)
endfunction()

# rotascope_component(NAME name VERSION version LICENCE spdx HOLDER holder URL url INSIDE where TEXT files…)
function(rotascope_component)
  cmake_parse_arguments(ARG "" "NAME;VERSION;LICENCE;HOLDER;URL;INSIDE" "TEXT" ${ARGN})
  set(ships OFF)
  if(WIN32 OR APPLE)
    set(ships ON)
  endif()
  if((ARG_INSIDE STREQUAL "shipped" AND NOT ships) OR (ARG_INSIDE STREQUAL "mingw" AND NOT MINGW))
    return()
  endif()
  set(row "{}")
  foreach(key NAME VERSION LICENCE HOLDER URL)
    string(TOLOWER ${key} small)
    string(JSON row SET "${row}" ${small} "\"${ARG_${key}}\"")
  endforeach()
  string(JSON count LENGTH "${components}")
  string(JSON components SET "${components}" ${count} "${row}")
  set(components "${components}" PARENT_SCOPE)
  set(licence_texts ${licence_texts} ${ARG_TEXT} PARENT_SCOPE)
endfunction()

rotascope_header_version(json_version nlohmann/detail/abi_macros.hpp NLOHMANN_JSON)
rotascope_header_version(cli11_version CLI/Version.hpp CLI11)
rotascope_header_version(zstd_version zstd.h ZSTD)
rotascope_header_version(expected_version tl/expected.hpp TL_EXPECTED)
file(STRINGS "${BOOST_HEADERS}/boost/version.hpp" line REGEX "define BOOST_LIB_VERSION")
string(REGEX REPLACE ".*\"([0-9]+)_([0-9]+).*" "\\1.\\2" boost_version "${line}")

if(ROTASCOPE_GUI)
  find_path(QCUSTOMPLOT_HEADERS qcustomplot.h HINTS "${qcustomplot_SOURCE_DIR}")
  file(STRINGS "${QCUSTOMPLOT_HEADERS}/qcustomplot.h" line REGEX "define QCUSTOMPLOT_VERSION_STR")
  string(REGEX REPLACE ".*\"(.*)\".*" "\\1" qcustomplot_version "${line}")
  rotascope_component(NAME "Qt" VERSION "${Qt6_VERSION}" LICENCE "LGPL-3.0-only" HOLDER "The Qt Company Ltd. and contributors"
    URL "https://www.qt.io" INSIDE every TEXT LGPL-3.0.txt)
  rotascope_component(NAME "QCustomPlot" VERSION "${qcustomplot_version}" LICENCE "GPL-3.0-or-later" HOLDER "Emanuel Eichhammer"
    URL "https://www.qcustomplot.com" INSIDE every)
endif()
rotascope_component(NAME "SQLite" VERSION "${SQLite3_VERSION}" LICENCE "blessing" HOLDER ""
  URL "https://sqlite.org" INSIDE every)
rotascope_component(NAME "fmt" VERSION "${fmt_VERSION}" LICENCE "MIT" HOLDER "Victor Zverovich and contributors"
  URL "https://fmt.dev" INSIDE every TEXT MIT.txt)
rotascope_component(NAME "tl::expected" VERSION "${expected_version}" LICENCE "CC0-1.0" HOLDER "Sy Brand"
  URL "https://github.com/TartanLlama/expected" INSIDE every TEXT CC0-1.0.txt)
rotascope_component(NAME "fast_float" VERSION "${FastFloat_VERSION}" LICENCE "MIT" HOLDER "the fast_float authors"
  URL "https://github.com/fastfloat/fast_float" INSIDE every TEXT MIT.txt)
rotascope_component(NAME "nlohmann/json" VERSION "${json_version}" LICENCE "MIT" HOLDER "Niels Lohmann"
  URL "https://json.nlohmann.me" INSIDE every TEXT MIT.txt)
rotascope_component(NAME "CLI11" VERSION "${cli11_version}" LICENCE "BSD-3-Clause" HOLDER "University of Cincinnati, Henry Schreiner"
  URL "https://github.com/CLIUtils/CLI11" INSIDE every TEXT BSD-3-Clause.txt)
rotascope_component(NAME "Boost.Math" VERSION "${boost_version}" LICENCE "BSL-1.0" HOLDER "the Boost authors"
  URL "https://www.boost.org" INSIDE every TEXT BSL-1.0.txt)
rotascope_component(NAME "zlib" VERSION "${ZLIB_VERSION_STRING}" LICENCE "Zlib" HOLDER "Jean-loup Gailly and Mark Adler"
  URL "https://zlib.net" INSIDE every TEXT Zlib.txt)
rotascope_component(NAME "Zstandard" VERSION "${zstd_version}" LICENCE "BSD-3-Clause" HOLDER "Meta Platforms, Inc. and affiliates"
  URL "https://facebook.github.io/zstd/" INSIDE every TEXT BSD-3-Clause.txt)

# Inside the Qt libraries that are shipped. Their versions are those of the Qt version above.
set(in_qt "in Qt ${Qt6_VERSION}")
rotascope_component(NAME "FreeType" VERSION "${in_qt}" LICENCE "FTL" HOLDER "the FreeType Project"
  URL "https://freetype.org" INSIDE shipped TEXT FTL.txt)
rotascope_component(NAME "HarfBuzz" VERSION "${in_qt}" LICENCE "MIT-Modern-Variant" HOLDER "the HarfBuzz authors"
  URL "https://harfbuzz.github.io" INSIDE shipped TEXT HarfBuzz.txt)
rotascope_component(NAME "libpng" VERSION "${in_qt}" LICENCE "libpng-2.0" HOLDER "the PNG Reference Library authors"
  URL "http://www.libpng.org" INSIDE shipped TEXT libpng.txt)
rotascope_component(NAME "libjpeg-turbo" VERSION "${in_qt}" LICENCE "IJG AND BSD-3-Clause AND Zlib"
  HOLDER "the Independent JPEG Group and the libjpeg-turbo project"
  URL "https://libjpeg-turbo.org" INSIDE shipped TEXT IJG.txt BSD-3-Clause.txt Zlib.txt)
rotascope_component(NAME "PCRE2" VERSION "${in_qt}" LICENCE "BSD-3-Clause" HOLDER "University of Cambridge"
  URL "https://www.pcre.org" INSIDE shipped TEXT PCRE2.txt)
rotascope_component(NAME "double-conversion" VERSION "${in_qt}" LICENCE "BSD-3-Clause" HOLDER "the V8 project authors"
  URL "https://github.com/google/double-conversion" INSIDE shipped TEXT BSD-3-Clause.txt)
rotascope_component(NAME "MD4C" VERSION "${in_qt}" LICENCE "MIT" HOLDER "Martin Mitáš"
  URL "https://github.com/mity/md4c" INSIDE shipped TEXT MIT.txt)
rotascope_component(NAME "Unicode data" VERSION "${in_qt}" LICENCE "Unicode-DFS-2016" HOLDER "Unicode, Inc."
  URL "https://www.unicode.org" INSIDE shipped TEXT Unicode.txt)

# Debian's MinGW tells its major version alone, as 12.0.0.
string(REGEX REPLACE "\\.0\\.0$" "" gcc_version "${CMAKE_CXX_COMPILER_VERSION}")
rotascope_component(NAME "GCC runtime libraries" VERSION "${gcc_version}" LICENCE "GPL-3.0-or-later WITH GCC-exception-3.1"
  HOLDER "Free Software Foundation, Inc." URL "https://gcc.gnu.org" INSIDE mingw TEXT GCC-exception-3.1.txt)
# winpthreads comes with mingw-w64 and is looked up under its version.
if(MINGW)
  rotascope_header_version(mingw_version _mingw_mac.h __MINGW64)
endif()
rotascope_component(NAME "winpthreads" VERSION "in mingw-w64 ${mingw_version}" LICENCE "MIT AND BSD-3-Clause" HOLDER "the mingw-w64 project, Lockless Inc."
  URL "https://www.mingw-w64.org" INSIDE mingw TEXT MIT.txt BSD-3-Clause.txt)

list(REMOVE_DUPLICATES licence_texts)
list(TRANSFORM licence_texts PREPEND "${PROJECT_SOURCE_DIR}/packaging/licences/" OUTPUT_VARIABLE ROTASCOPE_LICENCE_TEXTS)
# Written only when it changes: the About dialog is compiled from it.
file(CONFIGURE OUTPUT "${ROTASCOPE_COMPONENTS}" CONTENT "${components}\n" @ONLY)
