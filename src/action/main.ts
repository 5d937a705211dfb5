import { runAction } from './run-action.ts';

runAction({
  cwd: process.cwd,
  env: process.env,
  now: () => new Date(),
  stdout: process.stdout,
  stderr: process.stderr,
  fetch,
}).then((status) => {
  process.exitCode = status;
});
