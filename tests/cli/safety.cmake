include("${CMAKE_CURRENT_LIST_DIR}/rota.cmake")

file(WRITE "${SCRATCH}/ABC.csv" "Date,Close\n2025-01-02,10\n2025-01-03,11\n")
file(WRITE "${SCRATCH}/XYZ.csv" "Date,Close\n2025-01-02,20\n")
rota(EXIT 0 ARGS --db d.rota import ABC.csv)
rota(EXIT 0 ARGS --db d.rota backup b.rota --json OUT out)
expect_json("${out}" "1" instruments)
expect_json("${out}" "ON" verified)
rota(EXIT 3 ARGS --db d.rota backup b.rota --json OUT out)
expect_json("${out}" "file_exists" error code)

# Restoring keeps the desk that was there.
rota(EXIT 0 ARGS --db d.rota import XYZ.csv)
rota(EXIT 0 ARGS --db d.rota restore b.rota --json OUT out)
string(JSON former GET "${out}" former)
rota(EXIT 0 ARGS --db d.rota list --json OUT out)
string(JSON count LENGTH "${out}" instruments)
expect_equal(${count} 1)
rota(EXIT 0 ARGS --db "${former}" list --json OUT out)
string(JSON count LENGTH "${out}" instruments)
expect_equal(${count} 2)
rota(EXIT 3 ARGS --db d.rota restore ABC.csv --json OUT out)
expect_json("${out}" "not_a_desk" error code)
rota(EXIT 3 ARGS --db d.rota restore none.rota)

rota(EXIT 0 ARGS --db d.rota check --json OUT out)
expect_json("${out}" "ON" ok)
rota(EXIT 4 ARGS --db none.rota check)
rota(EXIT 4 ARGS --db ABC.csv check)

# Settings, and a backup after every second import.
rota(EXIT 0 ARGS --db d.rota settings backup_every 2 --json OUT out)
expect_json("${out}" "2" settings backup_every)
rota(EXIT 1 ARGS --db d.rota settings backup_every -- -3)
rota(EXIT 1 ARGS --db d.rota settings colour 3)
rota(EXIT 0 ARGS --db d.rota import XYZ.csv ERR err)
expect_match("${err}" "Backup written")
rota(EXIT 0 ARGS --db d.backups/after-import-00000002.rota check)

# A folder that is synchronised is warned about.
file(MAKE_DIRECTORY "${SCRATCH}/Dropbox")
rota(EXIT 0 ARGS --db Dropbox/d.rota import ABC.csv ERR err)
expect_match("${err}" "Dropbox synchronises")
