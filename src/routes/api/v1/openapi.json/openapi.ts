import type * as v from 'valibot';
import { commandNames, commands } from '#domain/commands/commands.ts';
import { folderSchema } from '#domain/folders/folder.ts';
import { pageSchema } from '#domain/pages/page.ts';
import { memberSchema } from '#domain/people/member.ts';
import { nounNames, nouns } from '#domain/records/nouns.ts';
import { match as isListed } from '../../../../params/listed.ts';
import { refusalAnswers } from '../refusals.ts';
import { otherPaths } from './other-paths.ts';
import {
	commonResponses,
	error,
	header,
	idParameter,
	json,
	query,
	schemaOf,
	workspaceParameter,
	type Json
} from './parts.ts';

const listed: Readonly<Record<string, v.GenericSchema>> = {
	folders: folderSchema,
	pages: pageSchema,
	members: memberSchema,
	...Object.fromEntries(nounNames.filter(isListed).map((noun) => [noun, nouns[noun].schema]))
};

/** The description of the API in OpenAPI 3.1, made from the command table and the row schemas. */
export function describeApi(): Json {
	return {
		openapi: '3.1.0',
		info: {
			title: 'Rapi',
			version: '1',
			description: 'Everything that people can do to records, and lists of what the caller may see.'
		},
		security: [{ key: [] }, { cookie: [] }],
		paths: {
			...Object.fromEntries(
				commandNames.map((name) => [commandPath(name), { post: commandOperation(name) }])
			),
			...Object.fromEntries(
				Object.entries(listed).map(([noun, row]) => [
					`/api/v1/w/{workspace}/${noun}`,
					{ get: listOperation(noun, row) }
				])
			),
			'/api/v1/w/{workspace}/pages/{id}': { get: pageOperation() },
			...otherPaths
		},
		components: {
			schemas: { Error: errorSchema },
			securitySchemes: {
				key: { type: 'http', scheme: 'bearer', description: 'An API key, rapi_…' },
				cookie: { type: 'apiKey', in: 'cookie', name: 'sid' }
			}
		}
	};
}

const commandPath = (name: string) => `/api/v1/w/{workspace}/commands/${name}`;

const errorSchema = {
	type: 'object',
	required: ['ok', 'code', 'message', 'requestId'],
	properties: {
		ok: { const: false },
		code: { type: 'string' },
		message: { type: 'string', description: 'A sentence for people.' },
		requestId: { type: 'string' },
		field: { type: 'string', description: 'The field at fault.' },
		version: { type: 'integer', description: 'The version that the object has now.' }
	}
};

function commandOperation(name: keyof typeof commands): Json {
	const noun = { type: 'string', enum: nounNames };
	const result = {
		type: ['object', 'null'],
		description: 'What the command was about; null for one sent again that an older Rapi took.',
		properties: { noun, id: { type: 'string', format: 'uuid' } }
	};
	const done = { ok: { const: true }, id: { type: 'string' }, version: { type: 'integer' }, result };
	return {
		operationId: name,
		tags: [name.split('.')[0]],
		parameters: [
			workspaceParameter,
			header('Idempotency-Key', { type: 'string', format: 'uuid' }),
			header('If-Match', { type: 'string' })
		],
		requestBody: { required: true, content: json(schemaOf(commands[name].input)) },
		responses: {
			200: { description: 'Done, and on disk.', content: json({ type: 'object', properties: done }) },
			...refusalResponses(),
			...commonResponses
		}
	};
}

function listOperation(noun: string, row: v.GenericSchema): Json {
	const properties = {
		ok: { const: true },
		items: { type: 'array', items: schemaOf(row) },
		next: { type: ['string', 'null'], description: 'The cursor of the next part; null at the end.' }
	};
	const limit = { type: 'integer', minimum: 1, maximum: 200, default: 100 };
	const folder = noun === 'pages' ? [query('folder', { type: 'string', format: 'uuid' })] : [];
	return {
		operationId: `${noun}.list`,
		tags: [noun],
		parameters: [workspaceParameter, query('cursor', { type: 'string' }), query('limit', limit), ...folder],
		responses: {
			200: { description: 'What the caller may see.', content: json({ type: 'object', properties }) },
			...commonResponses,
			404: error('There is no such workspace for this caller.'),
			422: error(refusalAnswers.invalid[1])
		}
	};
}

function pageOperation(): Json {
	const properties = { ok: { const: true }, page: schemaOf(pageSchema), level: { type: 'string' } };
	return {
		operationId: 'pages.get',
		tags: ['pages'],
		parameters: [workspaceParameter, idParameter],
		responses: {
			200: { description: 'The facts of the page.', content: json({ type: 'object', properties }) },
			...commonResponses,
			404: error(refusalAnswers.not_found[1])
		}
	};
}

/** The codes of each status, with their sentences. */
function refusalResponses(): Json {
	const byStatus = Map.groupBy(Object.entries(refusalAnswers), ([, [status]]) => status);
	const described = [...byStatus].map(([status, codes]): [number, Json] => [
		status,
		error(codes.map(([code, [, sentence]]) => `\`${code}\`: ${sentence}`).join('\n'))
	]);
	const byCode: Json = Object.fromEntries(described);
	return { ...byCode, 413: error('The body is too large.') };
}
