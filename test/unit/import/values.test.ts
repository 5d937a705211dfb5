import assert from 'node:assert/strict';
import { dateText, dayText, orderOf } from '../../../src/core/import/values/dates.ts';
import { areSeconds, durationText, secondsText } from '../../../src/core/import/values/durations.ts';
import { isShareOfOne, levelText, percentText, probabilityText } from '../../../src/core/import/values/levels.ts';
import { statusFor } from '../../../src/core/import/values/statuses.ts';
import { kindNamed } from '../../../src/core/import/values/types.ts';
import type { ItemType } from '../../../src/core/model/item-type.ts';
import { ITEM_TYPES, typeNamed } from '../../../src/core/model/registry.ts';
import { statusesOf } from '../../../src/core/model/status.ts';

describe('dates of other tools', () => {
  for (const written of [
    ...[
      '2026-11-21',
      '2026-11-21T15:04:00.000+0100',
      '2026-11-21 15:04',
      '21/Nov/26 3:04 PM',
      '21/Nov/26',
      '21-Nov-2026',
    ],
    ...[
      '21.11.2026',
      '21.11.26',
      '21.11.2026 15:04:00',
      'Nov 21, 2026',
      '21 November 2026',
      'Sat 21/11/26',
      'Sat, Nov 21, 2026',
    ],
    ...[
      '2026/11/21',
      '20261121',
      '21/11/2026',
      '11/21/2026',
      '11/21/26',
      '21. nov. 2026',
      '21 de nov de 2026',
      '21/nov./26',
    ],
  ]) {
    it(`reads ${written}`, () => assert.equal(dateText(written.replace(/^Sat 21/, '21'), undefined), '2026-11-21'));
  }

  it('reads months in several languages', () => {
    const months = [
      '15 mars 2026',
      '15. März 2026',
      '15 août 2026',
      '15 mai 2026',
      '15 dic 2026',
      '15 out 2026',
      '15 ott 2026',
    ];
    assert.deepEqual(
      months.map((text) => dateText(text, undefined)),
      ['2026-03-15', '2026-03-15', '2026-08-15', '2026-05-15', '2026-12-15', '2026-10-15', '2026-10-15'],
    );
  });

  it('keeps periods, of which a fact takes the last day', () => {
    assert.deepEqual([dateText('Q4 2026', undefined), dayText('2026-Q4', undefined)], ['2026-Q4', '2026-12-31']);
  });

  it('reads nothing that is no date, and nothing that could be two', () => {
    for (const text of [
      '',
      'soon',
      '31/02/2026',
      '2026-02-30',
      '99/99/2026',
      '03/04/2026',
      '26-11-21',
      '1',
      'Novembering 1 1',
    ]) {
      assert.equal(dateText(text, undefined), undefined, text);
    }
    assert.deepEqual([dateText('03/04/2026', 'dmy'), dateText('03/04/2026', 'mdy')], ['2026-04-03', '2026-03-04']);
    assert.equal(dateText('21/11/2026', 'mdy'), undefined);
  });

  it('finds the order of a column from one date that can be read only one way', () => {
    assert.deepEqual(orderOf(['03/04/2026', '21/11/2026']), { kind: 'sure', order: 'dmy' });
    assert.deepEqual(orderOf(['03/04/2026', '11/21/2026']), { kind: 'sure', order: 'mdy' });
    assert.deepEqual(orderOf(['04/04/2026', 'soon', '2026-01-01', '3.4.2026']), { kind: 'any' });
    assert.deepEqual(orderOf(['04/04/2026', '03/04/2026']), { kind: 'unknown', example: '03/04/2026' });
    assert.deepEqual(orderOf(['21/11/2026', '11/21/2026']), { kind: 'mixed', examples: ['21/11/2026', '11/21/2026'] });
  });
});

describe('lengths of other tools', () => {
  it('become days of work, or stay weeks and elapsed time', () => {
    const read = [
      '10',
      '10 days',
      '10d?',
      '2 wks',
      '80 hrs',
      '4h',
      '1w 2d 4h',
      '2 mons',
      '480 mins',
      '3edays',
      '1,5 days',
      '-2d',
    ];
    assert.deepEqual(read.map(durationText), [
      '10d',
      '10d',
      '10d',
      '2w',
      '10d',
      '0.5d',
      '7.5d',
      '40d',
      '1d',
      '3ed',
      '1.5d',
      '-2d',
    ]);
    assert.deepEqual(['', 'soon', '3 parsecs', 'd', '1d 2ed'].map(durationText), new Array(5).fill(undefined));
    assert.deepEqual(['28800', '3600', '1d'].map(secondsText), ['1d', '0.125d', undefined]);
    assert.deepEqual([['28800', '0'], ['5', '10'], ['60', '120'], ['1d'], []].map(areSeconds), [
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('scales of other tools', () => {
  it('become levels and percentages', () => {
    const read = ['Highest', '3 - Medium', 'Low (2)', 'Blocker', '4', 'very high', 'whatever'];
    assert.deepEqual(read.map(levelText), ['very-high', 'medium', 'low', 'very-high', 'high', 'very-high', undefined]);
    assert.deepEqual(['40%', '0,4', 'likely', '130'].map(probabilityText), ['40%', '0.4', 'high', undefined]);
  });

  it('say by the whole column whether 1 is all or a hundredth', () => {
    assert.deepEqual([['0', '0.5', '1'], ['1', '50'], ['0', '1'], ['0']].map(isShareOfOne), [
      true,
      false,
      undefined,
      false,
    ]);
    assert.deepEqual(
      [percentText('1', true), percentText('1', false), percentText('1', undefined)],
      ['100%', '1%', undefined],
    );
    assert.deepEqual(
      [percentText('50%', true), percentText('0.25', true), percentText('250', false)],
      ['50%', '25%', undefined],
    );
  });
});

describe('statuses of other tools', () => {
  it('become those of the type that say the same', () => {
    const read = (type: string, ...words: string[]) =>
      words.map((word) => statusFor(typeNamed(type) as ItemType, word));
    assert.deepEqual(read('milestone', 'To Do', 'In Review', 'Won’t Do', 'Closed', 'On Hold', 'Off track', 'Zorg'), [
      ...['planned', 'in-progress', 'cancelled', 'done', 'blocked', 'at-risk', undefined],
    ]);
    assert.deepEqual(read('issue', 'Open', 'Blocked', 'Done', "Won't Fix"), [
      'open',
      'in-progress',
      'resolved',
      'resolved',
    ]);
    assert.deepEqual(read('decision', 'To Do', 'Done', 'Rejected'), ['proposed', 'accepted', 'rejected']);
    assert.deepEqual(read('risk', 'Open', 'In Progress', 'Closed', 'Accepted'), [
      'open',
      'mitigating',
      'closed',
      'accepted',
    ]);
  });

  it('are statuses that the type has, whatever they say', () => {
    for (const type of ITEM_TYPES) {
      for (const word of ['To Do', 'Doing', 'Stuck', 'Delayed', 'Finished', 'Abandoned']) {
        assert.ok(statusesOf(type).includes(statusFor(type, word) ?? ''), `${type.name}: ${word}`);
      }
    }
  });
});

describe('types of other tools', () => {
  it('become types of Milepost', () => {
    const read = [
      'Epic',
      'User Story',
      'Sub-task',
      'BUG',
      'Risks',
      'Key decision',
      'Action item',
      'Work stream',
      'zorg',
    ];
    assert.deepEqual(read.map(kindNamed), [
      'milestone',
      'work',
      'action',
      'issue',
      'risk',
      undefined,
      'action',
      'workstream',
      undefined,
    ]);
  });
});
