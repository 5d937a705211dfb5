// What the views of the editor compute after a change: of a snapshot that nothing has been asked of yet.
import { programForecast, programHealths } from '../src/core/views/health-summary.ts';
import { attentionEntries, needsAttention } from '../src/core/views/needs-attention.ts';
import { programTree } from '../src/core/views/program-tree.ts';
import { tallyOf } from '../src/core/views/tally.ts';
import { whyOf } from '../src/core/views/why/why.ts';
import { Slices } from '../src/workspace/slices.ts';
import { median } from './measure.mjs';
import { openViews, stopwatch } from './open-views.mjs';

/** As far as *Why* is unfolded. */
const DEPTH = 10;

/** Looks at snapshots as the views do, and reports the medians. */
export class Views {
  #times = new Map();
  #sent = new Map();

  async look(snapshot) {
    const { plan, state, today } = snapshot;
    this.#timed('status bar: the health of all programs', () => programHealths(plan, state, today));
    this.#timed('program tree, as far as it is unfolded', () =>
      programTree(plan, state, { groupBy: 'workstream', hideDone: false }).map(({ program, items }) => [
        state.health(program),
        programForecast(program, state, today),
        tallyOf(items, state),
      ]),
    );
    const goal = plan.programs.map(({ id }) => state.schedule.program(id)?.criticalPath.at(-1)).find(Boolean);
    if (goal) this.#timed('Why, of the end of a critical path', () => unfold(whyOf(goal, snapshot), DEPTH));
    const start = performance.now();
    const host = stopwatch();
    const entries = await new Slices(host).run(attentionEntries(snapshot), () => false);
    this.#timed('needs attention: groups and order', () => needsAttention(entries, () => false));
    this.#note('needs attention, whole, in slices', performance.now() - start);
    this.#note('needs attention: the longest slice', host.longest());
    for await (const { name, cpu, longest, sent } of openViews(snapshot)) {
      this.#note(`${name}: shown, in slices, CPU time`, cpu);
      this.#note(`${name}: the longest slice`, longest);
      if (sent > 0) this.#sent.set(name, sent);
    }
  }

  report(report) {
    for (const [name, times] of this.#times) report(`${name}, L`, `${median(times).toFixed(1)} ms`, '(not a ratio)');
    for (const [name, sent] of this.#sent) report(`${name}: what is sent, L`, `${(sent / 1000).toFixed(0)} kB`, '');
  }

  #timed(name, run) {
    const start = performance.now();
    run();
    this.#note(name, performance.now() - start);
  }

  #note(name, time) {
    const times = this.#times.get(name) ?? [];
    times.push(time);
    this.#times.set(name, times);
  }
}

function unfold(node, depth) {
  if (depth > 0) for (const child of node.children()) if (child.drives) unfold(child, depth - 1);
}
