// Writes a file as a note on a merge request of GitLab, once, and then keeps that note up to date. What it needs to know
// the runner says by variables; nothing in them is put into a shell.
import { readFileSync } from 'node:fs';

const MARKER = '<!-- milepost -->';
const { CI_API_V4_URL, CI_PROJECT_ID, CI_MERGE_REQUEST_IID, MILEPOST_TOKEN } = process.env;

const text = readFileSync(process.argv[2] ?? 'milepost.md', 'utf8');

if (!MILEPOST_TOKEN) console.log('No note: MILEPOST_TOKEN is not set. The report is among the artifacts.');
else await write(`${MARKER}\n${text}`);

async function write(body) {
  const me = await ask('GET', 'user');
  const notes = `projects/${CI_PROJECT_ID}/merge_requests/${CI_MERGE_REQUEST_IID}/notes`;
  const own = await find(notes, (note) => note.author.id === me.id && note.body.startsWith(MARKER));
  if (own) await ask('PUT', `${notes}/${own.id}`, { body });
  else if (!text.startsWith('Nothing of the plan has changed')) await ask('POST', notes, { body });
}

async function find(notes, isWanted) {
  for (let page = 1; page <= 50; page++) {
    const found = await ask('GET', `${notes}?per_page=100&page=${page}&sort=asc`);
    const own = found.find(isWanted);
    if (own || found.length < 100) return own;
  }
}

async function ask(method, path, body) {
  const response = await fetch(`${CI_API_V4_URL}/${path}`, {
    method,
    headers: { 'private-token': MILEPOST_TOKEN, 'content-type': 'application/json' },
    redirect: 'error',
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`GitLab answers ${response.status} to ${method} ${path.replace(/\?.*/, '')}`);
  return response.json();
}
