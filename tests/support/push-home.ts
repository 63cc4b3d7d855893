import { uuidv7 } from 'uuidv7';
import type { CommandInput } from '#domain/commands/commands.ts';
import type { NoticeWay } from '#domain/notices/notice-settings.ts';
import { usualNoticeSettings } from '#domain/notices/notice-settings.ts';
import { furnishWork, type Work } from './furnish-work.ts';
import { PushReceiver } from './push-receiver.ts';
import { startSession } from './sign-in.ts';
import { assertDone, openTestWorkspace, type Person, type TestWorkspace } from './test-workspace.ts';

/** A workspace with a closed folder that Rara may edit, and a push service beside it. */
export interface PushHome {
	home: TestWorkspace;
	service: PushReceiver;
	work: Work;
	folderId: string;
	/** Somebody signs in on a further browser and turns notices on there. */
	device(person: Person, name: string): Promise<{ id: string; sessionId: string; accountId: string }>;
	/** Wulan makes a task, by default Rara's; its id. */
	task(title: string, facts?: CommandInput<'tasks.create'>['with']): Promise<string>;
	/** Writes the notices of what was done up to now, and sends what is due. */
	tell(): Promise<void>;
	chooseWay(person: Person, way: NoticeWay): Promise<void>;
	/** Rara is given the folder, or loses it. */
	giveFolder(): Promise<void>;
	loseFolder(): Promise<void>;
	close(): Promise<void>;
}

export async function openPushHome(dataDir?: string): Promise<PushHome> {
	const service = await PushReceiver.open();
	const home = await openTestWorkspace(dataDir, { mayReach: () => true });
	const { services } = home;
	const folderId = await home.folder('Pemasaran', null, true);
	const rara = {
		folderId,
		memberId: home.memberId('rara'),
		role: null,
		level: 'edit',
		endsAt: null
	} as const;
	let grantId = '';
	async function giveFolder() {
		grantId = uuidv7();
		assertDone(await home.send('wulan', 'grants.set', { id: grantId, ...rara }));
	}
	await giveFolder();
	const work = await furnishWork(home, folderId);
	await services.notices.catchUp();
	await services.storage.db.deleteFrom('notices').execute();
	return {
		home,
		service,
		work,
		folderId,
		giveFolder,
		async loseFolder() {
			assertDone(await home.send('wulan', 'grants.remove', { id: grantId }));
		},
		async device(person, name) {
			const { sessionId, accountId } = await startSession(home, person);
			const { devices } = services.pushes;
			const added = await devices.add(home.caller(person), sessionId, service.signUp(name));
			if (!('id' in added)) throw new Error(JSON.stringify(added));
			return { id: added.id, sessionId, accountId };
		},
		async task(title, facts = {}) {
			const id = uuidv7();
			const place = { boardId: work.boardId, columnId: work.columns.todo, orderKey: 'a5' };
			const given = { assigneeIds: [home.memberId('rara')], ...facts };
			assertDone(await home.send('wulan', 'tasks.create', { id, ...place, title, with: given }));
			return id;
		},
		async tell() {
			await services.notices.catchUp();
			await services.pushes.send();
		},
		async chooseWay(person, way) {
			const ways = { assigned: way };
			await services.noticeSettings.write(home.memberId(person), { ...usualNoticeSettings, ways });
		},
		async close() {
			await home.close();
			await service.close();
		}
	};
}
