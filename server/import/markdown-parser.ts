import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { MarkdownNode } from '#domain/pages/markdown/markdown-tree.ts';
import { MarkdownTooLarge } from '../pages/markdown.ts';

/** What the thread answers to a text: its tree, or why it was not read. */
export type ParseAnswer = { root: MarkdownNode } | { refused: string };

/** Parses Markdown from outside beside the server's own thread, one text at a time. */
export interface MarkdownParser {
	/** Rejects with `MarkdownTooLarge` what is too long or nested too deep, or takes too long to read. */
	parse(text: string): Promise<MarkdownNode>;
	close(): Promise<void>;
}

export interface MarkdownParserOptions {
	/** The module of the thread: an address of the Node entry, never of a bundle. */
	entry: URL;
	deadlineMs?: number;
}

/** Memory of the thread; a text that needs more is not read. */
const resourceLimits = { maxOldGenerationSizeMb: 256 } as const;

export function createMarkdownParser({ entry, deadlineMs = 10_000 }: MarkdownParserOptions): MarkdownParser {
	let worker: Worker | undefined;
	let turn: Promise<unknown> = Promise.resolve();
	const closing = new AbortController();

	async function start(): Promise<Worker> {
		const started = new Worker(entry, { resourceLimits });
		worker = started;
		// A thread that breaks down is one text lost, never the server.
		started.on('error', () => {
			if (worker === started) worker = undefined;
		});
		await once(started, 'message');
		return started;
	}

	async function end(): Promise<void> {
		const ended = worker;
		worker = undefined;
		await ended?.terminate();
	}

	async function ask(text: string): Promise<MarkdownNode> {
		const asked = worker ?? (await start());
		asked.ref();
		asked.postMessage(text);
		const ending = AbortSignal.any([AbortSignal.timeout(deadlineMs), closing.signal]);
		const answer = await answerOf(asked, ending);
		// Waiting for the next text, it keeps no process alive.
		asked.unref();
		if (!('failed' in answer)) return readable(answer);
		await end();
		throw new MarkdownTooLarge(answer.failed);
	}

	return {
		parse(text) {
			const mine = turn.then(() => ask(text));
			turn = mine.catch(() => undefined);
			return mine;
		},
		close() {
			closing.abort();
			return end();
		}
	};
}

/** The thread's next answer, or why it will give none: it ran out of time, of memory, or broke down. */
async function answerOf(worker: Worker, signal: AbortSignal): Promise<ParseAnswer | { failed: string }> {
	try {
		const [answer] = (await once(worker, 'message', { signal })) as [ParseAnswer];
		return answer;
	} catch (error) {
		if (signal.aborted) return { failed: 'time' };
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		return { failed: code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'broken' };
	}
}

function readable(answer: ParseAnswer): MarkdownNode {
	if ('refused' in answer) throw new MarkdownTooLarge(answer.refused);
	return answer.root;
}
