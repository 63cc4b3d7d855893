// Runs one of the project's own tools under the project's own Node, so that a machine
// with an older Node gets the same results.
import { spawnSync } from 'node:child_process';
import { nodeBinary, toolPath } from './toolchain.mjs';

const [tool, ...args] = process.argv.slice(2);
const result = spawnSync(nodeBinary(), [toolPath(tool), ...args], { stdio: 'inherit' });
process.exit(result.status ?? 1);
