/** Names that YAML has other plans for, as an item says them. */
const HOSTILE = [
  ...['no', 'null', '#hash', 'a: b', '- dash', '[x]', '{y}', '@at', '%p', '`tick`', '*star', '&and', '!bang', '|', '>'],
  ...[
    "O'Neil",
    'say "so"',
    'back\\slash',
    'a, b',
    'ends:',
    ': begins',
    '2026-11-21',
    '007',
    '~',
    'tab\tbed',
    `$${'{1:x}'}`,
    '$0',
  ],
  ...['ünïcode', '日本', 'émoji 🚀', 'trailing #', 'x --> y', '  spaced  ', 'both \' and "'],
];

/** A register whose entries use them as owners and tags. */
export const NAMES = `---
type: register
risks:
${HOSTILE.map((name, index) => `  - { id: N-${index}, owner: ${JSON.stringify(name)}, tags: [${JSON.stringify(name)}], phase: ${JSON.stringify(name)} }\n`).join('')}---
`;
