namespace Stemma.Briefs.Rendering.Html;

/// <summary>The page's style sheet: one type scale (ratio 1.2), colours as properties for light and dark, print.</summary>
/// <remarks>Contrast of every pair of text and ground is at least 4.5 : 1 (WCAG 2.2 AA) in both schemes.</remarks>
internal static class HtmlStyle
{
    public const string Sheet = """
        :root{color-scheme:light dark;--ground:#fbfaf7;--card:#fff;--ink:#1c2126;--soft:#56606a;--line:#dedad0;--link:#1d4f7c;--mark:#fdeeb5;--mark-ink:#2b2408;--good:#1d6340;--warn:#7d5300;--bad:#a02c1b;
        --s0:1rem;--s-1:.833rem;--s1:1.2rem;--s2:1.44rem;--s3:1.73rem;--s4:2.07rem;--serif:"Iowan Old Style","Palatino Linotype",Palatino,Georgia,"Noto Serif",serif;--sans:system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        @media (prefers-color-scheme:dark){:root{--ground:#14171a;--card:#1b1f23;--ink:#e8e5dd;--soft:#a7afb6;--line:#343a40;--link:#93c1ee;--mark:#4b4115;--mark-ink:#f7efcd;--good:#86cfa6;--warn:#e5bd6c;--bad:#ff9f8e}}
        *{box-sizing:border-box}
        html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--ground);color:var(--ink);font:var(--s0)/1.55 var(--sans)}
        a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:1px}
        a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
        .skip{position:absolute;left:-999rem;top:0;background:var(--ink);color:var(--ground);padding:.6rem 1rem;z-index:2}
        .skip:focus{left:0}
        .wrap{max-width:74rem;margin:0 auto;padding:1.5rem clamp(1rem,4vw,3rem) 4rem}
        .story{display:grid;grid-template-columns:minmax(0,1fr);gap:0 3rem}
        .story+.story{border-top:4px double var(--line);margin-top:4rem;padding-top:2rem}
        .story>header{padding-bottom:1.25rem;border-bottom:1px solid var(--line)}
        h1,h2,h3,h4{font-family:var(--serif);line-height:1.2;font-weight:600;text-wrap:balance;overflow-wrap:anywhere}
        .title{font-size:clamp(var(--s3),5vw,var(--s4));margin:.2rem 0 .5rem}
        section>h2,section>h3{font-size:var(--s2);margin:0 0 .75rem}
        section{padding:1.75rem 0 .25rem}
        p{margin:0 0 .4rem}
        .meta,.note{color:var(--soft);font-size:var(--s-1)}
        .meta a{color:inherit}
        .meta a:hover{color:var(--link)}
        .counts{color:var(--soft);margin:0}
        nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;margin:0;padding:.9rem 0;font-size:var(--s-1)}
        nav a{text-decoration:none}
        nav a:hover{text-decoration:underline}
        ol.points{margin:0;padding-left:2.2rem}
        ol.points>li{margin:0 0 1.05rem;padding-left:.3rem}
        ol.points>li::marker{color:var(--soft);font-size:var(--s-1);font-variant-numeric:tabular-nums}
        .text,.what,.words,blockquote,.body,.statement{font-family:var(--serif)}
        .text{font-size:1.09rem;line-height:1.48;margin-bottom:.15rem;overflow-wrap:anywhere}
        .new .text{font-size:var(--s1)}
        .number .text{font-size:var(--s1)}
        li:target>.text,li:target{background:color-mix(in srgb,var(--mark) 55%,transparent);box-shadow:0 0 0 .4rem color-mix(in srgb,var(--mark) 55%,transparent)}
        .plain{list-style:none;margin:0;padding:0}
        .plain li{margin:0 0 .45rem}
        .status{font-weight:600;color:var(--soft)}
        .status.confirmed{color:var(--good)}
        .status.disputed,.status.denied,.verdict.conflict{color:var(--bad);font-weight:600}
        .status.presumed,.status.reported,.verdict.superseded{color:var(--warn)}
        .status.withdrawn{text-decoration:line-through}
        .origins{white-space:nowrap}
        .dots{letter-spacing:.12em;font-size:.8em;color:var(--ink)}
        .unnamed{font-size:var(--s-1);color:var(--warn)}
        .aside{font-size:var(--s-1);color:var(--soft)}
        .claim{border-top:1px solid var(--line);padding:.6rem 0}
        summary{cursor:pointer}
        .claim .statement{margin-right:.4rem}
        .assertions{list-style:none;margin:.6rem 0 .4rem;padding:0 0 0 1.1rem}
        .assertions li{margin-bottom:.9rem}
        .chain{font-weight:600;font-size:var(--s-1);margin:0}
        blockquote{margin:.1rem 0 .15rem;padding-left:.8rem;border-left:3px solid var(--line);overflow-wrap:anywhere}
        .ladder{display:inline-flex;gap:2px;vertical-align:baseline}
        .ladder i{width:.85em;height:.5em;border:1px solid var(--soft);border-radius:1px}
        .ladder i.on{background:var(--soft)}
        .difference{margin:0 0 1.5rem;padding-left:.9rem;border-left:3px solid var(--line)}
        .sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr));gap:.75rem;margin:.4rem 0}
        .side{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.7rem .9rem}
        .value{font-size:var(--s1);font-weight:600;font-variant-numeric:tabular-nums;margin:0;overflow-wrap:anywhere}
        .why{color:var(--soft)}
        .timeline-list{list-style:none;margin:0;padding:0}
        .timeline-list li{display:grid;grid-template-columns:11rem minmax(0,1fr);gap:0 1.2rem;margin-bottom:.8rem}
        .when{font-size:var(--s-1);color:var(--soft);font-variant-numeric:tabular-nums;padding-top:.15rem}
        .scroll{overflow-x:auto;border:1px solid var(--line);border-radius:6px;background:var(--card)}
        svg.lineage{display:block;font-family:var(--sans);font-size:13px}
        .lineage .node rect{fill:var(--ground);stroke:var(--soft)}
        .lineage a:hover rect,.lineage a:focus rect{stroke:var(--link);stroke-width:2}
        .lineage .absent rect{fill:var(--card);stroke-dasharray:4 3}
        .lineage .name{font-weight:600;fill:var(--ink)}
        .lineage .when{font-size:12px;fill:var(--soft)}
        .lineage .edge path{fill:none;stroke:var(--soft);stroke-width:1.5}
        .lineage .edge.verbatim path{stroke-width:3.2}
        .lineage .edge.credits path{stroke-dasharray:8 4}
        .lineage .edge.cites path{stroke-dasharray:2 4}
        .lineage .tip{fill:var(--soft)}
        .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;margin:.5rem 0;padding:0;font-size:var(--s-1);color:var(--soft)}
        .legend svg{display:inline-block;vertical-align:middle}
        .change{display:block;color:var(--bad);padding-left:1rem;font-size:var(--s-1)}
        .report{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:1.1rem clamp(.9rem,3vw,1.6rem);margin:0 0 1.4rem}
        .report h3,.report h4{font-size:var(--s1);margin:0 0 .2rem}
        .report h3 a,.report h4 a{color:inherit}
        .editor{font-size:var(--s-1);color:var(--warn)}
        .body{max-width:42rem;overflow-wrap:anywhere;margin-top:.7rem}
        .body p{margin:0 0 .8rem}
        .dateline{color:var(--soft);font-variant-caps:small-caps}
        mark{background:var(--mark);color:var(--mark-ink);padding:.05em 0;box-decoration-break:clone;-webkit-box-decoration-break:clone}
        u{text-decoration:underline dotted;text-underline-offset:.18em}
        .back{font:600 .68em var(--sans);vertical-align:super;line-height:0;margin:0 .15em;text-decoration:none;padding:0 .15em}
        .voice{position:relative;font:700 .9em var(--sans);text-decoration:none;color:var(--link);padding:0 .2em;margin-left:.1em;border-radius:3px}
        .voice:hover,.voice:focus{color:var(--link);background:var(--ground)}
        .voice:hover::after,.voice:focus::after{content:attr(data-note);position:absolute;left:0;top:1.5em;z-index:2;width:max-content;max-width:min(22rem,70vw);background:var(--ground);color:var(--ink);border:1px solid var(--line);border-radius:6px;padding:.4rem .6rem;font:400 .95rem var(--sans);text-align:left;white-space:normal}
        .at:target+mark,.at:target+.said,.at:target+.at+mark,.at:target+.at+.said{outline:2px solid var(--link);outline-offset:2px}
        footer{color:var(--soft);font-size:var(--s-1);border-top:1px solid var(--line);margin-top:2.5rem;padding-top:1rem}
        @media (min-width:64rem){.story{grid-template-columns:11rem minmax(0,1fr)}.story>header,.story>.flow{grid-column:2}.story>nav{grid-column:1;grid-row:1/span 2}nav ul{position:sticky;top:1.2rem;display:block;padding:.4rem 0}nav li{margin-bottom:.45rem}}
        @media (max-width:36rem){.timeline-list li{grid-template-columns:minmax(0,1fr)}ol.points{padding-left:1.7rem}.origins{white-space:normal}}
        @media print{:root{--ground:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--link:#000;--mark:#eee;--mark-ink:#000;--good:#000;--warn:#000;--bad:#000}nav,.skip{display:none}body{font-size:10.5pt}.wrap{max-width:none;padding:0}.report,.side,.scroll{border-color:#bbb}.scroll{overflow:visible}.scroll svg{max-width:100%;height:auto}li,.difference,.claim{break-inside:avoid}h2,h3{break-after:avoid}details::details-content{content-visibility:visible;block-size:auto}a{text-decoration:none}.voice,.voice:hover{color:var(--soft);background:none}.voice::after,.voice:hover::after{content:" [" attr(data-note) "]";position:static;border:0;padding:0;font:400 .85em var(--sans);color:var(--soft)}}
        """;
}
