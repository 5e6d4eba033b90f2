"""The style of the web page: no script, no font and no picture from elsewhere; light, dark and print.

Every selector begins with `.wl`, so that the style of a fragment leaves the notebook around it alone. People differ by
colour and letters, kinds by the line under the words: straight, dashed, dotted, wavy, double. All colours of words
reach 4.5:1 on their ground (WCAG 2.2, AA), which a test computes.
"""

PEOPLE = 8  # colours of people; a ninth person has that of the first again
LIGHT = {
    "paper": "#fcfbf8", "card": "#f5f3ee", "ink": "#1f1c19", "soft": "#625c54", "line": "#dcd7cd", "link": "#1d4f8f",
    "person-0": "#1d4f8f", "person-1": "#964500", "person-2": "#17623c", "person-3": "#86296f",
    "person-4": "#585a00", "person-5": "#5b3fb0", "person-6": "#a6203c", "person-7": "#005d6c",
}  # fmt: skip
DARK = {
    "paper": "#171614", "card": "#201f1c", "ink": "#e9e5dc", "soft": "#a8a196", "line": "#3a3732", "link": "#93bdf2",
    "person-0": "#8fbcf5", "person-1": "#f0a868", "person-2": "#7fd39c", "person-3": "#eb9bd6",
    "person-4": "#d3d26a", "person-5": "#b9a7f7", "person-6": "#f7949c", "person-7": "#6fd0dc",
}  # fmt: skip
TINT = 11  # per cent of a person's colour behind the words


