import type { PageView } from '../../../webview/protocol.ts';

/** What a view is made of, without what all of them have. */
export type Made<V extends PageView> = Omit<V, Exclude<keyof PageView, 'summary'>>;
