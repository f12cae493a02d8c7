# The same prices as a file, in gzip, alone in a zip archive, and through a pipe.
include("${CMAKE_CURRENT_LIST_DIR}/rota.cmake")

file(WRITE "${SCRATCH}/ABC.csv" "Date,Close\n2025-01-02,5.5\n2025-01-03,6.5\n")
file(WRITE "${SCRATCH}/DEF.csv" "Date,Close\n2025-01-02,7.5\n")
file(ARCHIVE_CREATE OUTPUT "${SCRATCH}/ABC.csv.gz" PATHS "${SCRATCH}/ABC.csv" FORMAT raw COMPRESSION GZip)
execute_process(COMMAND "${CMAKE_COMMAND}" -E tar cf ABC.zip --format=zip ABC.csv WORKING_DIRECTORY "${SCRATCH}")
execute_process(COMMAND "${CMAKE_COMMAND}" -E tar cf both.zip --format=zip ABC.csv DEF.csv WORKING_DIRECTORY "${SCRATCH}")

rota(EXIT 0 ARGS --db d.rota import ABC.csv --json OUT out)
foreach(name ABC.csv.gz ABC.zip)
  rota(EXIT 0 ARGS --db d.rota import ${name} --json OUT out)
  string(JSON file GET "${out}" files 0)
  expect_balanced("${file}")
  expect_json("${file}" "2" unchanged)
  expect_json("${file}" "ABC" symbols 0)
  file(SHA256 "${SCRATCH}/${name}" hash)
  expect_json("${file}" "${hash}" sha256)
endforeach()

# The line of a value that came packed is found again.
rota(EXIT 0 ARGS --db gz.rota import ABC.csv.gz)
rota(EXIT 0 ARGS --db gz.rota where ABC 2025-01-03 --json OUT out)
expect_json("${out}" "3" line)
expect_json("${out}" "2025-01-03,6.5" text)

rota(EXIT 3 ARGS --db d.rota import both.zip --json OUT out)
expect_json("${out}" "zip_file" files 0 error code)

# Through a pipe there is no file name that could tell the symbol.
function(piped expected)
  execute_process(COMMAND "${ROTA}" --db pipe.rota import - ${ARGN} --json WORKING_DIRECTORY "${SCRATCH}"
    INPUT_FILE "${SCRATCH}/ABC.csv.gz" RESULT_VARIABLE code OUTPUT_VARIABLE out)
  expect_equal("${code}" "${expected}")
  set(out "${out}" PARENT_SCOPE)
endfunction()
piped(3)
expect_json("${out}" "no_symbol" files 0 error code)
piped(0 --symbol ABC)
expect_json("${out}" "2" files 0 stored)
expect_json("${out}" "-" files 0 path)
