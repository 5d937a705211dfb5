import { formatDay } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import { monthLabel } from '../views/day-label.ts';
import { monthKey, PROGRAMS_KEY, programKey, workstreamKey } from './keys.ts';
import type { Planned } from './options.ts';
import type { FoldKind } from './picture.ts';

/** A group of items that can be folded into one node: a program, a workstream in it, a month of that. */
export interface Branch {
  /** Its place among all branches of a picture. */
  readonly number: number;
  readonly key: string;
  readonly kind: FoldKind;
  readonly title: string;
  readonly program: string | undefined;
  readonly workstream: string | undefined;
  /** The item that describes it, where one does. */
  readonly item: Item | undefined;
  readonly parent: Branch | undefined;
  /** In document order. */
  readonly items: Item[];
  /** What it falls into; of a leaf, nothing but items. */
  readonly children: Branch[];
}

/** Whether a group falls into items at once, or into months where these are too many. */
export const isLeaf = ({ children }: Branch): boolean => children.every(({ kind }) => kind === 'month');

/** The workstreams of a program; of one that has none, itself. */
export const leavesOf = (program: Branch): readonly Branch[] => (isLeaf(program) ? [program] : program.children);

/** After so many items a host may do something else. */
const AT_ONCE = 500;

/** The groups of some items: programs, and in them workstreams and what belongs to none. */
export class Branches {
  readonly #programs = new Map<string, Branch>();
  readonly #planned: Planned;
  readonly #byKey = new Map<string, Branch>();
  readonly #leafOf: Int32Array;
  readonly #all: Branch[] = [];
  readonly #split = new Set<Branch>();

  private constructor(planned: Planned) {
    this.#planned = planned;
    this.#leafOf = new Int32Array(planned.plan.items.length);
  }

  /** Puts items into their groups. In steps. */
  static *of(items: readonly Item[], planned: Planned): Generator<void, Branches> {
    const branches = new Branches(planned);
    yield* branches.#addAll(items);
    return branches;
  }

  *#addAll(items: readonly Item[]): Generator<void, void> {
    const programs = this.#programs;
    const leaves = new Map<Branch, Map<string | undefined, Branch>>();
    for (const [at, item] of items.entries()) {
      if (at % AT_ONCE === AT_ONCE - 1) yield;
      const program = this.#program(item, programs);
      let ofProgram = leaves.get(program);
      if (!ofProgram) {
        ofProgram = new Map();
        leaves.set(program, ofProgram);
      }
      const leaf = this.#leaf(item, program, ofProgram);
      program.items.push(item);
      leaf.items.push(item);
      this.#leafOf[item.index] = leaf.number;
    }
    for (const program of programs.values()) this.#foldSingle(program);
  }

  /** In the order of their first items. */
  get programs(): readonly Branch[] {
    return [...this.#programs.values()];
  }

  /** The groups that hold items and no other groups, in the order of their first items. */
  get leaves(): readonly Branch[] {
    return this.programs.flatMap(leavesOf);
  }

  /** The group that an item is in, below its program or the program itself. */
  leafOf({ index }: Item): Branch {
    return this.#all[this.#leafOf[index] as number] as Branch;
  }

  numbered(number: number): Branch {
    return this.#all[number] as Branch;
  }

  /** The group of that key; undefined where there is none. */
  keyed(key: string): Branch | undefined {
    const month = /^month \S+ of (.*)$/s.exec(key);
    const leaf = month && this.#byKey.get(month[1] as string);
    if (leaf) this.months(leaf);
    return this.#byKey.get(key);
  }

  /** The months of a group, in which its items are forecast to finish or due, in order. */
  months(leaf: Branch): readonly Branch[] {
    if (this.#split.has(leaf)) return leaf.children;
    this.#split.add(leaf);
    const months = new Map<string, { readonly day: number | undefined; readonly items: Item[] }>();
    for (const item of leaf.items) {
      const day = this.#planned.state.schedule.finish(item) ?? item.due;
      const month = day === undefined ? 'none' : formatDay(day).slice(0, 7);
      const known = months.get(month);
      if (known) known.items.push(item);
      else months.set(month, { day, items: [item] });
    }
    const { program, workstream } = leaf;
    for (const [month, { day, items }] of [...months].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const title = day === undefined ? 'No date' : monthLabel(day);
      const of = { program, workstream, item: leaf.item, parent: leaf };
      leaf.children.push(this.#add({ ...of, key: monthKey(leaf.key, month), kind: 'month', title }, items));
    }
    return leaf.children;
  }

  /** One group of several programs. */
  together(programs: readonly Branch[]): Branch {
    const at = { program: undefined, workstream: undefined, item: undefined, parent: undefined };
    const items = programs.flatMap((program) => program.items).sort((a, b) => a.index - b.index);
    return this.#add({ ...at, key: PROGRAMS_KEY, kind: 'programs', title: `${programs.length} programs` }, items);
  }

  #program({ program: id }: Item, programs: Map<string, Branch>): Branch {
    let branch = programs.get(id);
    if (!branch) {
      const item = this.#planned.plan.lookup.program(id);
      const at = { program: id, workstream: undefined, item, parent: undefined };
      branch = this.#add({ ...at, key: programKey(id), kind: 'program', title: item?.title ?? id });
      programs.set(id, branch);
    }
    return branch;
  }

  #leaf({ program, workstream }: Item, parent: Branch, leaves: Map<string | undefined, Branch>): Branch {
    let branch = leaves.get(workstream);
    if (!branch) {
      const key = workstreamKey(program, workstream);
      const named = workstream === undefined ? undefined : this.#planned.plan.lookup.member(program, workstream);
      const item = named?.type.name === 'workstream' ? named : undefined;
      const title = workstream === undefined ? 'No workstream' : (item?.title ?? workstream);
      const kind = workstream === undefined ? 'rest' : 'workstream';
      branch = this.#add({ program, workstream, item, parent, key, kind, title });
      parent.children.push(branch);
      leaves.set(workstream, branch);
    }
    return branch;
  }

  /** A program without workstreams holds its items itself. */
  #foldSingle(program: Branch): void {
    const [only, other] = program.children;
    if (!only || other || only.kind !== 'rest') return;
    program.children.pop();
    this.#byKey.delete(only.key);
    for (const { index } of program.items) this.#leafOf[index] = program.number;
  }

  #add(branch: Omit<Branch, 'number' | 'items' | 'children'>, items: Item[] = []): Branch {
    const added: Branch = { ...branch, number: this.#all.length, items, children: [] };
    this.#all.push(added);
    this.#byKey.set(added.key, added);
    return added;
  }
}
