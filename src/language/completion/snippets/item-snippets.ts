import type { ItemType } from '../../../core/model/item-type.ts';
import { ITEM_TYPES } from '../../../core/model/registry.ts';
import { formatDay, weekday } from '../../../core/model/values/day.ts';
import { newItemText } from '../../../core/scaffold/new-item.ts';
import { idFromTitle, suggestId } from '../../../core/scaffold/suggest-id.ts';
import { yamlText, yamlWord } from '../../../core/scaffold/yaml-text.ts';
import { withArticle } from '../../../core/text/words.ts';
import type { Asker } from '../../loose/asker.ts';
import type { CompletionRequest } from '../request.ts';
import { inSnippet, tabStop } from '../snippet.ts';
import { peopleInUse } from '../values/in-use.ts';

/** A text with tab stops, by the lines that it is inserted as. */
export interface ItemSnippet {
  readonly name: string;
  readonly doc: string;
  readonly lines: readonly string[];
}

/** Items as files of their own, and a whole program: what an empty file may become. */
export function fileSnippets(request: CompletionRequest, asker: Asker): ItemSnippet[] {
  const items = ITEM_TYPES.map(
    (type): ItemSnippet => ({
      name: type.name,
      doc: `A file for ${withArticle(type.name)}. ${type.doc}`,
      lines: linesOf(type, request, asker),
    }),
  );
  return [...items, wholeProgram(request, asker), register(request, asker)];
}

/** An entry of a collection: its lines, the first without its dash. */
export function entrySnippet(type: ItemType, request: CompletionRequest, asker: Asker): ItemSnippet {
  const lines = linesOf(type, request, asker);
  const fields = lines.slice(1, lines.indexOf('---', 1)).filter((line) => !/^(?:type|status|updated):/.test(line));
  return { name: type.name, doc: `Another entry: ${withArticle(type.name)}. ${type.doc}`, lines: fields };
}

const TITLES: Readonly<Record<string, string>> = { program: 'New program', workstream: 'New workstream' };

/** The text of a new item, in which what is to be written is a tab stop each. */
function linesOf(type: ItemType, request: CompletionRequest, asker: Asker): readonly string[] {
  const { plan, today } = request;
  const title = TITLES[type.name] ?? `New ${type.name}`;
  const id = type.name === 'program' ? idFromTitle(title) : suggestId(type, title, asker.program, plan);
  const owner = ownerOf(request, asker);
  const due = formatDay(today - weekday(today) + 4 + 28);
  const text = newItemText({ type, id, title, owner, from: owner, due, today });
  const stops: readonly (readonly [field: string, number: number, value: string, shown: string])[] = [
    ['title', 1, title, yamlText(title)],
    ['id', 2, id, yamlWord(id)],
    ['owner', 3, owner, yamlText(owner)],
    ['from', 4, owner, yamlText(owner)],
    ['due', 5, due, due],
    ['needed_by', 5, due, due],
    ['target', 5, due, due],
  ];
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      if (line === `# ${title}`) return '# $1';
      const stop = stops.find(([field]) => line.startsWith(`${field}: `));
      return stop ? `${stop[0]}: ${tabStop(stop[1], stop[3])}` : inSnippet(line);
    });
}

const ownerOf = ({ plan }: CompletionRequest, { program }: Asker): string =>
  peopleInUse(plan, program)[0]?.value ?? 'me';

function wholeProgram(request: CompletionRequest, asker: Asker): ItemSnippet {
  const { today } = request;
  const day = formatDay(today);
  const title = tabStop(1, 'New program');
  const owner = tabStop(3, yamlText(ownerOf(request, asker)));
  const target = tabStop(4, formatDay(today - weekday(today) + 4 + 84));
  const stream = tabStop(5, 'platform');
  const text = `---
type: program
id: ${tabStop(2, 'new-program')}
title: ${title}
owner: ${owner}
start: ${day}
target: ${target}
goal: launch
updated: ${day}
workstreams:
  - id: ${stream}
    title: ${tabStop(6, 'Platform')}
    owner: ${owner}
milestones:
  - id: first-milestone
    title: ${tabStop(7, 'First milestone')}
    owner: ${owner}
    workstream: ${stream}
    duration: 10d
  - id: launch
    title: Launch
    owner: ${owner}
    due: ${target}
    depends_on: [first-milestone]
risks:
  - id: R-1
    title: ${tabStop(8, 'What may happen')}
    owner: ${owner}
    probability: medium
    impact: medium
    affects: [launch]
    mitigation: ${tabStop(9, 'What is done about it')}
decisions:
  - id: D-1
    title: ${tabStop(10, 'What has to be decided')}
    owner: ${owner}
    blocks: [launch]
---

# ${title}

$0`;
  return {
    name: 'program with items',
    doc: 'A program that holds a workstream, two milestones of which one waits for the other, a risk and a decision.',
    lines: text.split('\n'),
  };
}

function register(request: CompletionRequest, asker: Asker): ItemSnippet {
  const risk = ITEM_TYPES.find(({ name }) => name === 'risk') as ItemType;
  const { lines } = entrySnippet(risk, request, asker);
  return {
    name: 'register',
    doc: 'A document that holds items and is none: here, risks.',
    lines: [
      '---',
      'type: register',
      'title: Risks',
      'risks:',
      ...lines.map((line, i) => (i === 0 ? `  - ${line}` : `    ${line}`)),
      '---',
      '',
      '# Risks',
      '',
      '$0',
    ],
  };
}
