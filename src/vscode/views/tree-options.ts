import * as vscode from 'vscode';
import type { TreeOptions } from '../../core/views/program-tree.ts';
import { GROUPINGS, type GroupBy } from '../../core/views/program-tree-groups.ts';
import { onSetting, settings } from '../settings.ts';

const GROUP_BY = 'milepost.groupBy';
const HIDE_DONE = 'milepost.hideDone';

/** How the program tree is shown in this workspace: as somebody chose here, else as the settings say. */
export class StoredTreeOptions implements TreeOptions, vscode.Disposable {
  readonly #memento: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #setting = onSetting(['programTree'], () => this.#changed.fire());

  readonly onDidChange = this.#changed.event;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
    this.#tellMenus();
  }

  get groupBy(): GroupBy {
    const chosen = this.#memento.get<unknown>(GROUP_BY);
    return GROUPINGS.find((grouping) => grouping === chosen) ?? settings.groupBy;
  }

  get hideDone(): boolean {
    return this.#memento.get<unknown>(HIDE_DONE) === true;
  }

  async setGroupBy(groupBy: GroupBy): Promise<void> {
    await this.#memento.update(GROUP_BY, groupBy);
    this.#changed.fire();
  }

  async setHideDone(hideDone: boolean): Promise<void> {
    await this.#memento.update(HIDE_DONE, hideDone);
    this.#tellMenus();
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
    this.#setting.dispose();
  }

  /** The menu of the tree offers the opposite. */
  #tellMenus(): void {
    void vscode.commands.executeCommand('setContext', HIDE_DONE, this.hideDone);
  }
}
