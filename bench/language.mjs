// What the language layer answers to an editor, on a plan of 10,000 items: each request at places all over the plan.
import { completionsAt } from '../src/language/completion/completions-at.ts';
import { cpuTime, median, percentile } from './measure.mjs';
import { serviceOf } from './service.mjs';

/** At so many places each is asked. */
const PLACES = 60;

/** CPU time of a thread is counted in steps of some milliseconds: a place is asked so often, and the time divided. */
const TIMES = 4;

export async function language(root, report) {
  const host = { now: () => performance.now(), pause: () => new Promise((resolve) => setImmediate(resolve)) };
  const service = serviceOf(root, host);
  const snapshot = await service.settled();
  for (const [name, requests] of Object.entries({ ...completion(snapshot) })) {
    const times = requests.map((request) => timed(request));
    const figures = (which) => times.map((time) => time[which]);
    report(`${name}, median, CPU time`, `${median(figures('cpu')).toFixed(1)} ms`, '(not a ratio)');
    report(`${name}, 95th percentile, CPU time`, `${percentile(figures('cpu'), 0.95).toFixed(1)} ms`, 'at most 50 ms');
    report(`${name}, 95th percentile, as the clock goes`, `${percentile(figures('wall'), 0.95).toFixed(1)} ms`, '');
  }
  service.dispose();
}

function timed(request) {
  const [cpu, wall] = [cpuTime(), performance.now()];
  for (let n = 0; n < TIMES; n++) request();
  return { cpu: (cpuTime() - cpu) / TIMES, wall: (performance.now() - wall) / TIMES };
}

/** What somebody is about to write in a file of one item, in an entry of a register, and in prose. */
const BEGUN = {
  'completion of a field': (text) => atEndOfFrontMatter(text, ''),
  'completion of a reference': (text) => atEndOfFrontMatter(text, 'relates_to: ['),
  'completion of a reference, typed in part': (text) => atEndOfFrontMatter(text, 'relates_to: [m-1'),
  'completion of an owner': (text) => atEndOfFrontMatter(text, 'owner: '),
  'completion of a rule': (text) => atEndOfFrontMatter(text, 'mute: { '),
  'completion of a date': (text) => atEndOfFrontMatter(text, 'review_by: '),
  'completion of an entry': (text) => inEntry(text),
  'completion of a mention': (text) => ({ text: `${text}\nSee [[`, offset: text.length + 7 }),
};

/** Completion, at documents from all over the plan, each as if it had just been typed into. */
function completion({ plan, state, today, findings }) {
  const step = Math.max(1, Math.floor(plan.documents.length / PLACES));
  const documents = plan.documents.filter((_, index) => index % step === 0).slice(0, PLACES);
  const holders = plan.documents.filter(({ items }) => items.length > 20).slice(0, PLACES);
  return Object.fromEntries(
    Object.entries(BEGUN).map(([name, begin]) => [
      name,
      (name.endsWith('entry') ? holders : documents).flatMap(({ path, text }) => {
        const place = begin(text);
        if (!place) return [];
        const request = { plan, state, today, findings, path, explicit: true, ...place };
        if (completionsAt(request).list.length === 0) throw new Error(`${name}: nothing is proposed in ${path}`);
        return [() => completionsAt(request)];
      }),
    ]),
  );
}

function atEndOfFrontMatter(text, begun) {
  const end = text.indexOf('\n---', 3) + 1;
  return { text: `${text.slice(0, end)}${begun}\n${text.slice(end)}`, offset: end + begun.length };
}

function inEntry(text) {
  const at = text.lastIndexOf('\n  - ', text.indexOf('\n---', 3)) + 1;
  return at > 0 ? { text: `${text.slice(0, at)}  - \n${text.slice(at)}`, offset: at + 4 } : undefined;
}
