import type { Host } from '../workspace/slices.ts';

/** What differs between the hosts that extensions run in: the desktop and remote one, and the web worker. */
export interface Platform {
  readonly host: Host;
}
