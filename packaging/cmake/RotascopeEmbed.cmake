# rotascope_embed_text(TARGET FILE path HEADER header FUNCTION name): compiles a text file into the target; HEADER
# declares `std::string_view name()` in namespace rotascope.
# The same file is the script that writes the source: cmake -DFILE=… -DHEADER=… -DFUNCTION=… -DOUTPUT=… -P RotascopeEmbed.cmake
if(CMAKE_SCRIPT_MODE_FILE)
  # Compilers limit the length of one literal; neighbours are joined. Hex digits keep every byte as it is, and CMake's
  # lists and brackets out of it.
  file(READ "${FILE}" bytes HEX)
  string(LENGTH "${bytes}" length)
  set(text "")
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${bytes}" ${at} 160 piece)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" piece "${piece}")
    string(APPEND text "    \"${piece}\"\n")
    math(EXPR at "${at} + 160")
  endwhile()
  file(WRITE "${OUTPUT}" "#include \"${HEADER}\"\n
namespace rotascope {\n
std::string_view ${FUNCTION}() {\n    return\n${text}    ;\n}\n
} // namespace rotascope\n")
  return()
endif()

set(ROTASCOPE_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

function(rotascope_embed_text target)
  cmake_parse_arguments(ARG "" "FILE;HEADER;FUNCTION" "" ${ARGN})
  set(output "${CMAKE_CURRENT_BINARY_DIR}/${ARG_FUNCTION}.cpp")
  add_custom_command(OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DFILE=${ARG_FILE}" "-DHEADER=${ARG_HEADER}" "-DFUNCTION=${ARG_FUNCTION}"
            "-DOUTPUT=${output}" -P "${ROTASCOPE_EMBED_SCRIPT}"
    DEPENDS "${ARG_FILE}" "${ROTASCOPE_EMBED_SCRIPT}"
    COMMENT "Embedding ${ARG_FILE}" VERBATIM)
  set_source_files_properties("${output}" PROPERTIES SKIP_AUTOGEN ON) # there is no moc in it
  target_sources(${target} PRIVATE "${output}")
endfunction()
