import { text } from 'node:stream/consumers';
import { runVerb } from './run-verb.ts';
import { verbs } from './verbs.ts';

process.exitCode = await runVerb(verbs, process.argv.slice(2), {
	environment: process.env,
	print: (line) => void process.stdout.write(`${line}\n`),
	complain: (line) => void process.stderr.write(`${line}\n`),
	async readInput() {
		return process.stdin.isTTY ? '' : (await text(process.stdin)).replace(/\r?\n$/, '');
	}
});
