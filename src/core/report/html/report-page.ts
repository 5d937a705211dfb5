import { escapeHtml } from './escape-html.ts';

/** A page of HTML that needs nothing else: no script, no font, no picture from elsewhere; for screens and for paper. */
export const reportPage = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="generator" content="Milepost">
<title>${escapeHtml(title)}</title>
<style>
${STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;

const STYLE = `:root {
  color-scheme: light dark;
  --text: #1f2328; --quiet: #59636e; --paper: #ffffff; --line: #d1d9e0; --shade: #f6f8fa;
  --link: #0969da; --late: #cf222e; --good: #1a7f37; --warn: #9a6700;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e6edf3; --quiet: #9198a1; --paper: #0d1117; --line: #3d444d; --shade: #151b23;
    --link: #58a6ff; --late: #f85149; --good: #3fb950; --warn: #d29922;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--text); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; overflow-wrap: break-word; }
h1 { margin: 0 0 1.25rem; font-size: 1.75rem; line-height: 1.25; text-wrap: balance; }
h2 { margin: 2rem 0 .6rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); font-size: 1.2rem; }
h3 { margin: 1.4rem 0 .4rem; font-size: 1rem; }
p, ul, ol { margin: .6rem 0; }
ul, ol { padding-left: 1.4rem; }
li { margin: .35rem 0; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
blockquote { margin: .8rem 0; padding: .5rem 1rem; border-left: .25rem solid var(--warn); background: var(--shade); }
blockquote p { margin: 0; }
.health-red { color: var(--late) !important; }
.health-amber { color: var(--warn) !important; }
.health-green { color: var(--good) !important; }
table { width: 100%; margin: .8rem 0; border-collapse: collapse; font-size: .94rem; }
th, td { padding: .45rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { color: var(--quiet); font-weight: 600; }
code, pre { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .9em; }
pre { padding: .8rem; overflow-x: auto; background: var(--shade); }
img { max-width: 100%; }
figure { margin: 1rem 0; overflow-x: auto; }
svg.timeline { display: block; width: 100%; min-width: 40rem; height: auto; font: 14px system-ui, -apple-system, "Segoe UI", sans-serif; fill: var(--text); }
svg .quiet { fill: var(--quiet); font-size: 12px; }
svg .grid { stroke: var(--line); }
svg .today { stroke: var(--warn); stroke-dasharray: 4 3; }
svg .slip { stroke: var(--late); stroke-width: 2; }
svg .late { fill: var(--late); }
svg .good { fill: var(--good); }
svg .due { fill: none; stroke: var(--quiet); stroke-width: 1.5; }
svg .baseline { fill: var(--paper); stroke: var(--quiet); stroke-width: 1.5; }
@page { margin: 16mm; }
@media print {
  :root { --text: #000; --paper: #fff; --shade: #f6f8fa; --line: #bbb; --quiet: #444; --link: #000; }
  main { max-width: none; padding: 0; }
  body { font-size: 10.5pt; }
  h2, h3 { break-after: avoid; }
  tr, li, blockquote, figure { break-inside: avoid; }
}
`;
