# Files refused whole: exit 3, one sentence, nothing stored.
include("${CMAKE_CURRENT_LIST_DIR}/rota.cmake")

function(expect_refused name content code)
  file(WRITE "${SCRATCH}/${name}" "${content}")
  rota(EXIT 3 ARGS --db d.rota import ${name} ${ARGN} --json OUT out)
  expect_json("${out}" "${code}" files 0 error code)
  rota(EXIT 0 ARGS --db d.rota imports --json OUT history)
  string(JSON count LENGTH "${history}" imports)
  expect_equal(${count} 0)
endfunction()

expect_refused(EMPTY.csv "" empty_file)
expect_refused(HEAD.csv "Date,Close\n" header_only)
expect_refused(QUOTE.csv "Date,Close\n\"2025-01-02,5\n2025-01-03,6\n" unbalanced_quote)
expect_refused(NODATE.csv "Name,Close\nfoo,5\nbar,6\n" no_date_column)
expect_refused(NONUM.csv "Date,Note\n2025-01-02,good\n2025-01-03,bad\n" no_number_column)
expect_refused(AMBI.csv "Date,Close\n03/04/2025,5.5\n05/06/2025,6.5\n" undecidable_date_order)
expect_refused(DEC.csv "Date;Close\n2025-01-02;1.234\n2025-01-03;1.345\n" undecidable_decimal)
expect_refused("what is this.csv" "Date,Close\n2025-01-02,5\n" no_symbol)
file(MAKE_DIRECTORY "${SCRATCH}/folder.csv")
rota(EXIT 3 ARGS --db d.rota import folder.csv --json OUT out)
expect_json("${out}" "is_directory" files 0 error code)

# What the user decides is then done.
rota(EXIT 0 ARGS --db e.rota import AMBI.csv --date-order dmy --json OUT out)
expect_json("${out}" "2025-04-03" files 0 first)
rota(EXIT 0 ARGS --db e.rota import DEC.csv --decimal comma)
rota(EXIT 0 ARGS --db e.rota where DEC 2025-01-02 --json OUT out)
expect_json("${out}" "1234.0" value)
rota(EXIT 0 ARGS --db e.rota import "what is this.csv" --symbol NEW)

# One leg only: the sentence names what is missing.
file(WRITE "${SCRATCH}/RUT.csv" "Date,Close\n2025-01-02,5\n2025-01-03,6\n")
rota(EXIT 0 ARGS --db one.rota import RUT.csv)
rota(EXIT 3 ARGS --db one.rota divergence ERR err)
expect_match("${err}" "SPX")

# A file that is no desk is touched never.
file(WRITE "${SCRATCH}/notes.rota" "these are my notes, not a desk, and they are longer than a hundred bytes so that nobody takes them for an empty file\n")
file(SHA256 "${SCRATCH}/notes.rota" before)
foreach(command list demo divergence)
  rota(EXIT 4 ARGS --db notes.rota ${command} --json OUT out)
  expect_json("${out}" "not_a_desk" error code)
endforeach()
rota(EXIT 4 ARGS --db folder.csv list)
file(SHA256 "${SCRATCH}/notes.rota" after)
expect_equal("${after}" "${before}")
