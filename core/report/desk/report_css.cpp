#include "core/report/desk/report_css.h"

#include "core/report/figure_svg.h"
#include "core/report/palette.h"

namespace rotascope {

namespace {

constexpr const char* kPage = R"(
*{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--window);color:var(--text);font:14px/1.5 system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif;font-variant-numeric:tabular-nums}
.sheet{max-width:1088px;margin:0 auto;padding:24px 32px 48px;background:var(--panel)}
header{border-bottom:1px solid var(--hairline);padding-bottom:16px}
.brand{margin:0;color:var(--muted);font-size:12px;letter-spacing:.04em;text-transform:uppercase}
h1{margin:4px 0 0;font-size:26px;line-height:1.25;font-weight:650}
.when{margin:2px 0 0;color:var(--muted)}
.demo,.past{display:inline-block;margin:10px 0 0;padding:3px 8px;border-radius:4px;background:var(--attention-background);color:var(--attention);font-weight:600}
.headline{margin:14px 0 0;font-size:18px;line-height:1.45}
.strong{font-weight:650}
.muted,.conventions,small{color:var(--muted)}
nav{margin-top:14px;font-size:13px}
nav a{margin-right:14px;white-space:nowrap}
a{color:var(--large-cap)}
section{margin-top:36px}
h2{margin:0 0 8px;padding-bottom:4px;border-bottom:1px solid var(--hairline);font-size:18px;font-weight:650}
h3{margin:18px 0 4px;font-size:14px;font-weight:650}
p{margin:8px 0;max-width:76ch}
ul{margin:6px 0;padding-left:20px;max-width:90ch}
.conventions{margin-top:10px;font-size:12px;max-width:none}
.tables{display:flex;flex-wrap:wrap;align-items:flex-start;gap:0 44px}
.table{max-width:100%;margin:14px 0 4px}
.title{margin:0 0 4px;font-size:13px;font-weight:650}
.title small{display:block;font-size:12px;font-weight:400}
.note{margin:6px 0;color:var(--muted);font-size:13px}
.scroll{overflow-x:auto}
.scroll:focus-visible{outline:2px solid var(--large-cap);outline-offset:2px}
table{border-collapse:collapse;font-size:12.5px;line-height:1.35}
th,td{padding:3px 9px;border-bottom:1px solid var(--grid);text-align:right;white-space:nowrap;vertical-align:top}
thead th{border-bottom:1px solid var(--hairline);color:var(--muted);font-weight:600}
th:first-child,.l{text-align:left}
tbody th{font-weight:500;padding-left:0}
thead th:first-child{padding-left:0}
td.w{white-space:normal;min-width:18em;overflow-wrap:anywhere}
.look{color:var(--attention);font-weight:650}
.pos{color:var(--positive)}
.neg{color:var(--negative)}
code{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
figure{margin:14px 0}
figure svg{display:block;width:100%;height:auto}
figcaption{margin-top:4px;color:var(--muted);font-size:12px}
details{margin:10px 0}
summary{cursor:pointer;color:var(--large-cap);font-size:13px}
.narrow{display:none}
@media screen and (max-width:640px){
.sheet{padding:16px 16px 32px}
h1{font-size:22px}
.headline{font-size:16px}
.wide{display:none}
th,td{padding:3px 6px}
table{font-size:12px}
.narrow{display:block}
nav a{display:inline-block;padding:6px 0}
}
@media print{
@page{size:A4;margin:14mm}
body{background:none;font-size:10pt}
.sheet{max-width:none;padding:0}
nav{display:none}
details{display:none}
section{margin-top:18pt}
h2,h2+p,h3,.title{break-after:avoid}
figure,tr{break-inside:avoid}
thead{display:table-header-group}
.scroll{overflow:visible}
table{font-size:7.5pt}
th,td{padding:1.5pt 4pt}
a{color:inherit;text-decoration:none}
}
)";

} // namespace

std::string reportCss() {
    return paletteCss(":root") + paletteClasses() + figureCss() + kPage;
}

} // namespace rotascope
