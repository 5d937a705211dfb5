/** Names that other tools and other people have for a field: what is meant, most likely first. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  affects: ['blocks'],
  assigned_to: ['owner'],
  assignee: ['owner'],
  blocked_by: ['depends_on'],
  blocking: ['blocks'],
  deadline: ['due', 'target'],
  decides: ['blocks'],
  dependencies: ['depends_on'],
  depends: ['depends_on'],
  due_date: ['due', 'target', 'promised'],
  effort: ['duration'],
  end: ['due', 'target'],
  end_date: ['due', 'target'],
  finish: ['due', 'target'],
  labels: ['tags'],
  lead: ['owner'],
  likelihood: ['probability'],
  mitigations: ['mitigation'],
  name: ['title'],
  needed_for: ['blocks', 'for'],
  percent_complete: ['progress'],
  predecessors: ['depends_on'],
  requires: ['depends_on'],
  responsible: ['owner'],
  severity: ['impact'],
  start_date: ['start'],
  state: ['status'],
  summary: ['title'],
  unblocks: ['blocks'],
};

/** What people write on an item to say what waits for it. In a plan, what waits says so. */
const NAMES_OF_WAITERS: ReadonlySet<string> = new Set([
  'blocking',
  'blocks',
  'enables',
  'needed_by',
  'needed_for',
  'required_by',
  'required_for',
  'successors',
  'unblocks',
]);

/** Whether a name means what waits for an item. */
export const namesWaiters = (name: string): boolean => NAMES_OF_WAITERS.has(name);

/** The field that a foreign name stands for, of those that there are. */
export function synonymOf(name: string, fields: readonly string[]): string | undefined {
  const meant = Object.hasOwn(SYNONYMS, name) ? SYNONYMS[name] : undefined;
  return meant?.find((field) => fields.includes(field));
}
