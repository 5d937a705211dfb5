import type { ChainNode } from '../../../src/core/views/chain-node.ts';

/** The chain of drivers as text, two spaces a level: what drives each item, without what does not. */
export function whyText(root: ChainNode, most = 100): string {
  const lines: string[] = [];
  const write = (node: ChainNode, level: number): void => {
    if (lines.length >= most) return;
    lines.push(`${'  '.repeat(level)}${[node.label, node.description].filter((part) => part !== '').join('  ')}`);
    // Deep chains are cut by the number of lines: each level has one at least.
    if (level < most) for (const child of node.children()) if (child.drives) write(child, level + 1);
  };
  write(root, 0);
  return `${lines.join('\n')}\n`;
}
