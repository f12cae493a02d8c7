# Price files as they are downloaded, one invented file a layout: format, symbol, range, rows, and one value with its line.
include("${CMAKE_CURRENT_LIST_DIR}/rota.cmake")

# expect_layout(NAME CONTENT FORMAT SYMBOL ROWS DATE FIELD VALUE LINE)
function(expect_layout name content format symbol rows date field value line)
  file(WRITE "${SCRATCH}/${name}" "${content}")
  file(REMOVE "${SCRATCH}/d.rota")
  rota(EXIT 0 ARGS --db d.rota import "${name}" --json OUT out)
  string(JSON file GET "${out}" files 0)
  expect_balanced("${file}")
  expect_json("${file}" "${format}" format)
  expect_json("${file}" "${symbol}" symbols 0)
  expect_json("${file}" "${rows}" rows_read)
  expect_json("${file}" "0" rejected)
  rota(EXIT 0 ARGS --db d.rota where ${symbol} ${date} ${field} --json OUT where)
  expect_json("${where}" "${value}" value)
  expect_json("${where}" "${line}" line)
endfunction()

expect_layout("^RUT.csv"
  "Date,Open,High,Low,Close,Adj Close,Volume\n2025-01-02,10,11,9.5,10.5,10.25,1000\n2025-01-03,10.5,12,10,11.25,11,1500\n"
  yahoo RUT 2 2025-01-03 adj_close 11.0 3)
expect_layout("prices.csv"
  "Price,Adj Close,Close,High,Low,Open,Volume\nTicker,^SPX,^SPX,^SPX,^SPX,^SPX,^SPX\nDate,,,,,,\n1927-12-30,17.5,17.75,18,17,17.25,0\n1928-01-03,17.5,17.625,18,17,17.25,0\n"
  yfinance SPX 2 1928-01-03 close 17.625 5)
expect_layout("IWM.csv"
  "date,open,high,low,close,volume,wap,count\n2025-01-02,10,11,9.5,10.5,1000,10.1,12\n2025-01-03,10.5,12,10,11.25,0.0,,\n"
  interactive_brokers IWM 2 2025-01-03 close 11.25 3)
expect_layout("DGS10.csv" "DATE,VALUE\n2025-01-02,4.5\n2025-01-03,.\n2025-01-06,4.75\n" fred_old DGS10 3 2025-01-06 value 4.75 4)
expect_layout("download.csv" "observation_date,DGS2\n2025-01-02,4.25\n2025-01-03,\n2025-01-06,-0.5\n" fred DGS2 3 2025-01-06 value -0.5 4)
expect_layout("IWM ETF Stock Price History.csv"
  "﻿\"Date\",\"Price\",\"Open\",\"High\",\"Low\",\"Vol.\",\"Change %\"\n\"01/14/2025\",\"1,205.5\",\"1,200\",\"1,210\",\"1,190\",\"75.5M\",\"-0.13%\"\n\"01/13/2025\",\"1,206.25\",\"1,200\",\"1,210\",\"1,190\",\"\",\"0.30%\""
  investing IWM 2 2025-01-14 volume 75500000.0 2)
expect_layout("VB.csv" "Date,Close\n2025-01-02,10.5\n2025-01-03,10.75\n" date_close VB 2 2025-01-03 close 10.75 3)

# A column named after the symbol; Date,<SYMBOL> is a price where it has a caret.
expect_layout("whatever it is.csv" "Date,^GSPC\n2025-01-02,5900.5\n2025-01-03,5950.25\n" table SPX 2 2025-01-03 close 5950.25 3)

# Missing is not zero: FRED's empty and dotted rows are ignored, and have no value.
file(WRITE "${SCRATCH}/DGS10.csv" "DATE,VALUE\n2025-01-02,0\n2025-01-03,.\n2025-01-06,\n")
rota(EXIT 0 ARGS --db m.rota import DGS10.csv --json OUT out)
string(JSON file GET "${out}" files 0)
expect_json("${file}" "1" stored)
expect_json("${file}" "2" ignored)
rota(EXIT 0 ARGS --db m.rota where DGS10 2025-01-02 --json OUT out)
expect_json("${out}" "0.0" value)
rota(EXIT 3 ARGS --db m.rota where DGS10 2025-01-03)

