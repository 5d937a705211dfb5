import * as vscode from 'vscode';
import type { TypeName } from '../../core/model/registry.ts';
import type { Item } from '../../core/plan/item.ts';

const { SymbolKind } = vscode;

/** The kinds that the editor has icons for, such as come near. */
const KINDS: Readonly<Record<TypeName, vscode.SymbolKind>> = {
  program: SymbolKind.Package,
  workstream: SymbolKind.Namespace,
  milestone: SymbolKind.Event,
  dependency: SymbolKind.Interface,
  decision: SymbolKind.Enum,
  risk: SymbolKind.Variable,
  issue: SymbolKind.Constant,
  action: SymbolKind.Function,
};

/** The kind of symbol that an item is to the editor. */
export const kindOf = ({ type }: Item): vscode.SymbolKind => KINDS[type.name as TypeName] ?? SymbolKind.Object;
