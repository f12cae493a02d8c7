# One INTERFACE target with the compile flags of our own code; third-party headers stay SYSTEM.
add_library(rotascope_flags INTERFACE)
target_compile_features(rotascope_flags INTERFACE cxx_std_20)
if(MSVC)
  target_compile_options(rotascope_flags INTERFACE /W4 /permissive- /utf-8 /fp:precise $<$<BOOL:${ROTASCOPE_WERROR}>:/WX>)
  target_compile_definitions(rotascope_flags INTERFACE NOMINMAX WIN32_LEAN_AND_MEAN _CRT_SECURE_NO_WARNINGS)
else()
  target_compile_options(rotascope_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Wcast-align
    -Wdouble-promotion -Wimplicit-fallthrough
    # The same figures on every machine: no fused multiply-add behind our back.
    -ffp-contract=off
    # g++ 12 and 13 warn falsely about their own std::string in optimised builds (GCC bugs 105329 and 105651); which
    # line is hit differs from run to run with precompiled headers.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread>
    $<$<BOOL:${ROTASCOPE_WERROR}>:-Werror>)
endif()

if(ROTASCOPE_SANITIZE)
  target_compile_options(rotascope_flags INTERFACE -fsanitize=${ROTASCOPE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(rotascope_flags INTERFACE -fsanitize=${ROTASCOPE_SANITIZE})
endif()
