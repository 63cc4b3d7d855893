import { describe, expect, it } from 'vitest';
import { id } from '../i18n/id.ts';
import type { Overlay } from './frame.svelte.ts';
import { signOut } from './sign-out.ts';

describe('signing out', () => {
	it('removes the copy and the notices from this device once the session has ended', async () => {
		const { forgotten, left, cleared } = await signOutWith({ unsent: 0, status: 200 });
		expect(forgotten).toEqual([{ evenUnsent: false }]);
		expect(cleared).toBe(true);
		expect(left).toBe(true);
	});

	it('asks first while work is on this device only, and says how much', async () => {
		const { forgotten, left, asked } = await signOutWith({ unsent: 3, status: 200 });
		expect(asked).toContain('3 perubahan belum terkirim');
		expect(forgotten).toEqual([]);
		expect(left).toBe(false);
	});

	it('removes unsent work only after a yes', async () => {
		const { forgotten, left } = await signOutWith({ unsent: 3, status: 200, says: 'yes' });
		expect(forgotten).toEqual([{ evenUnsent: true }]);
		expect(left).toBe(true);
	});

	it('keeps everything and says so when the server cannot end the session', async () => {
		const { forgotten, left, told, cleared } = await signOutWith({ unsent: 0, status: 503 });
		expect(told).toContain('perlu koneksi');
		expect(cleared).toBe(false);
		expect(forgotten).toEqual([]);
		expect(left).toBe(false);
	});
});

interface Signing {
	unsent: number;
	status: number;
	says?: 'yes';
}

/** Presses *sign out* and waits for what follows: the question, a word, or leaving. */
function signOutWith({ unsent, status, says }: Signing) {
	const seen = { forgotten: [] as unknown[], asked: '', told: '', cleared: false, left: false };
	return new Promise<typeof seen>((resolve) => {
		const answer = (overlay: Overlay) => {
			if (overlay.kind !== 'question') return;
			seen.asked = overlay.question.lines.join(' ');
			if (says) overlay.question.run();
			else resolve(seen);
		};
		void signOut({
			workspace: {
				unsentOnDevice: async () => unsent,
				forgetDevice: async (options) => seen.forgotten.push(options) > 0
			},
			frame: { open: answer },
			language: { words: id },
			toasts: { show: (told) => resolve(Object.assign(seen, { told })) },
			fetch: async () => new Response(null, { status }),
			clear: async () => void (seen.cleared = true),
			leave: () => resolve(Object.assign(seen, { left: true }))
		});
	});
}
