/** Names that Windows keeps for devices, whatever stands behind the first dot. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Longer names do not fit into every file system, of which some count bytes. */
const MOST_CHARACTERS = 60;

/** The name of a file for an item, such that it can be checked out on every system. */
export function fileNameFor(id: string): string {
  const short = [...id].slice(0, MOST_CHARACTERS).join('').replace(/\.+$/, '');
  return `${isDevice(short) ? `item-${short}` : short}.md`;
}

/** Whether a name is one of those. */
export const isDevice = (name: string): boolean => DEVICES.test(name);

/** Whether a folder that has a name cannot take another: some systems see no difference between `A.md` and `a.md`. */
export function isTaken(name: string, names: Iterable<string>): boolean {
  const folded = fold(name);
  for (const other of names) if (fold(other) === folded) return true;
  return false;
}

const fold = (name: string): string => name.normalize('NFC').toLowerCase();
