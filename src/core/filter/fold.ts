/** A text as filters compare it: without regard to case, and to how its letters are composed. */
export const fold = (text: string): string => text.normalize('NFC').toLowerCase();
