"""The style of the web page: no script, no font and no picture from elsewhere; light, dark and print.

Every selector begins with `.wl`, so that the style of a fragment leaves the notebook around it alone. Kinds differ by
the line under the words as well as by colour: straight, dashed, dotted, wavy, double. All colours of words reach 4.5:1
on their ground (WCAG 2.2, AA), which a test computes.
"""

LIGHT = {
    "paper": "#fcfbf8", "card": "#f5f3ee", "ink": "#1f1c19", "soft": "#625c54", "line": "#dcd7cd", "link": "#1d4f8f",
    "direct": "#1d4f8f", "indirect": "#0f6652", "indirect-free-indirect": "#5a6212", "free-indirect": "#7c3577",
    "reported": "#8a4b10",
}  # fmt: skip
DARK = {
    "paper": "#171614", "card": "#201f1c", "ink": "#e9e5dc", "soft": "#a8a196", "line": "#3a3732", "link": "#93bdf2",
    "direct": "#93bdf2", "indirect": "#7fd1b6", "indirect-free-indirect": "#c8cf72", "free-indirect": "#dda6d9",
    "reported": "#eab27c",
}  # fmt: skip
TINT = 9  # per cent of a kind's colour behind its words


def _colours(colours: dict[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in colours.items())


_RULES = """
.wl{color:var(--ink);background:var(--paper);container-type:inline-size;
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
.wl .direct{--k:var(--direct);--u:solid}
.wl .indirect{--k:var(--indirect);--u:dashed}
.wl .indirect-free-indirect{--k:var(--indirect-free-indirect);--u:dotted}
.wl .free-indirect{--k:var(--free-indirect);--u:wavy}
.wl .reported{--k:var(--reported);--u:double}
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
.wl .cue{font-style:italic}
.wl .addressee::before{content:"→\\2009";color:var(--soft);font-weight:400}
.wl .ref{text-decoration:none;white-space:nowrap}
.wl .ref::before{content:"\\2060"}
.wl .ref span{display:inline-block;font:600 .66rem/1 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,
 sans-serif;color:var(--k);vertical-align:.5em;padding:.15em .18em;margin-inline:.05em;
 font-variant-numeric:tabular-nums;-webkit-user-select:none;user-select:none}
.wl .ref:hover span,.wl .ref:focus-visible span{background:var(--k);color:var(--paper);border-radius:2px}
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
.wl .kind{color:var(--k);font-weight:600}
.wl .medium,.wl .place{color:var(--soft)}
.wl .flag{border:1px solid currentColor;border-radius:3px;padding:0 .4em;font-size:.75rem;color:var(--ink)}
.wl .score{margin-inline-start:auto;color:var(--soft);font-variant-numeric:tabular-nums;white-space:nowrap}
.wl .bar{display:inline-block;width:2.6rem;height:.32rem;border-radius:2px;background:var(--line);vertical-align:.12em;
 margin-inline-end:.45em;overflow:hidden}
.wl .bar i{display:block;height:100%;background:var(--k)}
.wl .words{font-family:"Source Serif 4","Source Serif Pro",Charter,"Bitstream Charter","Iowan Old Style",
 "Palatino Linotype",Palatino,Georgia,"Liberation Serif",serif;font-size:.95rem;line-height:1.5;margin:.3rem 0 .4rem}
.wl .foot{display:flex;flex-wrap:wrap;gap:0 1.1rem;align-items:baseline}
.wl dl{display:flex;flex-wrap:wrap;gap:.05rem 1.1rem}
.wl dl div{display:flex;gap:.4em;align-items:baseline}
.wl dt{color:var(--soft);flex:none;font-weight:400}
.wl dd{margin:0}
.wl dd.none{color:var(--soft)}
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

FRAGMENT_STYLE = (
    ".wl{color-scheme:light dark;" + _colours(LIGHT) + "}"
    + _RULES.replace("DARK", _colours(DARK)).replace("LIGHT", _colours(LIGHT)).replace("TINT", str(TINT))
)  # fmt: skip
PAGE_STYLE = FRAGMENT_STYLE + _PAGE_RULES
