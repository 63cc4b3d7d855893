// The part of a server that tells devices, in a process of its own that can be killed. PUSH_STEP says
// what it does: `tell` writes the notices of what was done, `send` sends what is due; then it waits.
// CLOCK_AT is what its clock says.
import { parseConfig } from '#server/config.ts';
import { createServices } from '#server/services.ts';

const now = Number(process.env['CLOCK_AT']);
const config = parseConfig(process.env);
const services = await createServices(config, { clock: { now: () => now }, mayReach: () => true });
if (process.env['PUSH_STEP'] === 'tell') await services.notices.catchUp();
else await services.pushes.send();
process.stdout.write('done\n');
setInterval(() => undefined, 60_000);
