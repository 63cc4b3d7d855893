import { refusalAnswers } from '../refusals.ts';
import { commonResponses, error, idParameter, json, query, workspaceParameter, type Json } from './parts.ts';

const text = { type: 'string' };
const moment = { type: 'integer', description: 'Milliseconds since 1970.' };
const credentials = {
	type: 'object',
	required: ['email', 'password'],
	properties: { email: { type: 'string', format: 'email' }, password: text }
};
const session = {
	type: 'object',
	properties: {
		id: text,
		device: text,
		addressPrefix: text,
		createdAt: moment,
		lastSeenAt: moment,
		current: { type: 'boolean' }
	}
};
const workspace = {
	type: 'object',
	properties: { id: text, slug: text, name: text, role: text, memberId: text }
};

function ok(description: string, properties: Json = {}): Json {
	return {
		description,
		content: json({ type: 'object', properties: { ok: { const: true }, ...properties } })
	};
}

function list(name: string, items: Json): Json {
	return { [name]: { type: 'array', items } };
}

const missing = error(refusalAnswers.not_found[1]);

/** A page's text in one form: a file, not JSON of the API. */
function pageText(operationId: string, type: string, description: string): Json {
	return {
		operationId,
		tags: ['pages'],
		parameters: [workspaceParameter, idParameter],
		responses: { 200: { description, content: { [type]: {} } }, ...commonResponses, 404: missing }
	};
}

/** What programs use beside commands and lists; each with the shape of its answer. */
export const otherPaths: Json = {
	'/api/v1/sessions': {
		post: {
			operationId: 'sessions.create',
			tags: ['sessions'],
			security: [],
			requestBody: { required: true, content: json(credentials) },
			responses: {
				201: ok('Signed in; the cookie comes with it.', { id: text }),
				...commonResponses,
				401: error('E-mail or password is wrong; which of them is not said.')
			}
		},
		get: {
			operationId: 'sessions.list',
			tags: ['sessions'],
			responses: { 200: ok('The own sessions.', list('sessions', session)), ...commonResponses }
		},
		delete: {
			operationId: 'sessions.endAll',
			tags: ['sessions'],
			responses: { 200: ok('Signed out everywhere.'), ...commonResponses }
		}
	},
	'/api/v1/sessions/{id}': {
		delete: {
			operationId: 'sessions.end',
			tags: ['sessions'],
			description: '`current` is the session that asks.',
			parameters: [{ ...idParameter, schema: text }],
			responses: { 200: ok('Signed out there.'), ...commonResponses, 404: missing }
		}
	},
	'/api/v1/workspaces': {
		get: {
			operationId: 'workspaces.list',
			tags: ['workspaces'],
			responses: {
				200: ok('Where the caller is a member.', { accountId: text, ...list('workspaces', workspace) }),
				...commonResponses
			}
		}
	},
	'/api/v1/w/{workspace}/pages/{id}/content.md': {
		get: pageText('pages.markdown', 'text/markdown', 'The text as Markdown.')
	},
	'/api/v1/w/{workspace}/pages/{id}/content.html': {
		get: pageText('pages.html', 'text/html', 'The text as HTML, for other programs to show.')
	},
	'/api/v1/w/{workspace}/pages/{id}/content.json': {
		get: pageText('pages.json', 'application/json', 'The nodes of the text.')
	},
	'/api/v1/w/{workspace}/pages/{id}/state': {
		get: pageText('pages.state', 'application/octet-stream', 'The text as one Yjs update, version 1.')
	},
	'/api/v1/w/{workspace}/activity': {
		get: {
			operationId: 'activity.list',
			tags: ['activity'],
			parameters: [
				workspaceParameter,
				...['task', 'board'].map((name) => query(name, { type: 'string', format: 'uuid' })),
				query('before', moment),
				query('limit', { type: 'integer', minimum: 1, maximum: 200, default: 50 })
			],
			responses: {
				200: ok('Who did what in what the caller may see, the newest first.'),
				...commonResponses,
				404: missing,
				422: error(refusalAnswers.invalid[1])
			}
		}
	}
};
