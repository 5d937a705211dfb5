import assert from 'node:assert/strict';
import { isSlip } from '../../../src/core/text/slip.ts';

describe('a slip of the pen', () => {
  for (const [written, meant] of [
    ['Cutover', 'cutover'],
    ['auth_cut over', 'auth-cut-over'],
    ['R1', 'R-1'],
    ['cutovr', 'cutover'],
    ['cutoover', 'cutover'],
    ['cutpver', 'cutover'],
    ['auth-cutoevr', 'auth-cutover'],
    ['uctover', 'cutover'],
    ['atlas/cutovr', 'atlas/cutover'],
    ['phase-2-ledgre', 'phase-2-ledger'],
  ] as const) {
    it(`is ${written} for ${meant}`, () => assert.equal(isSlip(written, meant), true));
  }

  for (const [written, meant] of [
    ['staging-off', 'staging-on'],
    ['staging-no', 'staging-on'],
    ['beta-eu', 'beta-us'],
    ['apo', 'api'],
    ['gateways', 'gateway'],
    ['outbound', 'inbound'],
    ['unbound', 'inbound'],
    ['un-resolved', 'resolved'],
    ['R-12', 'R-21'],
    ['R1-2', 'R-12'],
    ['cutvr', 'cutover'],
    ['ledgr-cutovr', 'ledger-cutover'],
    ['cut', 'cut-over'],
  ] as const) {
    it(`is not ${written} for ${meant}`, () => assert.equal(isSlip(written, meant), false));
  }
});
