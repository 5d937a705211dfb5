import assert from 'node:assert/strict';
import { plainColor } from '../../../src/webview/graph/plain-color.ts';

describe('the colours of a saved picture', () => {
  it('are those of the page, in the way that every program writes them', () => {
    const known = {
      'rgb(31, 31, 31)': ['#1f1f1f', 1],
      'rgba(255, 0, 9, 0.25)': ['#ff0009', 0.25],
      'color(srgb 0.447216 1 0)': ['#72ff00', 1],
      'color(srgb 0.8 0.8 0.8 / 0.0302)': ['#cccccc', 0.03],
      'color(srgb 1.0000001 -0.0000001 1e-7)': ['#ff0000', 1],
    } as const;
    for (const [computed, [color, opacity]] of Object.entries(known)) {
      assert.deepEqual(plainColor(computed), { color, opacity });
    }
  });

  it('stay as they are where they are something else', () => {
    for (const other of ['none', 'currentcolor', 'color(display-p3 1 0 0)', '']) {
      assert.deepEqual(plainColor(other), { color: other, opacity: 1 });
    }
  });
});
