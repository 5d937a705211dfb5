import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Item, Link, Reference } from '../../src/core/plan/item.ts';
import type { Finding } from '../../src/core/rules/finding.ts';
import type { Missed } from '../../src/core/state/late.ts';
import type { TouchedByGit } from '../../src/core/state/stale.ts';
import { MemoryFiles } from '../../src/workspace/memory-files.ts';
import { PlanService } from '../../src/workspace/plan-service.ts';
import { UNHURRIED } from '../../src/workspace/slices.ts';
import type { Snapshot } from '../../src/workspace/snapshot.ts';
import { arbitraryEdit } from './arbitrary-edits.ts';
import { arbitraryTexts, type Texts } from './arbitrary-texts.ts';

/** How many plans are edited; each some dozens of times. More by the environment, for a long run. */
const RUNS = Number(process.env['MILEPOST_RUNS'] ?? 60);

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

describe('whatever is edited, in whatever order', () => {
  it('what is found is what a check of the same files finds', async function () {
    this.timeout(Math.max(20_000, RUNS * 1000));
    const seen = { edits: 0, drafts: 0, outdated: 0, held: 0, patched: 0, findings: 0, muted: 0, cycles: 0 };
    await fc.assert(
      fc.asyncProperty(
        arbitraryTexts,
        fc.array(fc.tuple(arbitraryEdit, fc.boolean(), arbitraryHistory, arbitraryHaste), {
          maxLength: 40,
          size: 'max',
        }),
        async (texts, edits) => {
          let now = texts;
          let history: TouchedByGit | undefined;
          const edited = new Edited(now);
          let before = await edited.service.settled();
          for (const [edit, inEditor, read, isHurried] of edits) {
            const next = edit.apply(now);
            edited.change(now, next, inEditor);
            now = next;
            if (read) history = read();
            edited.service.setTouched(history);
            if (isHurried && (await edited.published()).isDraft) {
              // Somebody goes on before live blocks have been compared.
              seen.drafts++;
              continue;
            }
            const snapshot = await edited.service.settled();
            const cold = await new Edited(now, history).service.settled();
            // Comparing text takes a fraction of the time.
            if (textOf(snapshot) !== textOf(cold)) assert.deepEqual(told(snapshot), told(cold), edit.what);
            assertOfOnePlan(snapshot);
            seen.edits++;
            if (snapshot.plan.parts.outline === before.plan.parts.outline) seen.patched++;
            seen.findings += snapshot.findings.length;
            seen.muted += snapshot.muted.length;
            const outdated = snapshot.findings.filter(({ code }) => code === 'outdated-block').length;
            seen.outdated += outdated;
            seen.held += snapshot.plan.documents.flatMap(({ body }) => body.blocks).length - outdated;
            seen.cycles += snapshot.plan.cycles.length;
            before = snapshot;
          }
        },
      ),
      { numRuns: RUNS },
    );
    assert.ok(seen.patched > seen.edits / 2, `${seen.patched} of ${seen.edits} edits were small ones`);
    assert.ok(seen.drafts > 0 && seen.outdated > 0 && seen.held > 0);
    // What is rare is sure to have been met only in a long run.
    if (!process.env['MILEPOST_RUNS']) return;
    console.log(seen);
    assert.ok(seen.muted > 0 && seen.cycles > 0);
  });
});

/** Now and then the next edit comes as soon as something of one has been published. */
const arbitraryHaste = fc.nat(3).map((number) => number === 0);

/** What git says after an edit: mostly what it said before it. */
const arbitraryHistory = fc.oneof(
  { weight: 12, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.nat(60).map((salt) => () => historyOf(salt)) },
);

/** Each item was changed on another day, which may move with every character, as it does where lines are matched anew. */
function historyOf(salt: number): TouchedByGit | undefined {
  if (salt === 0) return undefined;
  return ({ document, parsed }, today) => today - (((document.text.length + parsed.range.start) * salt) % 60);
}

/** A plan that is edited: in the editor, or in its files. */
class Edited {
  readonly service: PlanService;
  readonly #files: MemoryFiles;
  readonly #open = new Set<string>();

  constructor({ files, today }: Texts, history?: TouchedByGit) {
    this.#files = new MemoryFiles(Object.fromEntries(files));
    this.service = new PlanService({
      files: this.#files,
      host: UNHURRIED,
      decodeUtf8: (bytes) => decoder.decode(bytes),
      rootName: 'plan',
      today,
    });
    this.service.setTouched(history);
  }

  /** What is published next; what there is, where nothing will be. */
  async published(): Promise<Snapshot> {
    const next = new Promise<Snapshot>((resolve) => {
      const stop = this.service.onSnapshot((snapshot) => {
        stop();
        resolve(snapshot);
      });
    });
    return Promise.race([next, this.service.settled()]);
  }

