import { saveMemory } from './memory.ts';
import { run } from './run.ts';
import { endOnInterrupt, endOnOutputError } from './terminal/end.ts';

saveMemory();
endOnInterrupt(process);
endOnOutputError(process);
run(process.argv.slice(2), {
  cwd: process.cwd,
  env: process.env,
  now: () => new Date(),
  stdout: process.stdout,
  stderr: process.stderr,
}).then((status) => {
  // Not `exit`: what has been written may still be on its way. A failure that came meanwhile stays one.
  process.exitCode ||= status;
});
