import assert from 'node:assert/strict';
import { fieldOf, ITEM_TYPES, typeNamed } from '../../../src/core/model/registry.ts';
import { marked, problemsOf, readPlan } from '../../support/reading.ts';

const COMMON =
  'title owner program workstream phase priority tags created updated review_every review_by note description links relates_to completed mute';
const STEERED = 'health path_to_green calendar';

/** The tables of the format. */
const FIELDS: Readonly<Record<string, string>> = {
  program: `start target goal stakeholders cadence reviewed risks_reviewed ${STEERED}`,
  workstream: `team reviewed ${STEERED}`,
  milestone: `start due commitment key expected duration estimate progress started depends_on windows confidence budget spent ${STEERED}`,
  risk: 'probability impact impact_days affects response mitigation contingency trigger mitigated_by occurred_on became',
  decision: 'due date decision_makers consulted informed blocks supersedes superseded_by outcome',
  issue: 'severity blocks opened resolved expected escalated_to escalations due',
  dependency: 'from to needed_by promised provided_by delivered',
  action: 'due done blocks',
  objective: 'due key_results delivered_by',
  metric: 'unit direction target threshold samples source cadence',
  update: 'date health sent_to since audience summary',
  retro: 'date about attendees learned',
  gate: 'for lead_time needs approver start due expected submitted approved',
};

const REFERS: Readonly<Record<string, string>> = {
  'milestone.depends_on': 'milestone dependency decision',
  'program.goal': 'milestone',
  'risk.affects': 'milestone',
  'decision.blocks': 'milestone',
  'issue.blocks': 'milestone',
  'action.blocks': 'milestone',
  'risk.mitigated_by': 'action milestone',
  'risk.became': 'issue',
  'dependency.provided_by': 'milestone',
  'decision.supersedes': 'decision',
  'decision.superseded_by': 'decision',
  'risk.relates_to': 'any',
  'objective.delivered_by': 'milestone',
  'objective.key_results': 'metric',
  'retro.about': 'any',
  'gate.for': 'milestone',
  'gate.needs': 'any',
};

describe('fields', () => {
  it('are those of the format, and no others', () => {
    for (const type of ITEM_TYPES) {
      assert.deepEqual(Object.keys(type.fields).sort(), (FIELDS[type.name] as string).split(' ').sort(), type.name);
      for (const name of COMMON.split(' ')) assert.ok(fieldOf(type, name), `${type.name}.${name}`);
    }
    assert.equal(ITEM_TYPES.length, Object.keys(FIELDS).length);
  });

  it('refer to the types of the format', () => {
    for (const [key, types] of Object.entries(REFERS)) {
      const [type, name] = key.split('.') as [string, string];
      const spec = fieldOf(typeNamed(type) as (typeof ITEM_TYPES)[number], name);
      assert.deepEqual(spec?.refersTo && [...spec.refersTo].sort(), types.split(' ').sort(), key);
    }
  });

  it('that every object has are fields of no type', () => {
    for (const type of ITEM_TYPES) {
      for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
        assert.equal(fieldOf(type, name), undefined);
      }
    }
  });
});

describe('names of fields', () => {
  const milestone = (lines: string, config = '') => {
    const document = readPlan(`---\ntype: milestone\nid: it\n${lines}\n---\n`, { config });
    return { document, item: document.items[0], problems: problemsOf(document) };
  };

  for (const name of [
    'depends_on',
    'dependsOn',
    'depends-on',
    'DependsOn',
    'DEPENDS_ON',
    '"depends_on"',
    'Depends on',
  ]) {
    it(`${name} is depends_on`, () => {
      const { item, problems } = milestone(`${name}: [a]`);
      assert.deepEqual(problems, []);
      assert.equal(item?.values.depends_on?.length, 1);
      assert.equal(item?.fields.get('depends_on')?.key.text, name.replaceAll('"', ''));
    });
  }

  it('in two spellings are one field written twice, of which the first counts', () => {
    const { item, problems, document } = milestone('reviewBy: 2026-11-01\nreview_by: 2026-12-01');
    assert.deepEqual(problems, ['invalid-front-matter 5:1 "review_by"']);
    assert.equal(item?.fields.get('review_by')?.key.text, 'reviewBy');
    assert.equal(marked(document, document.problems[0]?.related?.[0] as never), 'reviewBy');
  });

  it('that begin with x- or x_ are the author’s own', () => {
    const { problems, item } = milestone('x-cost-centre: 4711\nx_any: [{ a: b }]\nX-Team: @core');
    assert.deepEqual(problems, ['yaml-surprise 6:9 "@core"']);
    assert.equal(item?.fields.size, 2);
  });

  it('that the configuration declares are known, in every spelling, and checked', () => {
    const config = 'fields: { cost_centre: text, goLive: date, "sign-off": person, effort: duration, hot: flag }';
    for (const lines of [
      'cost_centre: 4711',
      'costCentre: 4711',
      'cost-centre: 4711',
      'go_live: 2026-12-11',
      'goLive: 2026-12-11',
      'sign_off: maria',
      'sign-off: maria',
      'effort: 3d',
      'hot: true',
    ]) {
      assert.deepEqual(milestone(lines, config).problems, [], lines);
    }
    assert.deepEqual(milestone('goLive: soon', config).problems, ['invalid-value 4:9 "soon"']);
    assert.deepEqual(milestone('effort: much', config).problems, ['invalid-value 4:9 "much"']);
    assert.deepEqual(milestone('cost_center: 1', config).document.problems[0]?.suggestion, 'cost_centre');
  });

  it('that are unknown are pointed out, with the nearest known name', () => {
    for (const [written, near] of [
      ['dependson', 'depends_on'],
      ['depend_on', 'depends_on'],
      ['onwer', 'owner'],
      ['titel', 'title'],
      ['expceted', 'expected'],
    ] as const) {
      const { document, problems } = milestone(`${written}: x`);
      assert.deepEqual(problems, [`unknown-field 4:1 "${written}"`]);
      assert.equal(document.problems[0]?.suggestion, near);
    }
    const { document } = milestone('colour: red');
    assert.equal(document.problems[0]?.suggestion, undefined);
    assert.match(document.problems[0]?.message ?? '', /a milestone has no field "colour".*x-/);
  });

  it('that say what waits for an item lead to where a plan says so', () => {
    for (const written of ['blocks', 'required_by', 'successors']) {
      const { document } = milestone(`${written}: launch`);
      assert.deepEqual(document.problems[0]?.suggestion, undefined);
      assert.equal(
        document.problems[0]?.message,
        `a milestone has no field "${written}": what waits for it says so, with depends_on`,
      );
    }
  });

  it('of another type are unknown', () => {
    assert.deepEqual(milestone('probability: 40%').problems, ['unknown-field 4:1 "probability"']);
    assert.deepEqual(milestone('risks: [{ id: R-1 }]').problems, ['unknown-field 4:1 "risks"']);
  });

  it('that every object has are unknown, and poison nothing', () => {
    const { item, problems } = milestone('__proto__: { closed: true }\nconstructor: x\ntoString: y');
    assert.deepEqual(problems, [
      'unknown-field 4:1 "__proto__"',
      'unknown-field 5:1 "constructor"',
      'unknown-field 6:1 "toString"',
    ]);
    assert.equal(item?.closed, false);
    assert.equal(({} as { closed?: boolean }).closed, undefined);
  });
});
