/** Why something cannot have another name, or not that one: what is told to whoever asked. */
export class RenameRefused extends Error {}
