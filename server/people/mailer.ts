import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';

export interface Mail {
	to: string;
	subject: string;
	text: string;
}

/** Sends a mail. One that fails is a throw. */
export type SendMail = (mail: Mail) => Promise<void>;

/** Sends over SMTP_URL; undefined when there is none. A server that says nothing for `patienceMs` has failed. */
export function createMailer(
	{ smtpUrl, mailFrom }: Pick<Config, 'smtpUrl' | 'mailFrom'>,
	patienceMs = 10_000
): SendMail | undefined {
	if (smtpUrl === null) return undefined;
	const patience = {
		connectionTimeout: patienceMs,
		greetingTimeout: patienceMs,
		socketTimeout: patienceMs
	};
	const transport = createTransport({ url: smtpUrl, ...patience }, { from: mailFrom });
	return async (mail) => {
		refuseLineEnds(mail);
		await transport.sendMail({ ...mail, disableFileAccess: true, disableUrlAccess: true });
	};
}

/** A line end in a head field would begin another one: names are parsed before, this is the last door. */
function refuseLineEnds({ to, subject }: Mail): void {
	if (/[\r\n]/.test(to + subject)) throw new Error('A head field of a mail holds a line end.');
}
