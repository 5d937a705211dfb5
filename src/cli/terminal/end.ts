import { EXIT } from '../command.ts';
import { reasonOf } from '../failure.ts';
import { note } from './note.ts';

/** Ctrl-C ends a command with a line instead of silence. What a command writes to the disk, it writes in one go. */
export function endOnInterrupt(process: NodeJS.Process): void {
  process.once('SIGINT', () => {
    note({ shell: process }, 'interrupted');
    process.exit(EXIT.failed);
  });
}

/**
 * Results that nobody can take any more. That a reader has had enough, as in `milepost check | head`, is no failure;
 * a full disk is one.
 */
export function endOnOutputError(process: NodeJS.Process): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    note({ shell: process }, `the results cannot be written: ${reasonOf(error)}`);
    process.exitCode = EXIT.failed;
  });
  // There is nobody left to tell.
  process.stderr.on('error', () => {});
}
