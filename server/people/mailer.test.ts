import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { invitationMail } from './invitation-mail.ts';
import { createMailer } from './mailer.ts';

let received: Buffer[];
let server: SMTPServer;
let smtpUrl: string;

beforeEach(async () => {
	received = [];
	server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData(stream, _session, done) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				received.push(Buffer.concat(chunks));
				done();
			});
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.server.address();
	smtpUrl = `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterEach(() => new Promise<void>((resolve) => server.close(resolve)));

const facts = {
	to: 'sari@selasar-rona.example',
	inviter: 'Wulan Prameswari',
	workspace: 'Selasar Rona — Café',
	link: 'https://rapi.example/join/abc'
};

describe('a mail', () => {
	it.each([
		['id', 'Undangan ke Selasar Rona — Café di Rapi', 'mengundang Anda'],
		['en', 'Invitation to Selasar Rona — Café on Rapi', 'invites you']
	] as const)('arrives in %s with its link whole', async (locale, subject, words) => {
		const send = createMailer({ smtpUrl, mailFrom: 'Rapi <rapi@rapi.example>' });
		await send?.(invitationMail({ ...facts, locale }));
		const mail = await PostalMime.parse(received[0] ?? '');
		expect(mail).toMatchObject({
			subject,
			to: [{ address: facts.to }],
			from: { address: 'rapi@rapi.example' }
		});
		expect(mail.text).toContain(words);
		expect(mail.text).toContain(facts.link);
	});

	it('fails when its server takes the call and says nothing', async () => {
		const mute = createServer().listen(0, '127.0.0.1');
		await once(mute, 'listening');
		const { port } = mute.address() as AddressInfo;
		const send = createMailer(
			{ smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'Rapi <rapi@x.example>' },
			100
		);
		await expect(send?.(invitationMail({ ...facts, locale: 'id' }))).rejects.toThrow(/timeout|greeting/i);
		mute.close();
	});

	it('with a line end in its head is not sent', async () => {
		const send = createMailer({ smtpUrl, mailFrom: 'Rapi <rapi@rapi.example>' });
		const workspace = 'Rona\r\nBcc: all@x.example';
		await expect(send?.(invitationMail({ ...facts, workspace, locale: 'id' }))).rejects.toThrow('line end');
		expect(received).toEqual([]);
	});

	it('is not tried when no server is configured', () => {
		expect(createMailer({ smtpUrl: null, mailFrom: 'x' })).toBeUndefined();
	});
});
