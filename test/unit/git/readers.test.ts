import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Patch, PatchReader } from '../../../src/git/patch-reader.ts';
import { unquotePath } from '../../../src/git/quoted-path.ts';
import { type RawChange, RawReader } from '../../../src/git/raw-reader.ts';

const PATCHES = `diff --git a/x y.md b/z.md
similarity index 57%
rename from x y.md
rename to z.md
index de98044..f8f7a32 100644
--- a/x y.md\t
+++ b/z.md
@@ -2 +2,2 @@ a heading
-diff --git a/b b/b
+@@ -1 +1 @@
+=
@@ -9,2 +10,0 @@
---- a/no.md
-=
\\ No newline at end of file
diff --git a/gone.md b/gone.md
deleted file mode 100644
--- a/gone.md
+++ /dev/null
@@ -1 +0,0 @@
-x
diff --git "a/new\\n\\303\\251\\"\\\\.md" "b/new\\n\\303\\251\\"\\\\.md"
new file mode 100644
--- /dev/null
+++ "b/new\\n\\303\\251\\"\\\\.md"
@@ -0,0 +1 @@
+x
=
=
diff --git a/mode.md b/mode.md
old mode 100644
new mode 100755
diff --git a/empty.md b/empty.md
new file mode 100644
index 0000000..e69de29
diff --git a/moved.md b/as it was.md
similarity index 100%
rename from moved.md
rename to as it was.md
=
`;

const RAW =
  ':100644 100644 1f 2e M\0a\nb.md\0:100644 000000 1f 00 D\0=.md\0=\n=\n:100644 100644 1f 2e R100\0old.md\0:new.md\0:000000 100644 00 2e A\0=\0=\n';

describe('what git diff-tree writes', () => {
  /** A text in pieces of any size. */
  const inPieces = (text: string) =>
    fc.array(fc.nat(text.length), { maxLength: 30 }).map((cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), text.length];
      return at.slice(1).map((end, index) => Buffer.from(text.slice(at[index], end), 'latin1'));
    });

  it('is read as patches, however it comes', () => {
    fc.assert(
      fc.property(inPieces(PATCHES), (pieces) => {
        const patches: Patch[] = [];
        const reader = new PatchReader((patch) => patches.push(patch));
        for (const piece of pieces) reader.read(piece);
        assert.deepEqual(
          patches.map((patch) => [...patch]),
          [
            [
              [
                'z.md',
                {
                  from: 'x y.md',
                  hunks: [
                    { oldStart: 1, oldCount: 1, newStart: 1, newCount: 2 },
                    { oldStart: 8, oldCount: 2, newStart: 10, newCount: 0 },
                  ],
                },
              ],
              [
                'new\n\u00c3\u00a9"\\.md',
                { from: undefined, hunks: [{ oldStart: 0, oldCount: 0, newStart: 0, newCount: 1 }] },
              ],
            ],
            [],
            [['as it was.md', { from: 'moved.md', hunks: [] }]],
          ],
        );
      }),
    );
  });

  it('is read as lists of files, however it comes', () => {
    fc.assert(
      fc.property(inPieces(RAW), (pieces) => {
        const lists: (readonly RawChange[])[] = [];
        const reader = new RawReader((changes) => lists.push(changes));
        for (const piece of pieces) reader.read(piece);
        assert.deepEqual(lists, [
          [
            { path: 'a\nb.md', from: undefined, blobs: { before: '1f', after: '2e' } },
            { path: '=.md', from: undefined, blobs: { before: '1f', after: undefined } },
          ],
          [],
          [
            { path: ':new.md', from: 'old.md', blobs: { before: '1f', after: '2e' } },
            { path: '=', from: undefined, blobs: { before: undefined, after: '2e' } },
          ],
        ]);
      }),
    );
  });

  it('has paths in quotes where they hold what is hard to see', () => {
    assert.equal(unquotePath('a b.md'), 'a b.md');
    assert.equal(
      unquotePath('"\\a\\b\\t\\n\\v\\f\\r\\"\\\\\\001\\177\\303\\251"'),
      '\x07\b\t\n\v\f\r"\\\x01\x7f\u00c3\u00a9',
    );
  });
});
