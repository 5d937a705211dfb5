// Runs a check and prints the largest resident memory of its process, in MiB.
import { spawnSync } from 'node:child_process';

const [cli, plan] = process.argv.slice(2);
const script = `
process.on('exit', () => process.stderr.write('\\n' + Math.round(process.resourceUsage().maxRSS / 1024)));
process.argv = [process.execPath, ${JSON.stringify(cli)}, 'check', '--fail-on', 'never', '--format', 'json'];
require(${JSON.stringify(cli)});`;
const { stderr } = spawnSync(process.execPath, ['-e', script], { cwd: plan, encoding: 'utf8', maxBuffer: 1 << 30 });
console.log(stderr.trim().split('\n').pop());