def _colours(colours: dict[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in colours.items())


_RULES = """
.wl{--k:var(--soft);color:var(--ink);background:var(--paper);container-type:inline-size;
 font:400 1.0625rem/1.72 "Source Serif 4","Source Serif Pro",Charter,"Bitstream Charter","Iowan Old Style",
 "Palatino Linotype",Palatino,Georgia,"Liberation Serif",serif;text-align:start;overflow-wrap:break-word}
.wl *,.wl *::before{box-sizing:border-box}
.wl .ui,.wl .cards,.wl .key{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",
 Arial,sans-serif;font-size:.8125rem;line-height:1.5}
.wl a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:1px}
.wl a:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
.wl p,.wl ol,.wl dl,.wl h1,.wl h2,.wl h3,.wl h4{margin:0;padding:0;border:0;color:inherit}
.wl ol{list-style:none}
.wl .away{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.wl .article{max-width:76rem;margin:0 auto;padding:1.5rem 1.25rem 2rem}
.wl .about{color:var(--soft);margin:0 0 .5rem}
.wl .about strong{color:var(--ink);font-weight:650;letter-spacing:.01em}
.wl .about>*+*::before{content:"·";margin:0 .5em;color:var(--soft);font-weight:400}
.wl time{white-space:nowrap}
.wl .title{font-size:clamp(1.6rem,1.1rem + 2.2cqi,2.35rem);line-height:1.18;font-weight:600;letter-spacing:-.012em;
 text-wrap:balance;max-width:40rem;margin:0 0 .6rem}
.wl .key{display:flex;flex-wrap:wrap;gap:.15rem 1.35rem;padding:.6rem 0 .65rem;margin:0 0 1.6rem;color:var(--soft);
 border-block:1px solid var(--line);list-style:none}
.wl .key b,.wl .key i{color:var(--ink)}
.wl .people{gap:.3rem 1.35rem}
.wl .people .named{color:var(--ink)}
.wl .people .facts{margin-inline-start:.5em}
.wl .key:has(+.people){margin-bottom:0}
.wl .key+.people{border-top:0}
.wl .key .count{font-variant-numeric:tabular-nums;margin-inline-start:.3em}
.wl .text>*{max-width:38rem;margin:0 0 1.05em}
.wl .text>.title{margin-bottom:.5em}
.wl .text .heading{font-size:1.14em;line-height:1.35;font-weight:600;margin-top:1.7em}
.wl .text .teaser{font-size:1.06em;line-height:1.6;font-weight:500}
.wl .text .caption,.wl .text .credit,.wl .text .byline,.wl .text .agency,.wl .text .boilerplate{font-size:.86em;
 line-height:1.55;color:var(--soft)}
.wl .text .caption,.wl .text .credit{border-inline-start:3px solid var(--line);padding-inline-start:.8rem}
.wl .text .boilerplate{border-block-start:1px solid var(--line);padding-top:.6rem}
.wl .text span.dateline{font-variant-caps:small-caps;letter-spacing:.03em}
.wl .text span.agency,.wl .text span.credit,.wl .text span.byline{color:var(--soft)}
PERSONS
.wl .nobody{--k:var(--soft)}
.wl .direct{--u:solid}
.wl .indirect{--u:dashed}
.wl .indirect-free-indirect{--u:dotted}
.wl .free-indirect{--u:wavy}
.wl .reported{--u:double}
.wl mark,.wl .kind{color:inherit;background:none;text-decoration:underline var(--u) var(--k) 1.5px;
 text-underline-offset:.24em;text-decoration-skip-ink:none}
.wl .indirect-free-indirect.kind,.wl mark.indirect-free-indirect{text-decoration-thickness:2px}
.wl .free-indirect.kind,.wl mark.free-indirect,.wl .reported.kind,.wl mark.reported{text-decoration-thickness:1px}
.wl mark{background:color-mix(in srgb,var(--k) TINT%,transparent);border-radius:2px;padding:.12em 0;
 -webkit-box-decoration-break:clone;box-decoration-break:clone;scroll-margin-top:30vh}
.wl mark mark{text-underline-offset:.46em}
.wl mark mark mark{text-underline-offset:.68em}
.wl mark.unasserted{background:none}
.wl .speaker{font-weight:650}
.wl .text .speaker{color:var(--k)}
.wl .sign{display:inline-block;min-width:1.5em;padding:.12em .3em;border-radius:3px;background:var(--k);
 color:var(--paper);font:700 .82em/1.15 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;
 text-align:center;vertical-align:.07em}
.wl .named{font-weight:650}
.wl .facts{color:var(--soft)}
.wl .cue{font-style:italic}
.wl .addressee::before{content:"→\\2009";color:var(--soft);font-weight:400}
.wl .text>*{position:relative}
.wl .ref{text-decoration:none;white-space:nowrap;-webkit-user-select:none;user-select:none}
.wl .ref::before{content:"\\2060"}
.wl .ref .n,.wl .ref>.sign{display:inline-block;font:600 .66rem/1 system-ui,-apple-system,"Segoe UI",Roboto,
 "Liberation Sans",Arial,sans-serif;vertical-align:.5em;min-width:0;padding:.15em .2em}
.wl .ref .n{color:var(--k);font-variant-numeric:tabular-nums}
.wl .ref>.sign{margin-inline-start:.25em;border-radius:2px}
.wl .ref:hover .n,.wl .ref:focus-visible .n{background:var(--k);color:var(--paper);border-radius:2px}
.wl .tip{position:absolute;z-index:3;inset-inline:0;display:block;visibility:hidden;padding:.55rem .75rem;
 background:var(--card);color:var(--ink);border:1px solid var(--line);border-inline-start:3px solid var(--k);
 border-radius:0 4px 4px 0;box-shadow:0 3px 12px rgb(0 0 0/.18);white-space:normal;
 font:400 .8125rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",Arial,sans-serif;
 letter-spacing:normal}
.wl .tip .line{display:block}
.wl .tip .label{color:var(--soft)}
.wl mark:hover:not(:has(mark:hover))>.ref>.tip,.wl .ref:focus-visible>.tip{visibility:visible}
.wl mark:hover:not(:has(mark:hover))>.ref>.tip{transition:visibility 0s .3s}
.wl mark:target{background:color-mix(in srgb,var(--k) 24%,transparent);outline:2px solid var(--k);outline-offset:1px}
.wl .cards{margin-top:2rem}
.wl .cards>h2,.wl .cards>h3{font-family:inherit;font-size:.8125rem;font-weight:650;
 color:var(--soft);margin:0 0 .6rem}
.wl .card{background:var(--card);border-inline-start:3px solid var(--k);border-radius:0 4px 4px 0;
 padding:.6rem .8rem .65rem;margin:0 0 .6rem;scroll-margin-top:1.25rem}
.wl .card.depth-1{margin-inline-start:1.1rem}
.wl .card.depth-2{margin-inline-start:2.2rem}
.wl .card.depth-3{margin-inline-start:3.3rem}
.wl .card:target{outline:2px solid var(--k);outline-offset:1px}
.wl .top{display:flex;flex-wrap:wrap;align-items:baseline;gap:.1rem .6rem}
.wl .number{font-weight:700;color:var(--k);font-variant-numeric:tabular-nums;text-decoration:none;min-width:1.1em}
.wl .number:hover{text-decoration:underline}
.wl .kind{font-weight:600}
.wl .medium,.wl .place{color:var(--soft)}
.wl .flag{border:1px solid currentColor;border-radius:3px;padding:0 .4em;font-size:.75rem;color:var(--ink)}
.wl .score{margin-inline-start:auto;color:var(--soft);font-variant-numeric:tabular-nums;white-space:nowrap}
.wl .bar{display:inline-block;width:2.6rem;height:.32rem;border-radius:2px;background:var(--line);vertical-align:.12em;
 margin-inline-end:.45em;overflow:hidden}
.wl .bar rect{fill:var(--k)}
.wl .words{font-family:"Source Serif 4","Source Serif Pro",Charter,"Bitstream Charter","Iowan Old Style",
 "Palatino Linotype",Palatino,Georgia,"Liberation Serif",serif;font-size:.95rem;line-height:1.5;margin:.3rem 0 .4rem}
.wl .foot>dl{flex-basis:100%}
.wl .foot{display:flex;flex-wrap:wrap;gap:0 1.1rem;align-items:baseline}
.wl dl{display:flex;flex-wrap:wrap;gap:.05rem 1.1rem}
.wl dl div{display:flex;flex-wrap:wrap;gap:0 .4em;align-items:baseline}
.wl dt{color:var(--soft);flex:none;font-weight:400}
.wl dd{margin:0}
.wl dd.none{color:var(--soft)}
.wl .cards .who{display:flex;flex-wrap:wrap;gap:.1rem .6rem;font-size:.875rem;font-weight:400;margin:1.1rem 0 .5rem}
.wl .who .count{margin-inline-start:auto;color:var(--soft)}
.wl .why{color:var(--soft)}
.wl .why .at{white-space:nowrap}
.wl .foot .why{flex:1 1 0;min-width:0}
.wl .why summary{cursor:pointer;width:max-content}
.wl .why summary:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
.wl dd.addressee::before{content:none}
.wl .place{font-size:.75rem;margin-inline-start:auto;font-variant-numeric:tabular-nums}
.wl .note{color:var(--soft);margin-top:1.2rem;padding-top:.6rem;border-top:1px solid var(--line)}
@container (min-width:50rem){
 .wl .columns{display:grid;grid-template-columns:minmax(0,38rem) minmax(17rem,1fr);gap:0 clamp(1.6rem,4cqi,3.2rem)}
 .wl .cards{margin-top:0}
}
@media (prefers-color-scheme:dark){.wl{DARK}}
@media (prefers-contrast:more){.wl mark{text-decoration-thickness:2.5px}.wl{--soft:var(--ink)}}
@media print{
 .wl{LIGHT font-size:10.5pt;background:none}
 .wl .card{break-inside:avoid;background:none}
 .wl .tip,.wl .why:not([open]){display:none}
 .wl mark,.wl .sign,.wl .bar{-webkit-print-color-adjust:exact;print-color-adjust:exact}
 .wl .cards>ol{columns:2;column-gap:1.5rem}
 .wl .columns{display:block}
 .wl .text>*{max-width:none}
 .wl .article+.article{break-before:page}
 .wl .title,.wl .heading{break-after:avoid}
}
"""

_PAGE_RULES = """
body{margin:0;background:var(--paper)}
body.wl{min-height:100vh}
.wl .contents{max-width:76rem;margin:0 auto;padding:2rem 1.25rem .5rem}
.wl .contents h1{font-size:1.9rem;line-height:1.2;font-weight:600;letter-spacing:-.01em;margin-bottom:.6rem}
.wl .contents li{padding:.3rem 0;border-top:1px solid var(--line);display:flex;gap:1rem;align-items:baseline}
.wl .contents li span{margin-inline-start:auto;white-space:nowrap;color:var(--soft)}
.wl .article+.article{border-top:3px double var(--line)}
@container (min-width:50rem){
 .wl .cards{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto;align-self:start;
  padding-inline-end:.4rem;scrollbar-width:thin}
}
@media print{.wl .cards{position:static;max-height:none;overflow:visible}}
"""

_PERSONS = "\n".join(f".wl .p{number}{{--k:var(--person-{number})}}" for number in range(PEOPLE))
FRAGMENT_STYLE = ".wl{color-scheme:light dark;" + _colours(LIGHT) + "}" + (
    _RULES.replace("DARK", _colours(DARK)).replace("LIGHT", _colours(LIGHT)).replace("TINT", str(TINT))
    .replace("PERSONS", _PERSONS)
)  # fmt: skip
PAGE_STYLE = FRAGMENT_STYLE + _PAGE_RULES

_REPORT_RULES = """
.wl .report{max-width:46rem;margin:0 auto;padding:1.75rem 1.25rem 2.5rem}
.wl .report section{margin-top:2.2rem}
.wl .report p{margin:0 0 .7em;max-width:40rem}
.wl .report h2{font-size:1.3rem;line-height:1.3;font-weight:600;margin:0 0 .8rem}
.wl .report h3{font-size:1rem;line-height:1.4;font-weight:650;margin:0 0 .25rem}
.wl .report blockquote{margin:0}
.wl .yes{--v:var(--person-2)}
.wl .partly{--v:var(--person-1)}
.wl .no{--v:var(--person-6)}
.wl .nothing{--v:var(--soft)}
.wl .verdict .title{color:var(--v);margin-bottom:.8rem}
.wl .verdict .claim{font-size:1.3rem;line-height:1.5;border-inline-start:4px solid var(--v);
 padding:.1rem 0 .1rem 1rem;margin:0 0 1.1rem;white-space:pre-line}
.wl .report .warning{border:1px solid var(--person-6);border-radius:4px;padding:.45rem .75rem;color:var(--person-6);
 max-width:none}
.wl .report .card{padding:.9rem 1.1rem 1rem;margin:0 0 1rem;border-inline-start-color:var(--v)}
.wl .report .card .flag:first-child{color:var(--v);font-weight:650}
.wl .report .top{margin:0 0 .5rem;align-items:center}
.wl .report .words{font-size:1.0625rem;line-height:1.65;margin:0 0 .7rem}
.wl .report .words .speaker{color:var(--k)}
.wl .report .words mark .speaker{color:inherit}
.wl .claimed{background:color-mix(in srgb,var(--k) 17%,transparent);font-weight:600;border-radius:2px}
.wl .left-out{color:var(--soft)}
.wl .report .facts{color:var(--ink);display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem 1rem}
.wl .report .facts div{display:contents}
.wl .report .facts dd{overflow-wrap:anywhere}
.wl .report code{font:.95em/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace}
.wl .differences{margin:0 0 .7rem;font-size:.875rem}
.wl .differences p{margin:0 0 .3em}
.wl del{color:var(--person-6);text-decoration:line-through 1px}
.wl ins{color:var(--person-2);text-decoration:underline 1.5px;text-underline-offset:.2em}
.wl .rest{padding-inline-start:2rem;list-style:decimal}
.wl .rest li{margin:0 0 .45rem;overflow-wrap:anywhere}
.wl .report .cite{border:1px solid var(--line);border-radius:4px;padding:.7rem .9rem;max-width:none;
 overflow-wrap:anywhere}
.wl .report .facts+p{margin-top:1rem}
@container (max-width:34rem){
 .wl .report .facts{grid-template-columns:minmax(0,1fr);gap:0}
 .wl .report .facts dd{margin:0 0 .45rem}
}
@media print{.wl .report{max-width:none;padding:0}
 .wl .claimed{-webkit-print-color-adjust:exact;print-color-adjust:exact}
 .wl .report h2,.wl .report h3{break-after:avoid}}
"""
REPORT_STYLE = PAGE_STYLE + _REPORT_RULES

# For the app, whose reader may choose light or dark: the colours stand at the root, the rules know none.
ROOT_COLOURS = (
    f":root{{color-scheme:light dark;{_colours(LIGHT)}}}"
    f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{_colours(DARK)}}}}}"
    f":root[data-theme=dark]{{color-scheme:dark;{_colours(DARK)}}}:root[data-theme=light]{{color-scheme:light}}"
    f"@media print{{:root:root:root{{color-scheme:light;{_colours(LIGHT)}}}}}"
)
RULES = _RULES.replace("DARK", "").replace("LIGHT", "").replace("TINT", str(TINT)).replace("PERSONS", _PERSONS) + (
    _REPORT_RULES
)