  change(before: Texts, now: Texts, inEditor: boolean): void {
    if (now.today !== before.today) this.service.setToday(now.today);
    for (const path of new Set([...before.files.keys(), ...now.files.keys()])) {
      const text = now.files.get(path);
      if (text === before.files.get(path)) continue;
      if (inEditor && text !== undefined) {
        this.#open.add(path);
        this.service.setOpen(path, text);
        continue;
      }
      this.#files.set(path, text);
      if (this.#open.delete(path)) this.service.setOpen(path, undefined);
      this.service.touch([path]);
    }
  }
}

const textOf = (snapshot: Snapshot): string => JSON.stringify(told(snapshot));

/** Everything that can be seen of a plan: items, references, the network, mentions, state and findings. */
function told({ plan, state, findings, muted }: Snapshot): unknown {
  const link = ({ from, to, type, reference }: Link) => [from.index, to.index, type, reference.written.range];
  const reference = ({ from, field, target, fault, written }: Reference) => [
    from.index,
    field,
    target?.index,
    fault,
    written,
  ];
  const late = (missed: Missed | undefined) =>
    missed && [
      [missed.item.index, missed.root.index, missed.distance],
      [missed.kind, missed.date, missed.days, missed.broken],
      state.late.chainTo(missed.item).map(link),
    ];
  return {
    items: plan.items.map((item) => [
      [item.key, item.type.name, item.document.path, item.workstream, item.owner, item.title, item.idRange],
      plan.referencesFrom(item).map(reference),
      plan.referencesTo(item).map(reference),
      plan.linksTo(item).map(link),
      plan.linksFrom(item).map(link),
      [
        state.blocked.causes(item).map(({ kind, by }) => [kind, by.index]),
        state.blocked.roots(item).map(({ index }) => index),
      ],
      [state.blocked.isBlockedUpstream(item), state.blocked.blockedBy(item).map(({ index }) => index)],
      [state.staleness(item), state.isOverdue(item)],
      state.schedule.of(item),
      state.schedule.firmMargin(item),
      state.schedule.drivers(item).map((driver) => (driver.kind === 'link' ? link(driver.link) : driver)),
      late(state.late.missed(item)),
      state.late.drivenBy(item).map(late),
    ]),
    people: [...plan.people.keys].sort().map((key) => [key, plan.people.spellingOf(key), plan.people.itemsNaming(key)]),
    health: plan.programs.map((program) => {
      const { value, reasons } = state.health(program);
      return [value, reasons.map(({ item, message }) => [item.index, message])];
    }),
    cycles: plan.cycles.map(({ links, closing }) => [...links, closing].map(link)),
    faulty: plan.faulty.map(reference),
    programs: plan.programs.map(({ id, item, items }) => [id, item?.index, items.map(({ index }) => index)]),
    mentions: plan.mentions.map(({ found }) =>
      found.map(({ document, item, range, target, fault }) => [
        document.path,
        item?.index,
        range,
        target?.index,
        fault,
      ]),
    ),
    valueFiles: plan.valueFiles?.paths.map((path) => [path, plan.valueFiles?.at(path)?.rows, plan.hasFile(path)]),
    findings: findings.map(finding),
    muted: muted.map((each) => [finding(each.finding), each.until]),
  };
}

const finding = ({ item, source, related, ...said }: Finding): unknown => ({
  ...said,
  item: item?.index,
  source: source.path,
  related: related.map((each) => [each.message, each.range, each.source.path]),
});

/** Asserts that nothing of an earlier plan is left in one. */
function assertOfOnePlan({ plan, findings, muted, state }: Snapshot): void {
  const isOwn = (item: Item | undefined): boolean => !item || plan.items[item.index] === item;
  const isOwnSource = (source: Finding['source']): boolean =>
    source === plan.documentAt(source.path) ||
    source === plan.configuration.source ||
    source === plan.valueFiles?.at(source.path)?.source;
  for (const item of plan.items) {
    assert.equal(plan.documentAt(item.document.path), item.document);
    assert.ok(plan.itemsOf(item.document).includes(item));
    for (const reference of [...plan.referencesFrom(item), ...plan.referencesTo(item)]) {
      assert.ok(isOwn(reference.from) && isOwn(reference.target));
      assert.ok(plan.referencesFrom(reference.from).includes(reference));
    }
    for (const link of [...plan.linksTo(item), ...plan.linksFrom(item)]) {
      assert.ok(
        isOwn(link.from) && isOwn(link.to) && plan.referencesFrom(link.reference.from).includes(link.reference),
      );
    }
    for (const { by } of state.blocked.causes(item)) assert.ok(isOwn(by));
    for (const missed of state.late.drivenBy(item)) {
      const chain = state.late.chainTo(missed.item);
      assert.ok(isOwn(missed.item) && isOwn(missed.root));
      assert.ok(chain.every((link) => plan.linksTo(link.to).includes(link)));
    }
    for (const driver of state.schedule.drivers(item)) {
      assert.ok(driver.kind === 'limit' || plan.linksTo(item).includes(driver.link));
    }
  }
  for (const { links, closing } of plan.cycles) {
    for (const link of [...links, closing]) assert.ok(plan.linksTo(link.to).includes(link));
    assert.ok(plan.closesCycle(closing));
  }
  for (const reference of plan.faulty) assert.ok(plan.referencesFrom(reference.from).includes(reference));
  for (const { found } of plan.mentions) {
    for (const { document, item, target } of found) assert.ok(isOwnSource(document) && isOwn(item) && isOwn(target));
  }
  for (const { source, item, related } of [...findings, ...muted.map((each) => each.finding)]) {
    assert.ok(isOwnSource(source) && isOwn(item) && related.every((each) => isOwnSource(each.source)));
  }
}
