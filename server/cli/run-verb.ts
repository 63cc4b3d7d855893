import { parseArgs } from 'node:util';
import { ConfigError, parseConfig } from '../config.ts';
import { VerbError, type Operand, type Verb, type VerbContext } from './verb.ts';

/** Exit codes: done, failed, called wrongly (sysexits: EX_USAGE), configured wrongly (EX_CONFIG). */
export const exitCodes = { done: 0, failed: 1, usage: 64, config: 78 } as const;

export interface Terminal {
	environment: Record<string, string | undefined>;
	print: (line: string) => void;
	complain: (line: string) => void;
	readInput: () => Promise<string>;
}

type Verbs = Readonly<Record<string, Verb>>;
class UsageError extends Error {}

/** Finds the verb in the arguments, runs it, and answers the exit code. */
export async function runVerb(verbs: Verbs, args: readonly string[], terminal: Terminal): Promise<number> {
	const name = [args.slice(0, 2).join(' '), args[0] ?? ''].find((words) => Object.hasOwn(verbs, words));
	const verb = name === undefined ? undefined : verbs[name];
	if (!name || !verb) return overview(verbs, args, terminal);
	try {
		const values = readOptions(verb, args.slice(name.split(' ').length));
		if (values === 'help') terminal.print(helpOf(name, verb));
		else await verb.run(contextOf(values, terminal));
		return exitCodes.done;
	} catch (error) {
		return explain(error, name, terminal);
	}
}

function overview(verbs: Verbs, args: readonly string[], terminal: Terminal): number {
	const lines = Object.entries(verbs).map(([name, { about }]) => `  ${name.padEnd(16)} ${about}`);
	const text = `npm run rapi -- <verb> [options]\n\n${lines.join('\n')}\n\nMore about one: npm run rapi -- <verb> --help`;
	if (args.length === 0 || args[0] === '--help') {
		terminal.print(text);
		return exitCodes.done;
	}
	terminal.complain(`There is no verb "${args.join(' ')}".\n\n${text}`);
	return exitCodes.usage;
}

function readOptions(verb: Verb, args: string[]): Map<string, string> | 'help' {
	const options = Object.fromEntries(verb.options.map(({ name }) => [name, { type: 'string' as const }]));
	const { values, positionals } = parseArgs({
		args,
		options: { ...options, help: { type: 'boolean' } },
		strict: true,
		allowPositionals: verb.operand !== undefined
	});
	if (values.help) return 'help';
	const given = new Map<string, string>();
	const named = values as Record<string, string | undefined>;
	if (verb.operand) given.set(verb.operand.name, readOperand(verb.operand, positionals, named));
	for (const { name, otherwise } of verb.options) {
		const value = given.get(name) ?? named[name] ?? otherwise;
		if (value === undefined) throw new UsageError(`--${name} is needed.`);
		given.set(name, value);
	}
	return given;
}

function readOperand(
	{ name }: Operand,
	positionals: readonly string[],
	named: Record<string, string | undefined>
): string {
	const [operand, ...more] = named[name] === undefined ? positionals : [named[name], ...positionals];
	if (!operand || more.length > 0) throw new UsageError(`One <${name}> is needed.`);
	return operand;
}

function contextOf(values: Map<string, string>, terminal: Terminal): VerbContext {
	return {
		config: parseConfig({ RAPI_LOG: 'warn', ...terminal.environment }),
		option: (name) => values.get(name) ?? '',
		print: (line) => terminal.print(line),
		readInput: () => terminal.readInput()
	};
}

function helpOf(name: string, { about, operand, options }: Verb): string {
	const lines = options
		.filter(({ name: option }) => option !== operand?.name)
		.map(({ name: option, about: what, otherwise }) => {
			const left =
				otherwise === undefined ? 'needed' : otherwise === '' ? 'may be left out' : `else ${otherwise}`;
			return `  --${option.padEnd(14)} ${what} (${left})`;
		});
	if (operand) lines.unshift(`  <${operand.name}>`.padEnd(19) + operand.about);
	const call = `${name}${operand ? ` <${operand.name}>` : ''}`;
	return [`npm run rapi -- ${call} [options]`, '', about, ...(lines.length ? ['', ...lines] : [])].join('\n');
}

function explain(error: unknown, name: string, { complain }: Terminal): number {
	if (error instanceof ConfigError || error instanceof VerbError) {
		complain(error.message);
		return error instanceof ConfigError ? exitCodes.config : exitCodes.failed;
	}
	if (error instanceof UsageError || isParseError(error)) {
		complain(`${error.message}\nSee npm run rapi -- ${name} --help`);
		return exitCodes.usage;
	}
	throw error;
}

function isParseError(error: unknown): error is Error {
	return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
