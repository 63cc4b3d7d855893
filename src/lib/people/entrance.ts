import * as v from 'valibot';
import { parse } from '#domain/kernel/schema.ts';

const answerSchema = v.object({ workspaces: v.array(v.object({ slug: v.string() })) });

/**
 * Where the bare address leads: to the workspace last opened on this device, which needs no
 * network; else to the first one of whoever is signed in; else to signing in.
 */
export async function findEntrance(
	known: () => Promise<readonly { slug: string; openedAt: number }[]>,
	ask: typeof fetch
): Promise<string> {
	const [last] = [...(await known())].sort((a, b) => b.openedAt - a.openedAt);
	if (last) return `/${last.slug}`;
	const response = await ask('/api/v1/workspaces').catch(() => undefined);
	if (!response?.ok) return '/signin';
	const parsed = parse(answerSchema, await response.json().catch(() => undefined));
	const first = parsed.ok ? parsed.value.workspaces[0] : undefined;
	return first ? `/${first.slug}` : '/welcome';
}
