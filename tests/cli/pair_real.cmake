# The real pair's stops by their reference.
include("${CMAKE_CURRENT_LIST_DIR}/rota.cmake")
needs_real_data("${SHARED}/data/real/hjyssg+tqqq_simulation/data/^RUT.csv")
import_real_pair(d.rota)
rota(EXIT 0 ARGS --db d.rota pair --entry 2025-11-28 --as-of 2026-08-21 --stop "rolling 5 3%" --stop "trailing 3%" --stop "entry 3%" --json OUT out)
expect_json("${out}" "2026-01-28" stops 0 date)
expect_json("${out}" "2025-12-30" stops 1 date)
expect_json("${out}" "OFF" stops 2 hit)
