import { quoted } from '../../../text/visible.ts';
import type { ViewOption } from '../../view.ts';

/** `only=key`: leaves out what leaders need not hear of. */
export const ONLY_KEY: Readonly<Record<'only', ViewOption>> = {
  only: {
    doc: '`key` shows key milestones alone: those that are marked so or have a firm date, goals, and what delivers an objective.',
    words: ['key'],
    check: (value) => (value === 'key' ? undefined : `write key in the place of ${quoted(value)}`),
  },
};
