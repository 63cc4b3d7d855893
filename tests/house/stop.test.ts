import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { png } from '../support/png.ts';

let server: DemoServer;
beforeEach(async () => {
	server = await startDemoServer();
});
afterEach(() => server.close());

/** Sends the first half of a picture; the rest is for the test to send. */
async function beginUpload(): Promise<{ upload: ClientRequest; rest: Uint8Array }> {
	const headers = { origin: server.url, 'content-type': 'application/json' };
	const credentials = JSON.stringify(server.signIn('wulan'));
	const signedIn = await fetch(`${server.url}/api/v1/sessions`, {
		method: 'POST',
		headers,
		body: credentials
	});
	const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
	const pages = await fetch(`${server.url}/api/v1/w/${server.demo.slug}/pages`, { headers: { cookie } });
	const { items } = (await pages.json()) as { items: { id: string }[] };
	const picture = png(8, 8, 'x'.repeat(200_000));
	const half = Math.floor(picture.length / 2);
	const id = randomBytes(16).toString('hex');
	const upload = request(`${server.url}/images/${id}?page=${items[0]?.id}`, {
		method: 'PUT',
		headers: {
			cookie,
			origin: server.url,
			expect: '100-continue',
			'content-type': 'image/png',
			'content-length': picture.length
		}
	});
	upload.flushHeaders();
	await once(upload, 'continue');
	// A line that the server cuts is what one of the tests waits for.
	upload.on('error', () => undefined);
	upload.write(picture.subarray(0, half));
	return { upload, rest: picture.subarray(half) };
}

/** Until nobody can connect any more: the server has heard that it shall end. */
async function untilClosed(): Promise<void> {
	for (;;) {
		try {
			await fetch(`${server.url}/healthz`, { headers: { connection: 'close' } });
		} catch {
			return;
		}
	}
}

describe('a server that is told to end', () => {
	it('finishes the upload that is under way first', async () => {
		const { upload, rest } = await beginUpload();
		const answered = once(upload, 'response');
		const stopped = server.stop();
		await untilClosed();
		upload.end(rest);
		const [response] = (await answered) as [IncomingMessage];
		expect(response.statusCode).toBe(201);
		await stopped;
	});

	it('waits three seconds for one that stands still, and has ended within five', async () => {
		const { upload } = await beginUpload();
		const cut = new Promise((resolve) => upload.once('close', resolve));
		const asked = performance.now();
		await server.stop();
		const took = performance.now() - asked;
		expect(took).toBeGreaterThan(2_900);
		expect(took).toBeLessThan(5_000);
		await cut;
	});
});
