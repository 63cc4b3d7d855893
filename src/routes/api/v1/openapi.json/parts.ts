import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';

export type Json = Record<string, unknown>;

export const workspaceParameter = {
	name: 'workspace',
	in: 'path',
	required: true,
	description: 'Its id or its slug.',
	schema: { type: 'string' }
};

export const idParameter = {
	name: 'id',
	in: 'path',
	required: true,
	schema: { type: 'string', format: 'uuid' }
};

export const commonResponses = {
	401: error('Not signed in.'),
	429: error('Too many requests; the header Retry-After says how many seconds to wait.')
};

export function header(name: string, schema: Json): Json {
	return { name, in: 'header', required: false, schema };
}

export function query(name: string, schema: Json): Json {
	return { name, in: 'query', required: false, schema };
}

export function json(schema: Json): Json {
	return { 'application/json': { schema } };
}

export function error(description: string): Json {
	return { description, content: json({ $ref: '#/components/schemas/Error' }) };
}

/** What cannot be said in JSON Schema (normalising a line) is left out; its limits are not. */
export function schemaOf(schema: v.GenericSchema): Json {
	const described: Json = { ...toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' }) };
	delete described['$schema'];
	return described;
}
