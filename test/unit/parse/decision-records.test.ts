import assert from 'node:assert/strict';
import type { FieldValues } from '../../../src/core/model/registry.ts';
import { formatDay } from '../../../src/core/model/values/day.ts';
import { endedOn, successorsOf } from '../../../src/core/plan/successors.ts';
import { decidersText } from '../../../src/core/views/deciders.ts';
import { snapshotOf } from '../../support/plan.ts';

const CONFIG = 'adapters: [{ use: adr, files: "docs/adr/*.md" }]\n';

/** What is read of one record, and what is found in it. */
function read(text: string, { path = 'docs/adr/0003-use-kafka.md', config = CONFIG } = {}) {
  const { plan, findings } = snapshotOf({ 'milepost.yaml': config, [path]: text });
  const [item] = plan.items;
  const { date, updated, decision_makers } = item?.values ?? {};
  const day = (value: unknown): string | undefined => (typeof value === 'number' ? formatDay(value) : undefined);
  return {
    item,
    type: item?.type.name,
    status: item?.status,
    date: day(date),
    updated: day(updated),
    makers: decision_makers?.map(({ value }) => value.name),
    codes: findings.map(({ code }) => code),
    at: (name: keyof FieldValues | 'status'): string => {
      const range = item?.field(name)?.value?.range;
      return range ? text.slice(range.start, range.end) : '';
    },
  };
}

