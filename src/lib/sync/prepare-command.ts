import type { CommandName } from '#domain/commands/commands.ts';
import { madePage } from '#domain/pages/made-page.ts';
import type { Prepared } from './outbox.ts';

/** Completes a command before it is written down: a new page gets its first text on this device. */
export async function prepareCommand(
	name: CommandName,
	input: unknown,
	newId: () => string
): Promise<Prepared> {
	const page = madePage(name, input);
	if (!page) return { input };
	const { content } = input as { content?: string };
	if (content !== undefined) return { input, firstText: fromBase64(content) };
	const { createFirstText } = await import('./first-text.ts');
	const firstText = createFirstText(page.kind, newId);
	return { input: { ...(input as object), content: toBase64(firstText) }, firstText };
}

function toBase64(bytes: Uint8Array): string {
	return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: string): Uint8Array {
	return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
