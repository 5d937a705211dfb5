/** What long runs have shown, with the commands that repeat them. */
export const RELIABILITY_FIGURES = `
## Long runs

The tests run a short budget of each property with every change. Longer runs are for a maintainer:

| what | command |
| --- | --- |
| YAML fragments, whole documents, names of all sorts, and hostile titles through the real Mermaid, for a minute each | \`npm run fuzz\`, \`npm run fuzz -- yaml --count 10000000\`, \`npm run fuzz -- titles --count 100000\` |
| a million quick fixes, each changing only what it names | \`MILEPOST_FIXES=1000000 npx mocha -g "every quick fix"\` |
| ten thousand hostile texts through the preview and the other pages | \`MILEPOST_HOSTILE_TEXTS=10000 npm test -- pages\` |
| edits of plans, each held to a cold check | \`MILEPOST_RUNS=2000 npx mocha -g "edits"\` |
| schedules against an independent second implementation | \`MILEPOST_SCHEDULES=1500 npx mocha -g "schedule of any plan"\` |
| the same against TaskJuggler, where it is installed | \`MILEPOST_TJ3_RUNS=60 npx mocha -g taskjuggler\` |
| comparisons of revisions against two checkouts | \`MILEPOST_DIFFS=60 npx mocha -g "diff"\` |
| histories against parsing every commit | \`MILEPOST_HISTORIES=400 npx mocha -g "histor"\` |
| completion, renames and moves anywhere in generated documents | \`MILEPOST_COMPLETIONS=…\`, \`MILEPOST_RENAMES=…\`, \`MILEPOST_MOVES=… npx mocha\` |
`;
