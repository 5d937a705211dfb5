import * as vscode from 'vscode';
import type { Item } from '../../core/plan/item.ts';

/** The kind of symbol that an item is to the editor. */
export const kindOf = ({ type }: Item): vscode.SymbolKind => vscode.SymbolKind[type.symbol];