describe('architecture decision records', () => {
  it('as MADR writes them are decisions, and what other tools keep beside is left alone', () => {
    const record = read(
      '---\nparent: Decisions\nnav_order: 3\nstatus: accepted\ndate: 2026-02-12\ndecision-makers: chen, Maria Silva\n---\n# Use Kafka\n\nWhy.\n',
    );
    assert.equal(record.type, 'decision');
    assert.equal(record.item?.id, '0003-use-kafka');
    assert.equal(record.item?.title, 'Use Kafka');
    assert.deepEqual([record.status, record.date], ['accepted', '2026-02-12']);
    assert.deepEqual(record.makers, ['chen', 'Maria Silva']);
    assert.deepEqual(record.codes, []);
  });

  it('are the same by either name of the convention', () => {
    const text = '---\nstatus: proposed\n---\n# Use Kafka\n';
    const asMadr = read(text, { config: CONFIG.replace('use: adr', 'use: madr') });
    assert.equal(asMadr.type, 'decision');
    assert.equal(asMadr.status, read(text).status);
  });

  it('as adr-tools writes them have a status in a section, and a date in a line', () => {
    const record = read('# 3. Use Kafka\n\nDate: 2026-03-01\n\n## Status\n\nAccepted\n\n## Context\n\nx\n');
    assert.deepEqual([record.status, record.date], ['accepted', '2026-03-01']);
    assert.equal(record.at('status'), 'Accepted');
    assert.equal(record.at('date'), '2026-03-01');
    assert.deepEqual(record.codes, []);
  });

  it('as MADR wrote them before have a list below the title', () => {
    const record = read('# Use Kafka\n\n* Status: proposed\n* Deciders: chen\n* Date: 2026-11-20\n\n## Context\n\nx\n');
    assert.deepEqual([record.status, record.date, record.updated], ['proposed', undefined, '2026-11-20']);
    assert.deepEqual(record.makers, ['chen']);
    assert.deepEqual(record.codes, [], 'who decides answers for it');
  });

  for (const [written, status] of [
    ['Superseded by [4. Use NATS](0004-use-nats.md)', 'superseded'],
    ['Superceded by [4. Use NATS](0004-use-nats.md)', 'superseded'],
    ['**Rejected**', 'rejected'],
    ['Approved', 'accepted'],
    ['deprecated', 'deprecated'],
    ['Draft', 'proposed'],
    ['on hold', 'proposed'],
    ['{proposed | rejected}', 'proposed'],
  ]) {
    it(`with the status ${written} are ${status}`, () => {
      const record = read(`# Use Kafka\n\nDate: 2026-11-20\n\n## Status\n\n${written}\n`);
      assert.equal(record.status, status);
      assert.deepEqual(
        // What it links to is not there, and nobody decides: both are as they should be.
        record.codes.filter((code) => code !== 'missing-owner' && code !== 'broken-mention'),
        [],
      );
    });
  }

  for (const [written, status] of [
    ['**Status:** Proposed\n', 'proposed'],
    ['- **Status**: Rejected\n', 'rejected'],
    ['_Status_: *Rejected*\n', 'rejected'],
    ['| Status | Rejected |\n| --- | --- |\n', 'rejected'],
    ['|---|---|\n| **Status** | Rejected |\n', 'rejected'],
    ['## Status: Rejected\n', 'rejected'],
    ['## Status:\n\nRejected\n', 'rejected'],
    ['## 1. Status\n\nRejected\n', 'rejected'],
    ['## **Status**\r\n\r\nRejected\r\n', 'rejected'],
    ['## Status\n<!-- proposed | accepted -->\nRejected\n', 'rejected'],
    ['<!-- Status: accepted -->\n\n## Status\n\nRejected\n', 'rejected'],
    ['```\nStatus: accepted\n```\n\n## Status\n\n~~~yaml\naccepted\n~~~\n\nRejected\n', 'rejected'],
    ['## Status\n\n<!-- milepost status -->\nAccepted\n<!-- /milepost 2026-11-21 -->\n\nRejected\n', 'rejected'],
    ['## Status\n\n---\n\n## Context\n', 'accepted'],
    ['## Status of the queue\n\nRejected\n', 'accepted'],
    ['## Status\n\n???\n', 'proposed'],
  ] as const) {
    it(`say ${status} by ${JSON.stringify(written)}`, () => {
      assert.equal(read(`# Use Kafka\n\n${written}`).status, status);
    });
  }

  it('are open where front matter says a status that is none', () => {
    assert.equal(read('---\nstatus: {proposed | rejected}\n---\n# Use Kafka\n').status, 'proposed');
    assert.equal(read('---\nstatus: [rejected]\n---\n# Use Kafka\n').status, 'rejected');
  });

  it('with a merge conflict say so, and what its first side says', () => {
    const record = read(
      '# Use Kafka\n\n## Status\n\n<<<<<<< HEAD\nRejected\n=======\nAccepted\n>>>>>>> other\n\n## Context\n',
    );
    assert.equal(record.status, 'rejected');
    assert.deepEqual(record.codes, ['merge-conflict']);
    const front = read(
      '---\n<<<<<<< HEAD\nstatus: rejected\n=======\nstatus: accepted\n>>>>>>> other\n---\n# Use Kafka\n',
    );
    assert.equal(front.status, 'rejected');
    assert.deepEqual(front.codes, ['merge-conflict']);
    const shown = read('# Use git\n\n```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n```\n');
    assert.deepEqual(shown.codes, [], 'in code somebody shows what one looks like');
  });

  it('are called by a heading of their own, which "Status" is not', () => {
    const block = '<!-- milepost decisions -->\n\n# Generated\n\n<!-- /milepost 2026-11-21 -->\n\n';
    assert.equal(read(`${block}# Use Kafka\n`).item?.title, 'Use Kafka');
    assert.equal(read('## Use Kafka\n\n## Status\n\nAccepted\n').item?.title, 'Use Kafka');
    const untitled = read('## Status\n\nRejected\n\n## Context\n');
    assert.equal(untitled.item?.title, read('').item?.title);
    assert.equal(untitled.status, 'rejected');
  });

  it('have what they say besides in their own way', () => {
    const revised = read('# Use Kafka\n\nDate: 2026-01-02 (revised)\n\n## Status\n\nAccepted\n');
    assert.deepEqual([revised.date, revised.at('date'), revised.codes], ['2026-01-02', '2026-01-02', []]);
    for (const line of [
      'updated: last week',
      'decision-makers: {list everyone involved in the decision}',
      'supersedes: ADR-0001',
      'superseded_by: [ADR 1, "0004 Use NATS"]',
      'id: "ADR 3: Kafka"',
      'date: 2026-02-31',
    ]) {
      const record = read(`---\n${line}\n---\n# Use Kafka\n`);
      assert.deepEqual(record.codes, [], line);
      assert.equal(record.item?.id, '0003-use-kafka', line);
    }
    assert.deepEqual(read('---\ndue: soon\n---\n# Use Kafka\n').codes, ['invalid-value'], 'due is of the plan alone');
  });

  it('take the words of the project for a status', () => {
    const config = `${CONFIG}statuses: { decision: { rejected: [on hold] } }\n`;
    assert.equal(read('# Use Kafka\n\n## Status\n\nOn hold\n', { config }).status, 'rejected');
  });

  it('without a status have been decided', () => {
    const record = read('---\nparent: Decisions\n---\n# Use Kafka\n\n## Decision Outcome\n\nKafka.\n');
    assert.equal(record.status, 'accepted');
    assert.deepEqual(record.codes, []);
  });

  it('are read whatever their front matter is like', () => {
    for (const front of [
      '---\nstatus: [\n---\n',
      '---\n- a\n---\n',
      '---\ndate: {YYYY-MM-DD}\n---\n',
      '---\nstatus:\n',
    ]) {
      const record = read(`${front}# Use Kafka\n`);
      assert.equal(record.type, 'decision', front);
      assert.deepEqual(record.codes, [], front);
    }
    assert.equal(read('').type, 'decision');
  });

  it('are not what stands beside them: an index, a template, files elsewhere', () => {
    for (const path of ['docs/adr/README.md', 'docs/adr/index.md', 'docs/adr/adr-template.md', 'docs/0001-guide.md']) {
      assert.equal(read('# Use Kafka\n', { path }).item, undefined, path);
    }
  });

  it('are what they say they are where they say a type', () => {
    assert.equal(read('---\ntype: risk\nowner: dana\n---\n# Kafka is late\n').type, 'risk');
  });

  it('can be referred to, and wait for nobody without an owner', () => {
    const { findings } = snapshotOf({
      'milepost.yaml': CONFIG,
      'docs/adr/0001-use-kafka.md': '# Use Kafka\n\n## Status\n\nProposed\n',
      'plan.md':
        '---\ntype: register\nmilestones:\n  - { id: m, owner: dana, due: 2027-01-15, depends_on: 0001-use-kafka }\n---\n',
    });
    assert.deepEqual(
      findings.map(({ code, message }) => [code, message]),
      [['missing-owner', 'decision 0001-use-kafka has no owner: name one in a line "Deciders: …" below the title']],
    );
  });

  it('name who decides by their names, without links and emphasis', () => {
    for (const [line, names] of [
      ['* Deciders: [@chen](https://example.org/chen), **Maria Silva** , _Tom_', ['@chen', 'Maria Silva', 'Tom']],
      ['Deciders: [Maria Silva](mailto:m@example.org)', ['Maria Silva']],
      ['- Deciders: **Tom**, ', ['Tom']],
      ['- Deciders: the board [of old]', ['the board [of old]']],
    ] as const) {
      const { item, makers, codes } = read(`# Use Kafka\n\n${line}\n\n## Status\n\nAccepted\n`);
      assert.deepEqual(
        makers?.map((name) => name.replace(/^@/, '')),
        names.map((name) => name.replace(/^@/, '')),
      );
      assert.equal(item?.owner?.name, makers?.[0]);
      assert.deepEqual(codes, []);
    }
  });

  it('name nobody where a template leaves somebody to be named', () => {
    for (const text of [
      '---\nstatus: proposed\ndecision-makers: {list everyone involved in the decision}\n---\n# Use Kafka\n',
      '---\nstatus: proposed\ndecision-makers: "{list everyone involved in the decision}"\n---\n# Use Kafka\n',
      '---\nstatus: proposed\ndeciders: [list everyone involved in the decision]\nconsulted: <names>\n---\n# Use Kafka\n',
      '---\nstatus: proposed\ndeciders: ["[a, or b and c]"]\ninformed: "{list everyone; and more}"\n---\n# Use Kafka\n',
      '---\nstatus: proposed\nowner: <who>\n---\n# Use Kafka\n',
      '# Use Kafka\n\n* Status: proposed\n* Deciders: [list everyone involved, in the decision] <!-- optional -->\n',
      '# Use Kafka\n\n* Status: proposed\n* Deciders: **<list everyone involved>**\n',
    ]) {
      const { item, makers, codes } = read(text);
      assert.deepEqual(
        [item?.owner, makers, item?.values.consulted, item?.values.informed],
        [undefined, undefined, undefined, undefined],
        text,
      );
      assert.deepEqual(codes, ['missing-owner'], text);
    }
    const some = read('---\nstatus: proposed\ndeciders: [chen, "<name>"]\n---\n# Use Kafka\n');
    assert.deepEqual(some.makers, ['chen']);
    const address = read('---\nstatus: proposed\ndeciders: <chen@example.org>\n---\n# Use Kafka\n');
    assert.deepEqual(address.makers, ['chen@example.org']);
  });

  it('are proposed, without a date and a successor, where a template leaves these to be written', () => {
    for (const text of [
      '---\nstatus: "{proposed | rejected | accepted | superseded by ADR-0123}"\ndate: {YYYY-MM-DD when it was last updated}\ndeciders: chen\n---\n# Use Kafka\n',
      '---\nstatus: {proposed | rejected | accepted}\ndate: "{YYYY-MM-DD when it was last updated}"\ndeciders: chen\n---\n# Use Kafka\n',
      '# Use Kafka\n\n* Status: [proposed | rejected | … | superseded by ADR-0005]\n* Deciders: chen\n* Date: [YYYY-MM-DD when it was last updated]\n',
    ]) {
      const { item, status, date, updated, codes } = read(text);
      assert.deepEqual(
        [status, date, updated, item?.values.superseded_by, codes],
        ['proposed', undefined, undefined, undefined, []],
        text,
      );
    }
  });

  describe("that take each other's place", () => {
    const KAFKA = 'docs/adr/0003-use-kafka.md';
    const NATS = 'docs/adr/0004-use-nats.md';
    const nats = '# 4. Use NATS\n\nDate: 2026-08-01\n\n## Status\n\nAccepted\n';

    /** What replaces the first of two records, as it says, and as the other says. */
    function replaced(kafka: string, other = nats, path = NATS) {
      const { plan, findings } = snapshotOf({ 'milepost.yaml': CONFIG, [KAFKA]: kafka, [path]: other });
      const [first] = plan.itemsOf(plan.documentAt(KAFKA) as NonNullable<ReturnType<typeof plan.documentAt>>);
      assert.ok(first);
      return {
        by: successorsOf(first, plan).map(({ id }) => id),
        status: first.status,
        ended: endedOn(first, plan),
        texts: plan.referencesFrom(first).map(({ written: { range } }) => kafka.slice(range.start, range.end)),
        codes: findings.map(({ code }) => code),
      };
    }

    for (const [by, text] of [
      ['0004-use-nats', '# Kafka\n\nDate: 2026-03-01\n\n## Status\n\nSuperseded by [4. Use NATS](0004-use-nats.md)\n'],
      ['0004-use-nats', '# Kafka\n\n## Status\n\nAccepted\n\nSuperceded by [4. Use [NATS]](./0004-use-nats.md)\n'],
      ['0004-use-nats', '# Kafka\n\n## Status\n\n* Superseded by [[0004-use-nats|NATS]] on 2026-08-01\n'],
      ['0004-use-nats', '# Kafka\n\n## Status\n\nSuperseded by [4](<./0004-use-nats.md> "NATS")\n'],
      ['0004-use-nats', '# Kafka\n\n## Status\n\n- Accepted\n- Superseded by [4](0004-use-nats.md)\n'],
      ['0004-use-nats', '# Kafka\n\n## Status\n\nSuperseded by\n[4. Use NATS](0004-use-nats.md)\n'],
      [
        '0004-use-nats',
        '# Kafka\r\n\r\n## Status\r\n\r\nAccepted\r\n\r\n**Superseded by:**\r\n  **[4](0004-use-nats.md)**\r\n',
      ],
      ['ADR-4', '# Kafka\n\n## Status\n\nSuperseded by\nADR-4\n'],
      ['0004', '# Kafka\n\n## Status\n\n1. Accepted\n2. **Superseded by** 0004\n'],
      ['ADR-0004', '---\nstatus: superseded by ADR-0004\ndate: 2026-03-01\n---\n# Kafka\n'],
      ['ADR-0004', '---\nstatus: "superseded by [ADR-0004]"\n---\n# Kafka\n'],
      ['0004-use-nats', '---\nstatus: superseded by [ADR-0004](0004-use-nats.md)\n---\n# Kafka\n'],
      ['ADR 4', '# Kafka\n\n* Status: superseded by ADR 4\n'],
      ['4', '# Kafka\n\n## Status: Superseded by 4\n'],
      ['0004-use-nats', '---\nstatus: superseded\nsuperseded_by: 0004-use-nats\n---\n# Kafka\n'],
      ['ADR-0004', '---\nstatus: superseded\nsuperseded_by: [ADR-0004]\n---\n# Kafka\n'],
    ] as const) {
      it(`say so by ${JSON.stringify(text)}`, () => {
        const found = replaced(text);
        assert.deepEqual([found.status, found.by, found.texts], ['superseded', ['0004-use-nats'], [by]]);
        assert.deepEqual(found.codes, []);
        assert.equal(found.ended === undefined ? '' : formatDay(found.ended), '2026-08-01');
      });
    }

    it('are none of another site', () => {
      for (const elsewhere of [
        'https://example.com/adr/0004',
        '<https://example.com/adr/0004-use-nats.md>',
        '[ADR-4](https://example.com/adr/0004-use-nats.md)',
        '[ADR-4 [new]](<//example.com/0004-use-nats.md> "4")',
        'www.example.com/0004',
        'mail [4](mailto:adr-4@example.com)',
      ]) {
        for (const text of [
          `# Kafka\n\n## Status\n\nSuperseded by ${elsewhere}\n`,
          `---\nstatus: 'superseded by ${elsewhere}'\n---\n# Kafka\n`,
          `# Kafka\n\n## Status\n\nSuperseded by\n${elsewhere}\n`,
        ]) {
          const found = replaced(text);
          assert.deepEqual([found.status, found.by, found.texts], ['superseded', [], []], text);
        }
      }
      const both = 'Superseded by https://example.com/adr/0007 and ADR-4';
      assert.deepEqual(replaced(`# Kafka\n\n## Status\n\n${both}\n`).by, ['0004-use-nats']);
    });

    it('are not read from what only stands below', () => {
      for (const below of ['\n\n[4](0004-use-nats.md)', '\n- [4](0004-use-nats.md)', ' events\n[4](0004-use-nats.md)'])
        assert.deepEqual(replaced(`# Kafka\n\n## Status\n\nSuperseded by${below}\n`).by, [], below);
    });

    it('are no numbers of something else', () => {
      const other = nats.replace('Accepted', 'Accepted, replaces 3 services');
      assert.deepEqual(replaced('# Kafka\n\nStatus: accepted\n', other).by, []);
      const both = nats.replace('Accepted', 'Accepted, replaces 3 and a wiki');
      assert.deepEqual(replaced('# Kafka\n\nStatus: accepted\n', both).by, ['0004-use-nats']);
    });

    it('are not replaced where it says that they are not, or not yet', () => {
      for (const status of ['Accepted. Not superseded by ADR-0004.', 'Accepted, will be superseded by 0004-use-nats'])
        assert.deepEqual(replaced(`# Kafka\n\nStatus: ${status}\n`).by, [], status);
    });

    it('say so in the newer one alone', () => {
      const newer = nats.replace('Accepted\n', 'Accepted\n\nSupersedes [3. Use Kafka](0003-use-kafka.md)\n');
      assert.deepEqual(replaced('# Kafka\n\n## Status\n\nSuperseded\n', newer).by, ['0004-use-nats']);
      const inline = nats.replace('Accepted', 'Accepted, supersedes ADR-3 and ADR-12');
      assert.deepEqual(replaced('# Kafka\n\n## Status\n\nSuperseded\n', inline).by, ['0004-use-nats']);
    });

    it('are found by the name of the file also where it says another id', () => {
      const own = '---\nid: nats\nstatus: accepted\n---\n# NATS\n';
      for (const name of ['[4](0004-use-nats.md)', 'ADR-4', '0004-use-nats'])
        assert.deepEqual(replaced(`# Kafka\n\n## Status\n\nSuperseded by ${name}\n`, own).by, ['nats'], name);
    });

    it('are not guessed at: neither in another folder nor among several of a number', () => {
      const text = '# Kafka\n\n## Status\n\nSuperseded by ADR-4\n';
      const far = replaced(text, '# NATS\n', 'docs/0004-use-nats.md');
      assert.deepEqual([far.status, far.by, far.codes], ['superseded', [], []]);
      const { plan } = snapshotOf({
        'milepost.yaml': CONFIG,
        [KAFKA]: text,
        [NATS]: nats,
        'docs/adr/4-other.md': nats,
      });
      assert.deepEqual(
        plan.items.flatMap((item) => successorsOf(item, plan)),
        [],
      );
      const prose = replaced('# Kafka\n\n## Status\n\nAccepted\n\n## Context\n\nIt supersedes ADR-4.\n');
      assert.deepEqual([prose.by, prose.texts], [[], []]);
      const today = replaced('# Kafka\n\n## Status\n\nSuperseded by events of 2026-08-01\n');
      assert.deepEqual([today.by, today.texts, today.ended], [[], [], undefined]);
    });
  });

  it('are answered for by who decides, be it a list or a line', () => {
    for (const front of [
      'decision-makers: [chen, Maria Silva]',
      'decision-makers:\n  - chen\n  - Maria Silva',
      'deciders: chen, Maria Silva',
    ]) {
      const { item } = read(`---\nstatus: proposed\n${front}\n---\n# Use Kafka\n`);
      assert.equal(item?.owner?.name, 'chen', front);
      assert.equal(item && decidersText(item), 'chen, Maria Silva', front);
    }
    const owned = read('---\nowner: dana\ndecision-makers: [chen]\n---\n# Use Kafka\n').item;
    assert.equal(owned && decidersText(owned), 'dana');
  });

  it('have a date that is written otherwise pointed out, where it is one', () => {
    const messages = (text: string) =>
      snapshotOf({ 'milepost.yaml': CONFIG, 'docs/adr/0003-use-kafka.md': text }).findings.map(
        ({ severity, message, suggestion }) => [severity, message, suggestion],
      );
    const told = [['warning', 'date: "14/10/2026" is not a day: write 2026-10-14', '2026-10-14']];
    assert.deepEqual(messages('---\nstatus: accepted\ndate: 14/10/2026\n---\n# Use Kafka\n'), told);
    assert.deepEqual(
      messages('---\nstatus: proposed\ndecision-makers: chen\ndate: 14/10/2026\n---\n# Use Kafka\n'),
      told,
    );
    assert.deepEqual(messages('# Use Kafka\n\nDate: 14/10/2026\n\n## Status\n\nAccepted\n'), told);
    assert.match(
      messages('# Use Kafka\n\nDate: 03/04/2026\n')[0]?.[1] ?? '',
      /write 2026-04-03 or 2026-03-04, whichever/,
    );
    for (const date of ['{YYYY-MM-DD}', 'TBD', 'soon', '14/13/2026'])
      assert.deepEqual(messages(`# Use Kafka\n\nDate: ${date}\n`), [], date);
  });

  it('that wait to be decided for long are stale, whether their day is in front matter or below the title', () => {
    for (const text of [
      '---\nstatus: proposed\ndecision-makers: chen\ndate: 2026-02-03\n---\n# Use Kafka\n',
      '# Use Kafka\n\n* Status: proposed\n* Deciders: chen\n* Date: 2026-02-03\n',
    ]) {
      const { findings } = snapshotOf({ 'milepost.yaml': CONFIG, 'docs/adr/0003-use-kafka.md': text });
      assert.deepEqual(
        findings.map(({ code, message }) => [code, message.replace(/, \d+ working.*:/, ':')]),
        [['stale', 'nobody has touched 0003-use-kafka since 2026-02-03: look at it, and set its date']],
      );
    }
  });
});
