import assert from 'node:assert/strict';
import { parsePerson } from '../../../src/core/model/values/person.ts';
import { parseDependency } from '../../../src/core/model/values/reference.ts';
import { findingsOf, snapshotOf } from '../../support/plan.ts';

// What these say of time they say by ending: each took seconds, or all memory, when its cost was quadratic.
describe('plans that are large in one way', () => {
  const many = (count: number, entry: (n: number) => string): string =>
    `---\ntype: register\nactions:\n${Array.from({ length: count }, (_, n) => `  - ${entry(n)}\n`).join('')}---\n`;

  it('thousands of items with one id name a few of the others each', () => {
    const { findings } = snapshotOf({ 'a.md': many(4000, () => '{ id: a, owner: x }') });
    assert.equal(findings.length, 4000);
    assert.ok(
      findings.every(({ related, message }) => related.length === 3 && message.includes('and 3996 more places')),
    );
  });

  it('thousands of links to thousands of headings', () => {
    const body = '# Hi\n\n[x](#hi) [y](#nowhere)\n\n'.repeat(2000);
    const findings = findingsOf({ 'a.md': `---\ntype: action\nid: a\nowner: x\n---\n${body}` });
    assert.equal(findings.length, 2000);
  });

  it('a milestone with a calendar of its own, again and again', () => {
    const files = Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => [
        `m-${n}.md`,
        `---\ntype: milestone\nid: m-${n}\nowner: x\nstatus: in-progress\nupdated: 2026-11-20\ncalendar: { holidays: [2026-11-${10 + (n % 9)}, 20${20 + (n % 70)}-01-01] }\n---\n`,
      ]),
    );
    assert.deepEqual(findingsOf(files), []);
  });

  it('calendars that are off for centuries, in thousands of ranges', () => {
    const ranges = Array.from({ length: 4000 }, (_, n) => `19${70 + (n % 30)}-01-01..2${100 + (n % 90)}-06-30`).join(
      ', ',
    );
    const own = Array.from(
      { length: 400 },
      (_, n) => `  - { id: m-${n}, owner: x, calendar: { holidays: [1990..20${30 + (n % 60)}] } }\n`,
    );
    const files = {
      'a.md': `---\ntype: program\nid: a\nowner: x\ncalendar:\n  holidays: [${ranges}]\nmilestones:\n${own.join('')}---\n`,
    };
    assert.deepEqual(findingsOf(files), []);
  });

  it('thousands of unknown references beside a large broken document', () => {
    const broken = `---\ntype: register\nactions:\n${'  - { id: word, owner: x }\n'.repeat(3000)}  - { id: "open\n---\n`;
    const references = Array.from({ length: 3000 }, (_, n) => `nowhere-${n}`).join(', ');
    const files = {
      'a.md': `---\ntype: action\nid: a\nowner: x\nrelates_to: [${references}, open]\n---\n`,
      'b.md': broken,
    };
    const unknown = findingsOf(files).filter((finding) => finding.startsWith('unknown-reference'));
    assert.equal(unknown.length, 3000);
  });

  it('thousands of unknown statuses beside thousands of words for statuses', () => {
    const words = Array.from({ length: 10_000 }, (_, n) => `w${n}xyz`).join(', ');
    const { findings } = snapshotOf({
      'milepost.yaml': `statuses: { action: { done: [${words}] } }\n`,
      'a.md': many(3000, (n) => `{ id: a-${n}, owner: x, status: v${n}xyz }`),
    });
    assert.equal(findings.length, 3000);
  });

  it('thousands of issues that block a milestone with thousands of boxes', () => {
    const boxes = '- [ ] a\n'.repeat(30_000);
    const files = {
      'm.md': `---\ntype: milestone\nid: m\nowner: x\nprogress: checklist\n---\n${boxes}`,
      'a.md': many(6000, (n) => `{ id: a-${n}, owner: x, blocks: m }`),
    };
    assert.equal(snapshotOf(files).findings.length, 0);
  });

  it('a decision record whose status goes on for tens of thousands of words', () => {
    const words = [
      'superseded by ',
      'supersedes ADR-1, ',
      '](',
      '](a/a.md ',
      '.md',
      '.md#',
      'adr-1-',
      '[[a',
      '[a](1.md) ',
      '/',
    ];
    for (const word of words) {
      const { plan, findings } = snapshotOf({
        'milepost.yaml': 'adapters: [{ use: adr, files: "adr/*.md" }]\n',
        'adr/2.md': `# A\n\n## Status\n\nSuperseded by [a](${word.repeat(50_000)}\n`,
      });
      assert.equal(plan.items[0]?.status, 'superseded', word);
      assert.deepEqual(
        findings.filter(({ severity }) => severity === 'error'),
        [],
        word,
      );
    }
  });

  it('values of a hundred thousand spaces', () => {
    const spaces = ' '.repeat(100_000);
    assert.equal(parsePerson(`a<${spaces}x`).email, undefined);
    assert.ok(!parseDependency(`a FS${spaces}x`).ok);
    assert.deepEqual(parseDependency(`a   SS${spaces}+3d`), {
      ok: true,
      value: { name: { id: 'a' }, length: 1, link: 'SS', lag: { amount: 3, unit: 'd' }, lagLength: 3 },
    });
  });
});
