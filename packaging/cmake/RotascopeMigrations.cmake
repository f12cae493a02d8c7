# rotascope_embed_migrations(TARGET): compiles db/migrations/000N_*.sql into the target as text.
# The same file is the script that writes the source: cmake -DFOLDER=… -DOUTPUT=… -P RotascopeMigrations.cmake
if(CMAKE_SCRIPT_MODE_FILE)
  file(GLOB scripts "${FOLDER}/*.sql")
  list(SORT scripts)
  set(rows "")
  foreach(script ${scripts})
    get_filename_component(name "${script}" NAME)
    string(REGEX MATCH "^0*([0-9]+)_" matched "${name}")
    file(READ "${script}" text)
    string(APPEND rows "    {${CMAKE_MATCH_1}, R\"sql(${text})sql\"},\n")
  endforeach()
  file(WRITE "${OUTPUT}" "#include \"db/migrations/migrations.h\"\n
namespace rotascope {\n
namespace {\nconstexpr Migration kMigrations[] = {\n${rows}};\n} // namespace\n
std::span<const Migration> migrations() { return kMigrations; }\n
} // namespace rotascope\n")
  return()
endif()

set(ROTASCOPE_MIGRATIONS_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

function(rotascope_embed_migrations target)
  file(GLOB scripts CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/migrations/*.sql")
  set(output "${CMAKE_CURRENT_BINARY_DIR}/migrations.cpp")
  add_custom_command(OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DFOLDER=${CMAKE_CURRENT_SOURCE_DIR}/migrations" "-DOUTPUT=${output}"
            -P "${ROTASCOPE_MIGRATIONS_SCRIPT}"
    DEPENDS ${scripts} "${ROTASCOPE_MIGRATIONS_SCRIPT}"
    COMMENT "Embedding the desk's schema" VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()
