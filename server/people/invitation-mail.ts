import type { Mail } from './mailer.ts';

export interface InvitationMail {
	to: string;
	inviter: string;
	workspace: string;
	link: string;
	locale: 'id' | 'en';
}

/** The mail that brings an invitation, in the workspace's language. */
export function invitationMail({ to, inviter, workspace, link, locale }: InvitationMail): Mail {
	const write = locale === 'id' ? inIndonesian : inEnglish;
	return { to, ...write({ inviter, workspace, link }) };
}

type Gaps = Pick<InvitationMail, 'inviter' | 'workspace' | 'link'>;

function inIndonesian({ inviter, workspace, link }: Gaps) {
	return {
		subject: `Undangan ke ${workspace} di Rapi`,
		text: `${inviter} mengundang Anda ke ${workspace} di Rapi.

Buka tautan ini untuk bergabung:
${link}

Tautan berlaku 72 jam dan hanya bisa dipakai satu kali.
Jika Anda tidak mengenal ${inviter}, abaikan surat ini.
`
	};
}

function inEnglish({ inviter, workspace, link }: Gaps) {
	return {
		subject: `Invitation to ${workspace} on Rapi`,
		text: `${inviter} invites you to ${workspace} on Rapi.

Open this link to join:
${link}

The link works for 72 hours and only once.
If you do not know ${inviter}, ignore this mail.
`
	};
}
