/** Why an item cannot be moved, or not there: what is told to whoever asked. */
export class MoveRefused extends Error {}
