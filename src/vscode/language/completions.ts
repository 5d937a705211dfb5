import * as vscode from 'vscode';
import type { Completion, CompletionKind } from '../../language/completion/completion.ts';
import { completionsAt } from '../../language/completion/completions-at.ts';
import { describeItem } from '../../language/completion/describe.ts';
import { withoutIcons } from '../convert.ts';
import type { Log } from '../log.ts';
import { planFileOf } from '../plans/plan-documents.ts';
import type { Plans } from '../plans/plans.ts';

/**
 * Markdown asks for nothing while words are typed, and letters that do are not heard: so everything asks after which a
 * key, a value or an entry may begin, a new line among it. A hyphen does not, since most ids hold some.
 */
export const TRIGGERS = [...' :[,{/="\'', '\n'];

/** A proposal, with what it takes to say more of it once somebody looks at it. */
type Proposal = vscode.CompletionItem & { describe?: () => string };

/** What could be written where the cursor is: asked of the newest plan that there is, whatever has been typed since. */
export class Completions implements vscode.CompletionItemProvider<Proposal> {
  readonly #plans: Plans;
  readonly #log: Log;

  constructor(plans: Plans, log: Log) {
    this.#plans = plans;
    this.#log = log;
  }

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    _token: vscode.CancellationToken,
    { triggerKind }: vscode.CompletionContext,
  ): vscode.CompletionList<Proposal> | undefined {
    return this.#log.isolate<vscode.CompletionList<Proposal> | undefined>(
      'proposing what to write',
      () => {
        const explicit = triggerKind !== vscode.CompletionTriggerKind.TriggerCharacter;
        const isPlace = explicit || mayBePlace(document, position);
        const file = isPlace ? planFileOf(document.uri, this.#plans) : undefined;
        const snapshot = file?.folder.snapshot;
        if (!file || !snapshot) return undefined;
        const text = document.getText();
        const offset = document.offsetAt(position);
        const { list, incomplete } = completionsAt({ ...snapshot, path: file.path, text, offset, explicit });
        const items = list.map((completion, index): Proposal => {
          const { item } = completion;
          const proposal: Proposal = toItem(completion, index, document);
          if (item) proposal.describe = () => describeItem(item, snapshot);
          return proposal;
        });
        return items.length === 0 ? undefined : new vscode.CompletionList(items, incomplete);
      },
      undefined,
    );
  }

  resolveCompletionItem(proposal: Proposal): Proposal {
    const { describe } = proposal;
    if (describe) proposal.documentation = new vscode.MarkdownString(describe());
    return proposal;
  }
}

/** Whether there could be anything to propose, told by as few lines as possible: in prose this is asked with every space. */
function mayBePlace(document: vscode.TextDocument, { line, character }: vscode.Position): boolean {
  if (/\.ya?ml$/.test(document.uri.path) || line === 0) return true;
  const before = document.lineAt(line).text.slice(0, character);
  if (before.includes('[[') || before.includes('<!--')) return true;
  if (!document.lineAt(0).text.startsWith('---')) return false;
  for (let at = 1; at < line; at++) if (/^---[ \t]*$/.test(document.lineAt(at).text)) return false;
  return true;
}

const KINDS: Readonly<Record<CompletionKind, keyof typeof vscode.CompletionItemKind>> = {
  field: 'Property',
  collection: 'Module',
  type: 'Class',
  status: 'EnumMember',
  word: 'Value',
  item: 'Reference',
  person: 'User',
  tag: 'Text',
  date: 'Event',
  duration: 'Unit',
  rule: 'Constant',
  view: 'Interface',
  snippet: 'Snippet',
};

function toItem(completion: Completion, index: number, document: vscode.TextDocument): Proposal {
  const { label, kind, detail, description, documentation, filter, range, text, isSnippet, asksAgain } = completion;
  const item: Proposal = new vscode.CompletionItem(
    { label: withoutIcons(label), ...(detail && { detail: `  ${detail}` }), ...(description && { description }) },
    vscode.CompletionItemKind[KINDS[kind]],
  );
  item.filterText = filter;
  item.sortText = String(index).padStart(6, '0');
  item.range = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
  item.insertText = isSnippet ? new vscode.SnippetString(text) : text;
  // Lines are indented as YAML wants them, whatever the line that they are inserted in.
  item.keepWhitespace = true;
  if (documentation) item.documentation = new vscode.MarkdownString(documentation);
  if (asksAgain) item.command = { command: 'editor.action.triggerSuggest', title: '' };
  return item;
}
