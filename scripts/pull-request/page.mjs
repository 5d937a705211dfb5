import { commentHtml } from './comment-html.mjs';

/** Like the page of a pull request in a light theme: enough of it to judge how a comment looks there. */
const STYLE = `
  * { box-sizing: border-box; }
  body { margin: 0; padding: 24px 32px; background: #fff; color: #1f2328; font: 14px/1.5 system-ui, sans-serif; }
  h1 { margin: 0 0 4px; font-size: 26px; font-weight: 400; }
  h1 span { color: #59636e; font-weight: 300; }
  .state { display: flex; gap: 8px; align-items: center; margin-bottom: 20px; padding-bottom: 16px; border-bottom: 1px solid #d1d9e0; color: #59636e; }
  .open { padding: 5px 12px; border-radius: 2em; background: #1f883d; color: #fff; font-weight: 500; }
  .branch { padding: 2px 6px; border-radius: 6px; background: #ddf4ff; color: #0969da; font: 12px monospace; }
  .entry { display: grid; grid-template-columns: 40px minmax(0, 1fr); gap: 16px; max-width: 900px; margin-bottom: 16px; }
  .face { width: 40px; height: 40px; border-radius: 50%; background: #54aeff; color: #fff; font: 600 17px/40px sans-serif; text-align: center; }
  .bot .face { border-radius: 6px; background: #24292f; }
  .box { border: 1px solid #d1d9e0; border-radius: 6px; }
  .by { padding: 8px 16px; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0; background: #f6f8fa; color: #59636e; }
  .by b { color: #1f2328; font-weight: 600; }
  .by i { margin-left: 4px; padding: 1px 6px; border: 1px solid #d1d9e0; border-radius: 2em; font-style: normal; font-size: 12px; }
  .text { padding: 16px; overflow: hidden; }
  .text > :first-child { margin-top: 0; }
  .text > :last-child { margin-bottom: 0; }
  p, table, pre, details { margin: 0 0 16px; }
  table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse; }
  th, td { padding: 6px 13px; border: 1px solid #d1d9e0; text-align: left; }
  th { font-weight: 600; }
  tr:nth-child(2n + 1) td { background: #f6f8fa; }
  code { padding: 0.2em 0.4em; border-radius: 6px; background: #818b981f; font: 85% monospace; white-space: break-spaces; }
  pre { text-align: center; font-family: inherit; }
  sub { font-size: 75%; line-height: 0; }
  .dot { display: inline-block; width: 13px; height: 13px; border-radius: 50%; vertical-align: -1px; }
  summary { cursor: default; }
`;

const escaped = (text) => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);

/** The page of a pull request with what somebody wrote, and the comment on it. */
export const pullRequestPage = ({ name, by, title, says, comment }) => `<!doctype html>
<meta charset="utf-8"><title>Pull request</title><style>${STYLE}</style>
<h1>${escaped(title)} <span>#214</span></h1>
<div class="state"><span class="open">Open</span> ${by} wants to merge 1 commit into <span class="branch">main</span> from <span class="branch">${name}</span></div>
<div class="entry"><div class="face">${by[0].toUpperCase()}</div><div class="box"><div class="by"><b>${by}</b> commented</div><div class="text"><p>${escaped(says)}</p></div></div></div>
<div class="entry bot"><div class="face">M</div><div class="box"><div class="by"><b>github-actions</b><i>bot</i> commented</div><div class="text">${commentHtml(comment)}</div></div></div>
`;
