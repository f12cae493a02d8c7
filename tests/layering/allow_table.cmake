# Who may include whom. A file may include what every row says whose folder it lies in; a file in no row fails.
#   OURS   folders of this tree, matched by prefix        SYSTEM  regular expressions for <headers> of third parties
#   DENY   standard headers that this folder goes without
# C++ standard headers (<vector>, <cmath>) are free. tests may include anything and are included by nobody.

# core: its rooms in their order. Each sees only the rooms named, and never Qt, SQLite, a console or a clock.
allow(core           SYSTEM "^fmt/" DENY iostream print clocale ctime)
allow(core/base      OURS core/base SYSTEM "^tl/expected\\.hpp$" "^fast_float/" "^(cpuid|immintrin)\\.h$")
allow(core/market    OURS core/base core/market)
allow(core/store     OURS core/base core/market core/store)
allow(core/csv       OURS core/base core/csv SYSTEM "^fast_float/" "^zlib\\.h$" "${platform_files}")
allow(core/import    OURS core/base core/market core/csv core/store core/import SYSTEM "^fast_float/" "${platform_files}")
allow(core/import/profile SYSTEM "^nlohmann/")
allow(core/quality   OURS core/base core/market core/store core/quality)
allow(core/indicators OURS core/base core/market core/indicators)
allow(core/analysis  OURS core/base core/market core/indicators core/analysis SYSTEM "^boost/math/")
allow(core/rules     OURS core/base core/market core/indicators core/analysis core/rules)
allow(core/rules/pack SYSTEM "^nlohmann/")
allow(core/notes     OURS core/base core/market core/indicators core/analysis core/rules core/notes)
allow(core/notes/note_book SYSTEM "^nlohmann/")
allow(core/look      OURS core/base core/market core/store core/indicators core/analysis core/rules core/look)
allow(core/figure    OURS core/base core/market core/indicators core/analysis core/rules core/figure)
allow(core/report    OURS core/base core/market core/indicators core/analysis core/rules core/notes core/look core/quality core/figure core/report
                     SYSTEM "^nlohmann/")
allow(core/report/desk SYSTEM "^zlib\\.h$")
allow(core/demo      OURS core/base core/market core/store core/demo)
allow(core/workflow  OURS core)

# db: the one place for SQLite and zstd.
allow(db             OURS core db SYSTEM "^fmt/" "^sqlite3\\.h$" "^zstd\\.h$" "${platform_files}" DENY iostream print)

# ui: never db. QCustomPlot only in ui/plots; threads only in ui/session.
allow(ui             OURS core SYSTEM "^Q[A-Za-z0-9/]+$" "^fmt/" DENY thread future mutex condition_variable iostream print)
allow(ui/theme       OURS ui/theme)
allow(ui/convert     OURS ui/convert)
allow(ui/settings    OURS ui/settings ui/theme ui/convert)
allow(ui/session     OURS ui/session ui/convert ui/settings UNDENY thread future mutex condition_variable)
allow(ui/models      OURS ui/models ui/convert ui/theme ui/session)
allow(ui/plots       OURS ui/plots ui/theme ui/convert SYSTEM "^qcustomplot\\.h$")
allow(ui/widgets     OURS ui/widgets ui/theme ui/convert ui/models ui/session ui/settings)
allow(ui/dialogs     OURS ui/dialogs ui/widgets ui/plots ui/theme ui/convert ui/models ui/session ui/settings)
allow(ui/import_wizard OURS ui/import_wizard ui/widgets ui/theme ui/convert ui/models ui/session ui/settings)
allow(ui/report      OURS ui/report ui/plots ui/theme ui/convert)
allow(ui/pages       OURS ui/pages ui/widgets ui/plots ui/theme ui/convert ui/models ui/session ui/settings)
allow(ui/main_window OURS ui)

# app: the composition roots. rota links no Qt; JSON and the command line parser stay at this door.
allow(app/log        OURS core app/log SYSTEM "^fmt/" "${platform_files}")
allow(app/gui        OURS core db ui app/log app/gui SYSTEM "^Q[A-Za-z0-9/]+$" "^fmt/" "^malloc\\.h$" "${platform_files}")
allow(app/cli        OURS core db app/log app/cli SYSTEM "^fmt/" "^nlohmann/" "^CLI/" "${platform_files}")

# refuse(FOLDER REGEX WHY): words that a folder goes without (comments are not looked at).
set(word "(^|[^A-Za-z0-9_])")
refuse(core "std::(cout|cerr|clog)|${word}(f|v|vf)?printf\\(|${word}puts\\(" "core never prints; return the text")
refuse(core "${word}(abort|exit|_exit|terminate)\\(" "core never ends the program; return a Result")
refuse(core "system_clock|steady_clock|${word}time\\(|localtime" "core reads no clock; take the time as an argument")
refuse(core "getenv|setlocale|std::locale|random_device" "core reads no environment, locale or chance; take it as an argument")
refuse(db "std::(cout|cerr|clog)|${word}printf\\(|${word}(abort|exit)\\(" "db reports through Result")
foreach(folder core db ui app)
  refuse(${folder} "(class|struct) [A-Za-z]*(Manager|Helper|Utils)" "name what it is: no Manager, Helper, Utils")
  refuse(${folder} "${word}get[A-Z][A-Za-z]*\\(\\) const" "name what it returns, without get")
endforeach()
refuse(ui "QColor\\((0x|\"#|QStringLiteral)|Qt::(red|green|blue|black|white|yellow|cyan|magenta|gray)[^A-Za-z]"
       "colours come from the roles in ui/theme")
spare(ui/theme "colours come from the roles in ui/theme")
