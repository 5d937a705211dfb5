import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type FromPage,
  type GraphChoice,
  readHistoryState,
  readMessage,
  readReportState,
  readState,
  WHOLE_GRAPH,
} from '../../../src/webview/protocol.ts';

const choice: GraphChoice = {
  ...WHOLE_GRAPH,
  owner: 'maria',
  only: 'blocked',
  focus: { key: 'item atlas/go-live', up: 2, down: 0 },
  open: ['workstream atlas/data'],
};

/** One of each kind. */
const messages: readonly FromPage[] = [
  { type: 'ready' },
  { type: 'copy' },
  { type: 'save-shown' },
  { type: 'drawn', drawing: 3 },
  { type: 'failed', drawing: 3, message: 'Error: too large' },
  { type: 'open', drawing: 3, id: 'n12' },
  { type: 'open', drawing: 3, id: 'g0' },
  { type: 'card', drawing: 3, id: 'n12' },
  { type: 'focus', drawing: 0, id: 'n0' },
  { type: 'choose', choice },
  { type: 'choose', choice: WHOLE_GRAPH },
  { type: 'find', text: 'schema' },
  { type: 'reveal', text: 'schema' },
  { type: 'save', format: 'svg', data: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  { type: 'save', format: 'png', data: 'iVBORw0KGgoAAAANSUhEUg==' },
  { type: 'save', format: 'html', data: '<main class="content"></main>' },
];

describe('the messages of pages (row 8)', () => {
  it('are taken where they are some that there are, as they come over the wire', () => {
    for (const message of messages) {
      assert.deepEqual(readMessage(structuredClone(message)), message);
      assert.deepEqual(JSON.parse(JSON.stringify(readMessage(message))), JSON.parse(JSON.stringify(message)));
    }
  });

  it('name what is drawn by its id, and never a path, a command or an address', () => {
    for (const id of [
      '../../etc/passwd',
      'file:///etc/passwd',
      'command:workbench.action.quit',
      'n',
      'n1 ',
      'x1',
      '',
      1,
    ]) {
      assert.equal(readMessage({ type: 'open', drawing: 1, id }), undefined, String(id));
      assert.equal(readMessage({ type: 'card', drawing: 1, id }), undefined, String(id));
      assert.equal(readMessage({ type: 'focus', drawing: 1, id }), undefined, String(id));
    }
  });

  it('have nothing in them but what the protocol has', () => {
    for (const message of messages) assert.equal(readMessage({ ...message, command: 'x' }), undefined);
    assert.equal(readMessage({ type: 'choose', choice: { ...choice, path: '/' } }), undefined);
    const focus = { key: 'item a/b', up: 1, down: 1, path: '/' };
    assert.equal(readMessage({ type: 'choose', choice: { ...choice, focus } }), undefined);
  });

  it('are refused where a value is of another kind, or beyond its bounds', () => {
    const forged: readonly unknown[] = [
      undefined,
      null,
      'ready',
      ['ready'],
      {},
      { type: 'command', command: 'workbench.action.quit' },
      { type: '__proto__' },
      { type: 'drawn' },
      { type: 'drawn', drawing: -1 },
      { type: 'drawn', drawing: 1.5 },
      { type: 'drawn', drawing: '1' },
      { type: 'failed', drawing: 1, message: {} },
      { type: 'open', drawing: Number.NaN, id: 'n1' },
      { type: 'choose', choice: { ...choice, owner: 7 } },
      { type: 'choose', choice: { ...choice, owner: 'x'.repeat(4 * 1024 * 1024 + 1) } },
      { type: 'choose', choice: { ...choice, open: Array.from({ length: 2001 }, () => 'a') } },
      { type: 'choose', choice: { ...choice, folded: Array.from({ length: 2000 }, () => 'x'.repeat(3000)) } },
      { type: 'choose', choice: { ...choice, only: 'everything' } },
      { type: 'choose', choice: { ...choice, open: ['a', 1] } },
      { type: 'choose', choice: { ...choice, folded: 'a' } },
      { type: 'choose', choice: { ...choice, follow: 1 } },
      { type: 'choose', choice: { ...choice, focus: { key: 'a', up: -1, down: 1 } } },
      { type: 'choose', choice: { ...choice, focus: { key: 'a', up: 1e9, down: 1 } } },
      { type: 'find', text: 'x'.repeat(301) },
      { type: 'reveal', text: 1 },
      { type: 'save', format: 'html', data: '<svg ' },
      { type: 'save', format: 'svg', data: '<script>' },
      { type: 'save', format: 'svg', data: '<svg x='.padEnd(64 * 1024 * 1024 + 1) },
      { type: 'save', format: 'png', data: 'TVqQAAMAAAAEAAAA' },
      { type: 'save', format: 'png', data: 'iVBORw0KGgo<>' },
    ];
    for (const message of forged) assert.equal(readMessage(message), undefined, JSON.stringify(message)?.slice(0, 80));
  });

  it('are taken with names of every length that a plan can have', () => {
    const long = 'w'.repeat(256 * 1024);
    const chosen = {
      ...choice,
      workstream: `${long}/${long}`,
      folded: [`month 2027-01 of workstream ${long}/${long}`],
    };
    assert.deepEqual(readMessage({ type: 'choose', choice: chosen }), { type: 'choose', choice: chosen });
  });

  it('cut what a page says of a failure', () => {
    const message = readMessage({ type: 'failed', drawing: 1, message: 'x'.repeat(9999) });
    assert.equal(message?.type === 'failed' && message.message.length, 300);
  });

  it('whatever they are, they are read without a throw, and nothing else comes out', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withTypedArray: true }), (value) => {
        assert.equal(readMessage(value), undefined);
      }),
    );
    const types = fc.constantFrom(...messages.map(({ type }) => type));
    fc.assert(
      fc.property(types, fc.dictionary(fc.string(), fc.anything()), (type, rest) => {
        const read = readMessage({ ...rest, type });
        if (read) assert.deepEqual(read, { ...rest, type });
      }),
    );
  });
});

describe('what a page keeps', () => {
  it('gives its choice back, through JSON as well', () => {
    assert.deepEqual(readState({ choice, view: { x: 1, y: 2, scale: 1 } }), { choice });
    assert.deepEqual(readState(JSON.parse(JSON.stringify({ choice: WHOLE_GRAPH }))), { choice: WHOLE_GRAPH });
  });

  it('is not taken where it is unsound', () => {
    for (const state of [undefined, null, 1, {}, { choice: {} }, { choice: { ...choice, only: 1 } }]) {
      assert.equal(readState(state), undefined);
    }
  });

  it('is, of a history, the item that was asked about', () => {
    const history = { plan: 'file:///plan', key: 'item atlas/a' };
    assert.deepEqual(readHistoryState({ history }), { history });
    const unsound = [
      undefined,
      {},
      { history: {} },
      { history: { ...history, key: 1 } },
      { history: { ...history, x: '' } },
    ];
    for (const state of unsound) assert.equal(readHistoryState(state), undefined);
  });

  it('is, of a report, the document that it is', () => {
    const report = { plan: 'file:///plan', path: 'updates/a.md' };
    assert.deepEqual(readReportState({ report }), { report });
    const unsound = [
      undefined,
      {},
      { report: {} },
      { report: { ...report, path: 1 } },
      { report: { ...report, x: '' } },
    ];
    for (const state of unsound) assert.equal(readReportState(state), undefined);
  });
});
