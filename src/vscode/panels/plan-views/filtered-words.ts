import { amount } from '../../../core/text/words.ts';

/** How a summary says that filters leave something out; empty where they do not. */
export const filteredWords = (count: number): string => (count > 0 ? `${amount(count)} left out by filters` : '');
