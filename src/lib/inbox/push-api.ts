import * as v from 'valibot';
import { parse } from '#domain/kernel/schema.ts';
import { pushDeviceSchema, type PushDevice } from '#domain/notices/push.ts';

const keySchema = v.object({ publicKey: v.string() });
const devicesSchema = v.object({ devices: v.array(pushDeviceSchema) });
const addedSchema = v.object({ id: v.string() });
const triedSchema = v.object({ sent: v.boolean() });
const doneSchema = v.object({ ok: v.literal(true) });

/** The server's part of notices on devices. Undefined: no way to it, or it did not take it. */
export function pushApi(slug: string) {
	const base = `/api/v1/w/${slug}/push-devices`;
	return {
		publicKey: async () => (await ask(keySchema, 'GET', '/api/v1/push-device'))?.publicKey,
		list: async (): Promise<PushDevice[] | undefined> => (await ask(devicesSchema, 'GET', base))?.devices,
		add: async (subscription: unknown) => (await ask(addedSchema, 'POST', base, subscription))?.id,
		remove: async (id: string) => (await ask(doneSchema, 'DELETE', `${base}/${id}`)) !== undefined,
		/** Whether the push service took it; `too_many` when it was tried too often. */
		async try(id: string): Promise<boolean | 'too_many' | undefined> {
			const response = await fetch(`${base}/${id}/try`, { method: 'POST' }).catch(() => undefined);
			if (response?.status === 429) return 'too_many';
			return (await read(triedSchema, response))?.sent;
		}
	};
}
export type PushApi = ReturnType<typeof pushApi>;

async function ask<S extends v.GenericSchema>(schema: S, method: string, path: string, body?: unknown) {
	const json = body === undefined ? {} : { body: JSON.stringify(body) };
	const headers = body === undefined ? {} : { 'content-type': 'application/json' };
	return read(schema, await fetch(path, { method, headers, ...json }).catch(() => undefined));
}

async function read<S extends v.GenericSchema>(
	schema: S,
	response: Response | undefined
): Promise<v.InferOutput<S> | undefined> {
	if (!response?.ok) return undefined;
	const parsed = parse(schema, await response.json().catch(() => undefined));
	return parsed.ok ? parsed.value : undefined;
}
