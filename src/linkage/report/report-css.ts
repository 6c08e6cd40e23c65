import type { Html } from '#platform/html'

/** The page's look: warm paper, petrol for what speaks for one person, rust for what speaks against. */
export const reportCss: Html = {
  html: `
:root{color-scheme:light dark;--paper:#F6F5F1;--surface:#fff;--sunken:#EDEBE4;--ink:#1A211E;--ink2:#454D49;--ink3:#5A635E;--line:#DBD7CD;--strong:#85806F;--brand:#0B5A68;--rust:#C4551F;--hatch:#FBEADF;--warn:#FFF0CC;--warnink:#5E4100;--second:#8160B5;--third:#8C5A00}
@media (prefers-color-scheme:dark){:root{--paper:#111614;--surface:#19201D;--sunken:#0C100E;--ink:#EDF0EB;--ink2:#BCC5BF;--ink3:#A5B0AA;--line:#303A35;--strong:#78837D;--brand:#6FC4D2;--rust:#E98A57;--hatch:#3A2015;--warn:#33270C;--warnink:#EEC163;--second:#BDA6E8;--third:#EEC163}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/22px "Plus Jakarta Sans Variable",system-ui,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums}
main{max-width:1120px;margin:0 auto;padding:16px 24px 48px}
h1{font-size:32px;line-height:38px;letter-spacing:-.02em;margin:4px 0 10px}
h2{font-size:20px;line-height:26px;margin:0 0 8px}
h3{font-size:16px;line-height:22px;margin:24px 0 6px}
p{margin:0 0 10px;max-width:76ch;overflow-wrap:anywhere}
.kicker{color:var(--brand);font-weight:600;margin:0}
.lead{font-size:17px;line-height:26px;color:var(--ink2)}
.out{color:var(--ink3);font-weight:600}
.warning{background:var(--warn);color:var(--warnink);border-radius:7px;padding:8px 12px}
section,nav{background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:16px;margin:16px 0}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:4px 20px;margin:0;padding:0}
a{color:var(--brand);display:inline-block;padding:4px 0}
.figures{display:flex;flex-wrap:wrap;gap:10px 36px;margin:14px 0}
.figures div{display:flex;flex-direction:column-reverse}
.figures dd{margin:0;font-size:26px;line-height:30px;font-weight:700}
.figures dt{color:var(--ink3)}
fieldset{border:0;margin:0 0 12px;padding:0;display:flex;gap:4px;justify-content:flex-end}
fieldset legend{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
fieldset label{display:flex;align-items:center;gap:6px;padding:6px 10px;min-height:36px;border-radius:7px;cursor:pointer}
fieldset label:has(:checked){background:var(--sunken);font-weight:600}
fieldset input{accent-color:var(--brand);margin:0;width:16px;height:16px}
main:has(#in-id:checked)>[lang=en],main:has(#in-en:checked)>[lang=id]{display:none}
:focus-visible{outline:3px solid var(--brand);outline-offset:2px}
.scroll{overflow-x:auto;margin:8px 0 12px}
table{border-collapse:collapse;width:100%;font-size:13px;line-height:18px}
caption{text-align:left;color:var(--ink2);font-weight:600;padding:0 0 6px}
th,td{text-align:left;padding:4px 8px;border-bottom:1px solid var(--line);vertical-align:middle}
thead th{border-bottom:1px solid var(--strong);color:var(--ink2);vertical-align:bottom}
tbody th{font-weight:400;min-width:9em}
.number{text-align:right;white-space:nowrap}thead .number{white-space:normal}
.value{overflow-wrap:anywhere;min-width:12em}.found{min-width:13em}
.bar{width:160px}td.bar svg{display:block;width:150px;height:12px}
.step{position:relative;min-width:220px;width:30%}td.step{padding:0}
td.step svg{position:absolute;inset:0;width:100%;height:100%}
.chart{display:block;width:100%;min-width:520px;max-width:760px;height:auto;font-size:12px}
.chart text{fill:var(--ink2)}.chart .name{fill:var(--ink);font-weight:600}
.for{fill:var(--brand)}.against{fill:var(--rust)}.second.for{opacity:.65}.second.against{opacity:.65}
.stair{fill:none;stroke-width:10;vector-effect:non-scaling-stroke}.stair.for{stroke:var(--brand)}.stair.against{stroke:var(--rust)}
.outlined{fill:var(--hatch);stroke:var(--rust);stroke-width:1}
.axis,.link{stroke:var(--strong);fill:none;vector-effect:non-scaling-stroke}
.grid{stroke:var(--line)}
.threshold{stroke:var(--ink);stroke-dasharray:4 3;vector-effect:non-scaling-stroke;fill:none}
.line{fill:none;stroke-width:2.5}.first{stroke:var(--brand)}.second.line{stroke:var(--second);stroke-dasharray:7 4}.third{stroke:var(--third);stroke-dasharray:2 3}
details{border-top:1px solid var(--line);padding:4px 0}
summary{cursor:pointer;padding:6px 0;overflow-wrap:anywhere}
@media (max-width:640px){tbody th{min-width:7.5em}main{padding:10px 14px 32px}h1{font-size:26px;line-height:32px}section,nav{padding:12px}}
@media (prefers-contrast:more){:root{--ink2:var(--ink);--ink3:var(--ink);--line:var(--ink)}}
@media (forced-colors:active){.for,.against{forced-color-adjust:none}}
@media print{:root{color-scheme:light;--paper:#fff;--surface:#fff;--sunken:#fff;--ink:#000;--ink2:#222;--ink3:#333;--line:#bbb;--strong:#666;--brand:#0B5A68;--rust:#C4551F;--hatch:#FBEADF;--warn:#fff;--warnink:#000;--second:#8160B5;--third:#8C5A00}fieldset,nav{display:none}section{border:0;padding:8px 0}table,.chart{break-inside:auto}tr,h2,h3{break-inside:avoid}h2,h3{break-after:avoid}.scroll{overflow:visible}main{max-width:none;padding:0}details::details-content{content-visibility:visible;block-size:auto}}
`,
}
