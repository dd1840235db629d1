namespace Jiedui.Flow.Outputs.Reports.Html;

/// <summary>The one style sheet of an .html report: the colours of the program, the page of GB/T 9704 in print.</summary>
internal static class ReportStyle
{
    public const string Css =
        """

        :root { --ground: #f6f6f3; --paper: #fff; --ink: #1d2129; --second: #5b6470; --line: #e4e5e0; --link: #17696f; }
        @media (prefers-color-scheme: dark) { :root { --ground: #16181c; --paper: #1f2227; --ink: #e9e9e6; --second: #a9b0b8; --line: #363b42; --link: #6cc3c8; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 17px/1.8 FangSong, STFangsong, "Noto Serif CJK SC", serif; }
        article, .annex { max-width: 44em; margin: 24px auto; padding: 48px 64px; background: var(--paper); border: 1px solid var(--line); }
        h1 { margin: 0; text-align: center; font: 600 1.6em/1.5 "STZhongsong", "SimSun", "Noto Serif CJK SC", serif; }
        h1 span { display: inline-block; }
        h2, h3, h4 { margin: .6em 0 .2em; text-indent: 2em; font-size: 1em; break-after: avoid; }
        h2 { font-family: SimHei, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
        h3 { font-family: KaiTi, STKaiti, "Noto Serif CJK SC", serif; }
        p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
        .subtitle { margin-bottom: 2em; text-align: center; text-indent: 0; font-family: KaiTi, STKaiti, "Noto Serif CJK SC", serif; }
        .closing { text-align: right; padding-right: 4em; }
        h3 + p, h2 + p { break-before: avoid; }
        p.closing:first-of-type, p:not(.closing) + .closing { margin-top: 2em; }
        .figure { color: inherit; text-decoration: underline dotted var(--link); text-underline-offset: .25em; white-space: nowrap; }
        .figure:hover, .figure:focus-visible { color: var(--link); text-decoration-style: solid; }
        .annex { font: 14px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; }
        .annex h2 { margin: 0 0 1em; text-indent: 0; font-size: 1.2em; }
        .annex p { text-indent: 0; }
        .fact { padding: .6em 0; border-top: 1px solid var(--line); scroll-margin-top: 1em; }
        .fact:target { outline: 2px solid var(--link); outline-offset: 4px; }
        summary { cursor: pointer; }
        summary b { margin-left: .5em; }
        dl { display: grid; grid-template-columns: 3em 1fr; gap: .2em .8em; margin: .4em 0 0; color: var(--second); }
        dd { margin: 0; overflow-wrap: anywhere; }
        .annex a { color: var(--link); }
        .missing { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
        .missing th, .missing td { padding: .3em .5em; border-bottom: 1px solid var(--line); text-align: left; }
        .missing th:nth-child(n+3), .missing td:nth-child(n+3) { text-align: right; white-space: nowrap; }
        @media (max-width: 640px) { article, .annex { margin: 0; padding: 24px 18px; border-width: 0 0 1px; } .closing { padding-right: 1em; } }
        @media print {
          @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
          :root { --ground: #fff; --paper: #fff; --ink: #000; --second: #000; --line: #999; }
          body { font-size: 16pt; line-height: 28.95pt; }
          article, .annex { max-width: none; margin: 0; padding: 0; border: 0; }
          .figure { text-decoration: none; }
          .annex { break-before: page; font-size: 10.5pt; line-height: 1.5; }
          .fact { break-inside: avoid; }
        }

        """;
}
