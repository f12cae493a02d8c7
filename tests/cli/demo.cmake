include("${CMAKE_CURRENT_LIST_DIR}/rota.cmake")

rota(EXIT 0 ARGS --db demo.rota demo --json OUT out)
expect_json("${out}" "ON" demo)
string(JSON instruments GET "${out}" instruments)
if(instruments LESS 24)
  message(FATAL_ERROR "only ${instruments} instruments")
endif()

# A desk that holds anything is left alone.
file(SHA256 "${SCRATCH}/demo.rota" before)
rota(EXIT 3 ARGS --db demo.rota demo --json OUT out)
expect_json("${out}" "desk_not_empty" error code)

rota(EXIT 0 ARGS --db demo.rota divergence --as-of 2024-11-06 --json OUT out)
foreach(key as_of small large sessions days return_small return_large spread z z_small percentile percentile_small percentiles beta table)
  string(JSON value ERROR_VARIABLE problem GET "${out}" ${key})
  if(problem)
    message(FATAL_ERROR "divergence --json lacks ${key}")
  endif()
endforeach()
expect_json("${out}" "2024-11-06" as_of)
expect_json("${out}" "ON" demo)
string(JSON z GET "${out}" z expanding)
to_units(units "${z}")
if(units LESS 300000000)
  message(FATAL_ERROR "the demo market's event of 2024-11-06 has z ${z}, expected above 3")
endif()
string(JSON rows LENGTH "${out}" table)
expect_equal(${rows} 10)

# Every readable output says DEMO.
rota(EXIT 0 ARGS --db demo.rota divergence OUT out)
expect_match("${out}" "DEMO")
rota(EXIT 0 ARGS --db demo.rota list OUT out)
expect_match("${out}" "DEMO")

# As-of: a holiday shows the session before and says so; before the data is refused with the range there is.
rota(EXIT 0 ARGS --db demo.rota divergence --as-of 2024-11-10 --json OUT out ERR err)
expect_json("${out}" "2024-11-08" as_of)
expect_match("${err}" "2024-11-10.*2024-11-08")
rota(EXIT 3 ARGS --db demo.rota divergence --as-of 1980-01-02 ERR err)
expect_match("${err}" "1987-09-10")
rota(EXIT 3 ARGS --db demo.rota divergence --small RUTT --json OUT out)
expect_json("${out}" "unknown_symbol" error code)
expect_match("${out}" "RUT")

# The history is the same numbers: its last row is the reading.
rota(EXIT 0 ARGS --db demo.rota zscore --as-of 2024-11-06 --from 2024-11-06 --json OUT history)
rota(EXIT 0 ARGS --db demo.rota divergence --as-of 2024-11-06 --json OUT reading)
string(JSON rows LENGTH "${history}" rows)
expect_equal(${rows} 1)
string(JSON z GET "${reading}" z expanding)
expect_json("${history}" "${z}" rows 0 z)
rota(EXIT 0 ARGS --db demo.rota zscore --from 2024-11-01 --to 2024-11-08 OUT csv)
expect_match("${csv}" "date,return_small,return_large,spread,z\n2024-11-01,")

# A synthetic value has no file, and says so.
rota(EXIT 0 ARGS --db demo.rota where RUT 2024-11-06 --json OUT out)
expect_json("${out}" "demo" file)
expect_match("${out}" "synthetic")
rota(EXIT 0 ARGS --db demo.rota imports --json OUT out)
string(JSON count LENGTH "${out}" imports)
expect_equal(${count} 1)
