import type { Item } from '../plan/item.ts';
import type { PlanState } from '../state/state.ts';
import { visible } from '../text/visible.ts';
import type { Branch, Branches } from './branches.ts';
import type { Canvas } from './canvas.ts';
import { countItems } from './count-items.ts';
import type { PictureGroup } from './picture.ts';

/**
 * The frames around nodes: programs, where there are several, and their workstreams, where some of their items are nodes
 * of their own. A folded group without such items is one node, and needs no frame.
 */
export class Frames {
  readonly #branches: Branches;
  readonly #used = new Set<Branch>();
  readonly #withNodes = new Set<Branch>();
  readonly #foldedPrograms = new Set<Branch>();

  constructor(branches: Branches, canvas: Canvas) {
    this.#branches = branches;
    for (const program of branches.programs) {
      for (const item of program.items) {
        if (canvas.isAlone(item)) this.#withNodes.add(program).add(branches.leafOf(item));
        else if (canvas.isFolded(item, program)) this.#foldedPrograms.add(program);
      }
    }
  }

  /** The frame around the node of an item. */
  ofItem(item: Item): Branch | undefined {
    const leaf = this.#branches.leafOf(item);
    const program = leaf.parent ?? leaf;
    // Beside a program in one node its workstreams would be frames around next to nothing.
    const isFramed = leaf.kind === 'workstream' && !this.#foldedPrograms.has(program);
    return this.#use(isFramed ? leaf : this.#ofProgram(program));
  }

  /** The frame around a folded group. */
  ofFold(branch: Branch): Branch | undefined {
    const { kind, parent } = branch;
    if (kind === 'programs') return undefined;
    if (kind === 'program') return this.#use(this.hasNodes(branch) ? this.#ofProgram(branch) : undefined);
    if (kind === 'workstream' && this.hasNodes(branch)) return this.#use(branch);
    if (kind === 'month' && parent?.kind === 'workstream') return this.#use(parent);
    return this.#use(this.#ofProgram(kind === 'month' ? (parent?.parent ?? parent) : parent));
  }

  /** Whether items of a group are nodes of their own. */
  hasNodes(branch: Branch): boolean {
    return this.#withNodes.has(branch);
  }

  /** The frames that are in use, each before those in it. */
  groups(state: PlanState): readonly PictureGroup[] {
    const parents = [...this.#used].flatMap(({ parent }) => (this.#ofProgram(parent) ? [parent as Branch] : []));
    const used = [...new Set([...parents, ...this.#used])].sort((a, b) => a.number - b.number);
    const group = (branch: Branch): PictureGroup => ({
      key: branch.key,
      kind: branch.kind === 'program' ? 'program' : 'workstream',
      title: visible(branch.title),
      parent: this.#ofProgram(branch.parent)?.key,
      counts: countItems(branch.items, state),
    });
    return used.map(group);
  }

  #ofProgram(program: Branch | undefined): Branch | undefined {
    return this.#branches.programs.length > 1 ? program : undefined;
  }

  #use(branch: Branch | undefined): Branch | undefined {
    if (branch) this.#used.add(branch);
    return branch;
  }
}
