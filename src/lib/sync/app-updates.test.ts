import { beforeEach, describe, expect, it } from 'vitest';
import { watchAppUpdates, type AppUpdates } from './app-updates.ts';

class FakeWorker extends EventTarget {
	readonly heard: unknown[] = [];

	postMessage(message: unknown): void {
		this.heard.push(message);
	}

	become(state: string): void {
		Object.assign(this, { state }).dispatchEvent(new Event('statechange'));
	}
}

/** A browser's registration whose server may have a newer build. */
class FakeRegistration extends EventTarget {
	active: FakeWorker | null = new FakeWorker();
	waiting: FakeWorker | null = null;
	installing: FakeWorker | null = null;
	/** Whether the server has a newer build. */
	newer = false;
	asked = 0;

	async update(): Promise<void> {
		this.asked += 1;
		if (this.newer) this.find();
	}

	find(): void {
		this.installing = new FakeWorker();
		this.dispatchEvent(new Event('updatefound'));
	}

	install(): void {
		const worker = this.installing;
		this.installing = null;
		this.waiting = worker;
		worker?.become('installed');
	}
}

let registration: FakeRegistration;
let reloads: number;
let ready: number;
let updates: AppUpdates;
beforeEach(() => {
	registration = new FakeRegistration();
	reloads = ready = 0;
});

function watch(register = async () => registration): AppUpdates {
	updates = watchAppUpdates({
		workers: { register: register as never },
		reload: () => (reloads += 1)
	});
	updates.onReady(() => (ready += 1));
	return updates;
}

/** Everything that was promised so far has happened. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('updates of the app', () => {
	it('are told when a newer build has been fetched, not when the first one of a device has', async () => {
		registration.active = null;
		watch();
		await settled();
		registration.find();
		registration.install();
		expect(ready).toBe(0);
		registration.active = registration.waiting;
		registration.waiting = null;
		registration.find();
		registration.install();
		expect(ready).toBe(1);
	});

	it('are told of a build that was found before this tab looked', async () => {
		registration.find();
		watch();
		await settled();
		registration.install();
		expect(ready).toBe(1);
	});

	it('are asked for when somebody looks', async () => {
		watch().look();
		await settled();
		expect(registration.asked).toBe(1);
	});

	it('reload only when the newer build has taken over', async () => {
		watch();
		await settled();
		registration.find();
		registration.install();
		await updates.change();
		expect(registration.waiting?.heard).toEqual(['change to the new build']);
		expect(reloads).toBe(0);
		registration.waiting?.become('activating');
		expect(reloads).toBe(1);
	});

	it('are fetched by the press when the server was the first to tell of them', async () => {
		registration.newer = true;
		const changing = watch().change();
		await settled();
		registration.install();
		await changing;
		expect(registration.waiting?.heard).toHaveLength(1);
	});

	it('reload at once when another tab has changed already', async () => {
		await watch().change();
		expect(reloads).toBe(1);
	});

	it('reload at once where the browser keeps no worker', async () => {
		await watch(() => Promise.reject(new Error('blocked'))).change();
		expect(reloads).toBe(1);
	});
});
