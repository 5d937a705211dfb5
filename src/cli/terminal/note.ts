import { visible } from '../../core/text/visible.ts';
import type { Shell } from '../shell.ts';

/** Says something beside the results, in one line. */
export function note({ shell }: { readonly shell: Pick<Shell, 'stderr'> }, text: string): void {
  shell.stderr.write(`milepost: ${visible(text)}\n`);
}
