import type { Html } from '#platform/html'

/** The page's look: warm paper, petrol for what is served, rust hatching for what is not. */
export const reportCss: Html = {
  html: `
:root{--ink:#1A211E;--ink2:#454D49;--ink3:#626B66;--line:#DBD7CD;--brand:#0B5A68;--rust:#D2622C}
*{box-sizing:border-box}
body{margin:0;background:#F6F5F1;color:var(--ink);font:14px/20px "Plus Jakarta Sans Variable",system-ui,"Noto Sans",sans-serif;font-feature-settings:"tnum"}
main{max-width:1080px;margin:0 auto;padding:24px}
h1{font-size:34px;line-height:40px;letter-spacing:-.02em;margin:4px 0 10px;max-width:22em}
h2{font-size:18px;line-height:24px;margin:0 0 10px}
h3{font-size:14px;margin:0 0 6px}
.kicker{color:var(--brand);font-weight:600;margin:0}
.lead{font-size:16px;line-height:25px;color:var(--ink2);margin:0 0 14px}
.source{color:var(--ink3);font-size:13px}
.fault{color:#9E1B39}
section{background:#fff;border:1px solid var(--line);border-radius:10px;padding:16px;margin:14px 0}
.figures{display:flex;flex-wrap:wrap;gap:10px 36px}
.figure strong{display:block;font-size:26px;line-height:30px}
.figure span{color:var(--ink3)}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(320px,1fr));gap:16px}
.bars{width:100%;max-width:640px;height:auto}
.bars .label{font-size:13px;fill:var(--ink2)}
.bars .number{font-size:13px;fill:var(--ink);font-weight:600}
.bars .solid{fill:var(--brand)}
.bars .rest{fill:#FBEADF;stroke:var(--rust);stroke-width:1}
.maps{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}
figure{margin:0}figcaption{font-weight:600;margin-top:4px}
.maps svg{max-width:100%;height:auto;background:#F6F5F1;border:1px solid var(--line)}
.ward{stroke:#fff;stroke-width:.8}
.need0{fill:#FCEBD9;background:#FCEBD9}.need1{fill:#F3C398;background:#F3C398}.need2{fill:#E0905A;background:#E0905A}
.need3{fill:#B65E2A;background:#B65E2A}.need4{fill:#753311;background:#753311}
.ward.few{fill:url(#few)}
.key.few{background:repeating-linear-gradient(45deg,#ECEAF4 0 4px,#8C87A8 4px 6px)}
.key.circle{border-radius:50%;background:rgba(26,33,30,.25);border:1px solid var(--ink)}
circle.count{fill:rgba(26,33,30,.25);stroke:#1A211E;stroke-width:1}
.legend{list-style:none;padding:0;margin:0}.legend li{display:flex;gap:8px;align-items:center;margin:4px 0}
.key{display:inline-block;width:16px;height:16px;border:1px solid var(--line)}
table{border-collapse:collapse;width:100%;margin-top:14px;font-size:13px}
th,td{text-align:left;padding:5px 8px;border-bottom:1px solid var(--line)}
th:nth-child(n+3),td:nth-child(n+3){text-align:right}
@media print{body{background:#fff}section{break-inside:avoid;border:0;padding:8px 0}}
`,
}
