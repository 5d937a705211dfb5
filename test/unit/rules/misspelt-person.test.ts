import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/fixes/edit/apply.ts';
import { fixesFor } from '../../support/fixes.ts';
import { findingsOf, snapshotOf } from '../../support/plan.ts';

const plan = (...lines: readonly string[]): string =>
  `---\ntype: program\nid: p\nowner: chen\nmilestones:\n${lines.map((line) => `  - ${line}\n`).join('')}---\n`;
const many = (name: string): readonly string[] => ['a', 'b', 'c'].map((id) => `{ id: ${id}, owner: ${name} }`);

const found = (files: Readonly<Record<string, string>>): readonly string[] =>
  findingsOf(files).filter((text) => text.startsWith('misspelt-person'));

describe('a misspelt person', () => {
  it('is one whom an open item names alone, a slip away from somebody whom three do', () => {
    const of = (...lines: readonly string[]): readonly string[] => found({ 'r.md': plan(...lines) });
    assert.deepEqual(of(...many('maria'), '{ id: x, owner: mraia }'), ['misspelt-person r.md:9:21 "mraia"']);
    assert.deepEqual(of(...many('maria').slice(1), '{ id: x, owner: mraia }'), []);
    assert.deepEqual(of(...many('maria'), '{ id: x, owner: mraia }', '{ id: y, owner: Mraia }'), []);
    assert.deepEqual(of(...many('maria'), '{ id: x, owner: mraia, status: done }'), []);
    assert.deepEqual(of(...many('maria'), '{ id: x, owner: mario }'), []);
  });

  it('is nobody where two people may be meant', () => {
    const two = [...many('carla'), ...['d', 'e', 'f'].map((id) => `{ id: ${id}, owner: calra }`)];
    assert.deepEqual(found({ 'r.md': plan(...two, '{ id: x, owner: c-alra }') }).length, 1);
    const near = [...many('marrko'), ...['d', 'e', 'f'].map((id) => `{ id: ${id}, owner: markko }`)];
    assert.deepEqual(found({ 'r.md': plan(...near, '{ id: x, owner: marko }') }), []);
  });

  it('is found in whatever field names people, and in decision records', () => {
    const files = {
      'milepost.yaml': 'adapters: [{ use: adr, files: "adr/*.md" }]\n',
      'r.md': plan(...many('maria')).replace(
        'owner: chen\n',
        'owner: chen\nstakeholders: [{ name: Mraia, cadence: 2w }]\n',
      ),
    };
    assert.deepEqual(found(files), ['misspelt-person r.md:5:24 "Mraia"']);
    const record = (deciders: string) => `# Use NATS\n\n* Status: proposed\n* Deciders: ${deciders}\n`;
    const other = { ...files, 'r.md': plan(...many('maria')), 'adr/0001-x.md': record('dana, Mraia') };
    assert.deepEqual(found(other), ['misspelt-person adr/0001-x.md:4:19 "Mraia"']);
  });

  it('is given the name of the other by a fix that is not safe, and that keeps all else', () => {
    const fixed = (owner: string, name = 'maria'): string | undefined => {
      const text = plan(...many(name), `{ id: x, owner: ${owner} }`);
      const snapshot = snapshotOf({ 'r.md': text });
      const finding = snapshot.findings.find(({ code }) => code === 'misspelt-person');
      assert.ok(finding, owner);
      const [fix] = fixesFor(finding, snapshot).filter(({ title }) => title.startsWith('Change to'));
      assert.equal(fix?.safe ?? false, false);
      return fix && /id: x, owner: (.*) \}/.exec(applyEdits(text, fix.edits))?.[1];
    };
    assert.equal(fixed('mraia'), 'maria');
    assert.equal(fixed("'@mraia'"), "'@maria'");
    assert.equal(fixed('Mraia <m@example.org>'), 'maria <m@example.org>');
    assert.equal(fixed('"m\\u0072aia"'), '"maria"');
    assert.equal(fixed('jose', '"José"'), 'José');
    assert.equal(fixed('mraia.silva', '"#maria silva"'), '"#maria silva"');
  });

  it('says how many items name whom', () => {
    const { findings } = snapshotOf({ 'r.md': plan(...many('Maria'), '{ id: x, owner: mraia }') });
    const [finding] = findings.filter(({ code }) => code === 'misspelt-person');
    assert.equal(
      finding?.message,
      '"mraia" is named by this item alone, and "Maria" by 3 items: is it the same person?',
    );
    assert.equal(finding?.severity, 'info');
  });
});
