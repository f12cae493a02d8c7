# A compiler cache (ccache) serves files with a precompiled header only when g++ marks the header in its output, and
# when the cache may trust the header by its content.
if(ROTASCOPE_PCH AND CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_LAUNCHER MATCHES "(^|/)ccache$")
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime "${CMAKE_CXX_COMPILER_LAUNCHER}")
endif()
