import * as v from 'valibot';
import { grantLevels, roles, type GrantLevel, type Role } from '#domain/access/level.ts';
import { parse } from '#domain/kernel/schema.ts';
import { peopleRefusalCodes, type PeopleRefusal } from '#domain/people/people-refusal.ts';

/** What the server said: a value, its refusal, or nothing because there is no way to it. */
export type Answer<T> = { value: T } | { refusal: PeopleRefusal } | { unreachable: true };

const refusalSchema = v.object({
	code: v.picklist(peopleRefusalCodes),
	field: v.optional(v.string())
});
const doneSchema = v.object({ ok: v.literal(true) });

const sessionsSchema = v.object({
	sessions: v.array(
		v.object({
			id: v.string(),
			device: v.string(),
			addressPrefix: v.string(),
			createdAt: v.number(),
			lastSeenAt: v.number(),
			current: v.boolean()
		})
	)
});
export type SessionRow = v.InferOutput<typeof sessionsSchema>['sessions'][number];

const keySchema = v.object({
	id: v.string(),
	name: v.string(),
	cap: v.picklist(grantLevels),
	createdAt: v.number(),
	lastUsedAt: v.nullable(v.number()),
	endsAt: v.nullable(v.number())
});
const keysSchema = v.object({ keys: v.array(keySchema) });
const newKeySchema = v.object({ key: keySchema, secret: v.string() });
export type KeyRow = v.InferOutput<typeof keySchema>;

const feedSchema = v.object({
	id: v.string(),
	boardId: v.nullable(v.string()),
	createdAt: v.number(),
	lastUsedAt: v.nullable(v.number())
});
const feedsSchema = v.object({ feeds: v.array(feedSchema) });
const newFeedSchema = v.object({ feed: feedSchema, secret: v.string() });
export type CalendarFeedRow = v.InferOutput<typeof feedSchema>;

const workspaceSchema = v.object({ name: v.string(), timeZone: v.string() });
export type WorkspaceFacts = v.InferOutput<typeof workspaceSchema>;

const invitationSchema = v.object({
	id: v.string(),
	email: v.string(),
	role: v.picklist(roles),
	invitedBy: v.string(),
	expiresAt: v.number()
});
const invitationsSchema = v.object({ invitations: v.array(invitationSchema) });
const newInvitationSchema = v.object({ link: v.string(), mailed: v.boolean() });
export type InvitationRow = v.InferOutput<typeof invitationSchema>;
export type NewInvitation = v.InferOutput<typeof newInvitationSchema>;

export interface InvitationInput {
	email: string;
	role: Role;
	grants: { folderId: string; level: GrantLevel; endsAt: number | null }[];
}

/** What about people and sign-in only the server can do. Every call needs a network. */
export function peopleApi(slug: string) {
	const base = `/api/v1/workspaces/${slug}`;
	return {
		sessions: () => ask(sessionsSchema, 'GET', '/api/v1/sessions'),
		endSession: (id: string) => ask(doneSchema, 'DELETE', `/api/v1/sessions/${id}`),
		changePassword: (current: string, next: string) =>
			ask(doneSchema, 'PUT', '/api/v1/account/password', { current, next }),
		keys: () => ask(keysSchema, 'GET', `${base}/keys`),
		createKey: (key: Pick<KeyRow, 'name' | 'cap' | 'endsAt'>) =>
			ask(newKeySchema, 'POST', `${base}/keys`, key),
		revokeKey: (id: string) => ask(doneSchema, 'DELETE', `${base}/keys/${id}`),
		calendarFeeds: () => ask(feedsSchema, 'GET', `${base}/calendar-feeds`),
		createCalendarFeed: (boardId: string | null) =>
			ask(newFeedSchema, 'POST', `${base}/calendar-feeds`, { boardId }),
		revokeCalendarFeed: (id: string) => ask(doneSchema, 'DELETE', `${base}/calendar-feeds/${id}`),
		workspace: () => ask(workspaceSchema, 'GET', `${base}/settings`),
		configure: (facts: WorkspaceFacts) => ask(workspaceSchema, 'PUT', `${base}/settings`, facts),
		invitations: () => ask(invitationsSchema, 'GET', `${base}/invitations`),
		invite: (input: InvitationInput) => ask(newInvitationSchema, 'POST', `${base}/invitations`, input),
		renewInvitation: (id: string) => ask(newInvitationSchema, 'POST', `${base}/invitations/${id}/resend`, {}),
		revokeInvitation: (id: string) => ask(doneSchema, 'DELETE', `${base}/invitations/${id}`)
	};
}
export type PeopleApi = ReturnType<typeof peopleApi>;

async function ask<S extends v.GenericSchema>(
	schema: S,
	method: string,
	path: string,
	body?: unknown
): Promise<Answer<v.InferOutput<S>>> {
	const headers = {
		accept: 'application/json',
		...(body !== undefined && { 'content-type': 'application/json' })
	};
	const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
	const response = await fetch(path, init).catch(() => undefined);
	if (!response) return { unreachable: true };
	const json: unknown = await response.json().catch(() => undefined);
	if (!response.ok) return refusalIn(json, response.headers.get('retry-after'));
	const parsed = parse(schema, json);
	return parsed.ok ? { value: parsed.value } : { unreachable: true };
}

function refusalIn(json: unknown, retryAfter: string | null): Answer<never> {
	const parsed = parse(refusalSchema, json);
	if (!parsed.ok) return { unreachable: true };
	const { code: refused, field } = parsed.value;
	const seconds = Number(retryAfter);
	return {
		refusal: {
			refused,
			...(field !== undefined && { field }),
			...(retryAfter !== null && Number.isFinite(seconds) && { retryAfter: seconds })
		}
	};
}