# Repeated headers are ignored; a date met again with other values rejects all its rows, an identical repeat none.
file(WRITE "${SCRATCH}/TNA.csv" "Date,Close\n2025-01-02,10\n2025-01-03,11\nDate,Close\n2025-01-03,11\n2025-01-06,12\n2025-01-06,13\n")
rota(EXIT 2 ARGS --db r.rota import TNA.csv --json OUT out)
string(JSON file GET "${out}" files 0)
expect_balanced("${file}")
expect_json("${file}" "2" stored)
expect_json("${file}" "2" rejected)
expect_json("${file}" "duplicate_date" issues 0 code)

# A price before 1800 or in the future, zero or below: rejected, the rest is stored.
file(WRITE "${SCRATCH}/TZA.csv" "Date,Close\n1799-12-31,10\n2025-01-03,0\n2025-01-06,-1\n2999-01-04,12\n2025-01-07,13\n")
rota(EXIT 2 ARGS --db r.rota import TZA.csv --json OUT out)
string(JSON file GET "${out}" files 0)
expect_balanced("${file}")
expect_json("${file}" "1" stored)
expect_json("${file}" "4" rejected)

# --symbol names one series; a file with several refuses it as wrong usage.
file(WRITE "${SCRATCH}/wide.csv" "date,SPY,IWM\n2025-01-02,500.5,220.25\n2025-01-03,501.5,221.25\n")
rota(EXIT 1 ARGS --db w.rota import wide.csv --symbol SPY --json OUT out)
expect_json("${out}" "symbol_for_several" files 0 error code)
rota(EXIT 0 ARGS --db w.rota import wide.csv --json OUT out)
expect_json("${out}" "2" files 0 rows_read)
rota(EXIT 0 ARGS --db w.rota where IWM 2025-01-03 --json OUT out)
expect_json("${out}" "221.25" value)

# A table without dates is refused, and imported under the day that is named.
file(WRITE "${SCRATCH}/peer_table.csv" "Ticker,Fund,1M\nAAAAX,Alpha,-1.5%\nBBBBX,Beta,2.25%\n")
rota(EXIT 3 ARGS --db p.rota import peer_table.csv --json OUT out)
expect_json("${out}" "undated_table" files 0 error code)
rota(EXIT 1 ARGS --db p.rota import peer_table.csv --date 28.11.2025)
rota(EXIT 0 ARGS --db p.rota import peer_table.csv --date 2025-11-28 --json OUT out)
expect_json("${out}" "2" files 0 stored)
expect_json("${out}" "2025-11-28" files 0 first)
rota(EXIT 0 ARGS --db p.rota where AAAAX_1M 2025-11-28 value --json OUT out)
expect_json("${out}" "-1.5" value)
expect_json("${out}" "2" line)
# The same rows of another day are others.
rota(EXIT 0 ARGS --db p.rota import peer_table.csv --date 2025-11-21 --json OUT out)
expect_json("${out}" "2" files 0 stored)
rota(EXIT 3 ARGS --db p.rota import "^RUT.csv" --date 2025-11-28 --json OUT out)
expect_json("${out}" "dates_of_its_own" files 0 error code)

# The same bytes under another name are another instrument's, and said to be known only for the same one.
file(WRITE "${SCRATCH}/IWM.csv" "Date,Close\n2025-01-02,10.5\n2025-01-03,11\n")
file(COPY_FILE "${SCRATCH}/IWM.csv" "${SCRATCH}/IJR.csv")
rota(EXIT 0 ARGS --db s.rota import IWM.csv IJR.csv --json OUT out)
expect_json("${out}" "2" files 1 stored)
string(JSON at GET "${out}" files 1 already_imported_at)
expect_equal("${at}" "")
rota(EXIT 0 ARGS --db s.rota import IWM.csv --json OUT out)
expect_json("${out}" "2" files 0 unchanged)
string(JSON at GET "${out}" files 0 already_imported_at)
expect_match("${at}" "^20")
