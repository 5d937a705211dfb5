import assert from 'node:assert/strict';
import { isNameSlip, slipName } from '../../../src/core/text/name-slip.ts';

const areOne = (a: string, b: string): boolean => {
  const [there, back] = [isNameSlip(slipName(a), slipName(b)), isNameSlip(slipName(b), slipName(a))];
  assert.equal(there, back, `${a}, ${b}: the order does not matter`);
  return there;
};

describe('a slip in a name', () => {
  const slips: readonly (readonly [string, string])[] = [
    ...([
      ['mraia', 'maria'],
      ['mariia', 'maria'],
      ['marria', 'maria'],
      ['philip', 'phillip'],
    ] as const),
    ...([
      ['Maria Silva', 'Maria Sivla'],
      ['maria.silva', 'mraia.silva'],
      ['plaform', 'platform'],
    ] as const),
    ...([
      ['José', 'Jose'],
      ['maria-silva', 'Maria Silva'],
      ['mariasilva', 'maria silva'],
      ['Zoë Li', 'zoe li'],
      ['team-1', 'team 1'],
      ['Андреи', 'Андрей'],
    ] as const),
    ...([
      ['Valentia', 'Valentina'],
      ['chirstine', 'christine'],
      ['O’Hara', "O'Hara"],
    ] as const),
  ];
  for (const [a, b] of slips) it(`${a} is ${b}`, () => assert.ok(areOne(a, b)));

  const others: readonly (readonly [string, string])[] = [
    ...([
      ['Jan', 'Jon'],
      ['Jan', 'Jane'],
      ['Ana', 'Anna'],
      ['Marc', 'Mark'],
      ['Maria', 'Mario'],
    ] as const),
    ...([
      ['Maria', 'Marina'],
      ['Marina', 'Mariana'],
      ['Carol', 'Carlo'],
      ['Bert', 'Bret'],
      ['Thomas', 'Tomas'],
    ] as const),
    ...([
      ['Christian', 'Christina'],
      ['Daniel', 'Daniela'],
      ['Julia', 'Julian'],
      ['Katrina', 'Katarina'],
    ] as const),
    ...([
      ['Martin', 'Marvin'],
      ['Li Wang', 'Li Wong'],
      ['Jan Silva', 'Jon Silva'],
      ['Michaela', 'Micaela'],
    ] as const),
    ...([
      ['team-a', 'team-b'],
      ['team-1', 'team-2'],
      ['platform1', 'platform11'],
      ['squad a', 'squad aa'],
    ] as const),
    ...([
      ['team 1-1', 'team 11'],
      ['squad-1.2', 'squad 12'],
      ['राम कुमार', 'रमा कुमारी'],
      ['たかはし', 'たがはし'],
      ['Андреи', 'Андрия'],
    ] as const),
    ...([
      ['jmsmith', 'mjsmith'],
      ['jsmith', 'jmsmith'],
      ['anna silva', 'anna maria silva'],
      ['Zoe', 'Zoë'],
    ] as const),
    ...([
      ['a', 'b'],
      ['', 'maria'],
      ['payments', 'payment'],
      ['ops-eu', 'ops-us'],
      ['Мария', 'Марина'],
    ] as const),
  ];
  for (const [a, b] of others) it(`${a || 'nothing'} is not ${b}`, () => assert.ok(!areOne(a, b)));
});
