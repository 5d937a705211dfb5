import assert from 'node:assert/strict';
import { headingSlug, headingSlugs } from '../../../../src/core/parse/body/slug.ts';

describe('anchors of headings', () => {
  it('are made as GitHub makes them', () => {
    const cases: [heading: string, slug: string][] = [
      ['bravoCharlieDelta', 'bravocharliedelta'],
      ['heading with a - dash', 'heading-with-a---dash'],
      ['heading with an _ underscore', 'heading-with-an-_-underscore'],
      ['heading with a period.txt', 'heading-with-a-periodtxt'],
      [
        'exchange.bind_headers(exchange, routing [, bindCallback])',
        'exchangebind_headersexchange-routing--bindcallback',
      ],
      ['apostrophe’s should be trimmed', 'apostrophes-should-be-trimmed'],
      ['I ♥ unicode', 'i--unicode'],
      ['em—dash', 'emdash'],
      ['😄 - an emoji', '---an-emoji'],
      ['Привет non-latin 你好', 'привет-non-latin-你好'],
      ['हिन्दी', 'हिन्दी'],
    ];
    for (const [heading, slug] of cases) assert.equal(headingSlug(heading), slug);
  });

  it('are made of what is seen', () => {
    assert.equal(headingSlug('The [*public* API](api.md "v2") `frozen_at`'), 'the-public-api-frozen_at');
    assert.equal(headingSlug('__Bold__ _and_ snake_case ![logo](l.png)<br>'), 'bold-and-snake_case-');
    assert.equal(headingSlug('R&amp;D \\[x] <https://x.org>'), 'rd-x-httpsxorg');
    assert.equal(headingSlug('`` a`b ``'), 'ab');
    assert.equal(headingSlug('[![a](a.png) b](c.md)'), '-b');
    assert.equal(headingSlug('a_ *b _c `d'), 'a_-b-_c-d');
  });

  it('are numbered where they come again', () => {
    assert.deepEqual(headingSlugs(['echo', 'Echo', 'echo 1', 'echo-1', 'echo']), [
      'echo',
      'echo-1',
      'echo-1-1',
      'echo-1-2',
      'echo-2',
    ]);
    assert.deepEqual(headingSlugs(['foxtrot-1', 'foxtrot', 'foxtrot', '__proto__', '`__proto__`']), [
      'foxtrot-1',
      'foxtrot',
      'foxtrot-2',
      'proto',
      '__proto__',
    ]);
  });
});
