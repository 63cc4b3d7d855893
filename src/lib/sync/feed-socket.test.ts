import { beforeEach, describe, expect, it } from 'vitest';
import { closeCodes } from '#domain/wire/protocol.ts';
import { FakeDevice } from '../../../tests/support/device.ts';
import { FeedSocket } from './feed-socket.ts';

/** A socket whose other end is the test. */
class Line {
	readyState = 0;
	onopen: (() => void) | null = null;
	onmessage: unknown = null;
	onclose: ((event: { code: number }) => void) | null = null;
	close(): void {
		this.readyState = 3;
	}
	open(): void {
		this.readyState = 1;
		this.onopen?.();
	}
	break(code = 1006): void {
		this.onclose?.({ code });
	}
}

class ListeningDevice extends FakeDevice {
	readonly lines: Line[] = [];
	override openSocket(): WebSocket {
		const line = new Line();
		this.lines.push(line);
		return line as unknown as WebSocket;
	}
}

let device: ListeningDevice;
let told: string[];
let socket: FeedSocket;
beforeEach(() => {
	device = new ListeningDevice();
	told = [];
	socket = new FeedSocket('/sync/feed', device.ports(), {
		onOpen: () => undefined,
		onFrame: () => undefined,
		onConnection: (connection) => void told.push(connection),
		onSignedOut: () => void told.push('signed out'),
		onTooOld: () => void told.push('too old'),
		onNoMember: () => void told.push('no member')
	});
});

function newest(): Line {
	const line = device.lines.at(-1);
	if (!line) throw new Error('no line was opened');
	return line;
}

describe('the line to the feed', () => {
	it('stays off while it is tried again, until the server has welcomed it', () => {
		newest().break();
		for (let tries = 0; tries < 3; tries++) {
			device.fireTimers();
			newest().open();
			newest().break();
		}
		device.wake();
		expect(device.lines).toHaveLength(5);
		expect([...new Set(told)]).toEqual(['connecting', 'off']);
		expect(told.lastIndexOf('connecting')).toBe(0);
	});

	it('is not tried again by a build that is too old for the server', () => {
		newest().open();
		newest().break(closeCodes.tooOld);
		expect(told).toContain('too old');
		expect(device.timers).toEqual([]);
		device.wake();
		socket.wake();
		expect(device.lines).toHaveLength(1);
	});

	it('tells when whoever is signed in is no member any more, and plans no further try', () => {
		newest().open();
		newest().break(closeCodes.noMember);
		expect(told).toContain('no member');
		expect(device.timers).toEqual([]);
	});
});
