/** What long runs have shown, with the commands that repeat them. */
export const RELIABILITY_FIGURES = `
## Long runs

The tests run a short budget of each property with every change. Longer runs are for a maintainer:

| what | command | run once, on a machine that was busy |
| --- | --- | --- |
| YAML fragments, random and as people get them wrong: nothing throws, ranges stand where they say | \`npm run fuzz -- yaml --count 10000000\` | 10,000,000 in 4,013 s; found before, and mended: the range of a mapping that is a key (seed 25537) |
| whole documents: read, checked and drawn without an exception | \`npm run fuzz -- documents --count 1000000\` | 1,000,000 in 1,206 s, nothing found |
| names of all sorts: every file name is portable and stays inside | \`npm run fuzz -- names --count 1000000\` | 1,000,000 in 8 s, nothing found |
| hostile titles through the real Mermaid: nothing runs, nothing leaves, every diagram shows what was written | \`npm run fuzz -- titles --count 100000\` | 100,020 in 1,355 s, nothing found |
| quick fixes of made plans, each changing only what it names | \`npm run fuzz -- fixes --count 1000000\` | 1,000,175 in ten runs of 100,000 with other seeds, 2,430 s; found before, and mended: a title out of a live block (seed 15778), a date on which a program begins (seed 28456) |
| ten thousand hostile texts through the preview and the other pages | \`MILEPOST_HOSTILE_TEXTS=10000 npm test -- pages\` | |
| a soak of the editor, see below | \`npm run soak -- --minutes 27 --seed 20261247\` | 1,742 steps in 66 rounds, 330 comparisons with a cold check, 50,321 findings of 48 rules, the same in each |
| edits of plans, each held to a cold check | \`MILEPOST_RUNS=2000 npx mocha -g "edits"\` | |
| schedules against an independent second implementation | \`MILEPOST_SCHEDULES=1500 npx mocha -g "schedule of any plan"\` | |
| the same against TaskJuggler, where it is installed | \`MILEPOST_TJ3_RUNS=60 npx mocha -g taskjuggler\` | |
| comparisons of revisions against two checkouts | \`MILEPOST_DIFFS=60 npx mocha -g "diff"\` | |
| histories against parsing every commit | \`MILEPOST_HISTORIES=400 npx mocha -g "histor"\` | |
| completion, renames and moves anywhere in generated documents | \`MILEPOST_COMPLETIONS=…\`, \`MILEPOST_RENAMES=…\`, \`MILEPOST_MOVES=… npx mocha\` | |

## A soak

\`npm run soak\` opens a plan of some two hundred items, in a git repository with a history, in a real VS Code and does
to it what people do, at random: it types into documents, saves them or not, undoes; writes, moves and deletes files and
folders in the editor and behind its back; commits, switches branches, merges with conflicts, stashes; changes
\`milepost.yaml\`, \`.gitignore\`, the settings and the day; renames items, applies quick fixes and brings live blocks up to date.
After every eight steps the Problems panel has to show what \`milepost check\`, as another process, finds in a copy of the
folder in which files say what stands in the editor: every finding with its range, severity, code, message and related
places, those included that depend on git. A round of four such batches ends with everything put back, and then what
the extension host keeps on its heap, garbage collected and compiled code left out, is no more in the last third of the rounds
than in the first, but for 8 MB: over 66 rounds the least of a third went from 74 to 78 MB, while the documents that the
editor itself keeps for minutes after they were closed went from 10 to 70. (V8 compiles more the longer something runs, and
throws some of it away: by that the whole heap went from 92 to 103 MB in twenty rounds, and stayed there in sixty more.)

What it found, all of it mended: *Update All Live Blocks* wrote what the next check called outdated, where there is a baseline.
What was typed and not saved in a folder that \`.gitignore\` leaves out was forgotten once the rule went (seed 20261158).
And findings stood on texts that were gone, for good, after a branch without a folder and the one with it again had been
switched to (seed 20261132, and two soaks earlier): on Linux the editor's own file watcher may never watch the folders in
one that comes back so quickly, [so they are looked at](architecture.md#files-that-nobody-watches) whenever git has
written its index. Looking for that found three more ways to be behind: who was in the middle of showing a draft was not
told that a finished snapshot had taken its place; a folder that was touched was listed, and its files not read; and a
mention of a document that is open and no file was called broken.

What another program writes in such a folder, without git, was seen only when git wrote next (seed 20261139, after
sixteen other rounds): such folders are looked at every few seconds now. And a plan in a folder of another plan was shown on
after a \`.gitignore\` had left out its folder (seed 20261206, after 2,299 steps and 421 comparisons in 40 minutes).

\`npm run soak -- --minutes 60\` goes on for an hour, \`--rounds 20\` for as many rounds. What differs is told with the
steps of its round and the seed that repeats it: \`npm run soak -- --rounds 1 --seed 7\`. \`npm test\` runs three rounds.
`;
