import type { CommandEffects } from './command-runner.ts';

/** What the server does beside a command's rows, by the command's name. */
export const commandEffects: CommandEffects = {};
