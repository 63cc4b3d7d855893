// `npm run rapi -- <verb>`: the command line, under the project's own Node.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installIfNeeded } from './start.mjs';
import { nodeBinary, root } from './toolchain.mjs';

installIfNeeded();
const args = [join(root, 'server', 'cli', 'rapi.ts'), ...process.argv.slice(2)];
const result = spawnSync(nodeBinary(), args, { stdio: 'inherit' });
process.exit(result.status ?? 1);
