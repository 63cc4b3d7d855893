import type { WebSocket as NodeSocket } from 'ws';

/** Away from the device, or towards it. */
export type Direction = 'out' | 'in';

/** Frames that may come twice; a connection begins once, with one *hello*. */
const repeatable = new Set(['push', 'changes', 'receipt', 'refusal', 'caughtUp', 'presence']);

/**
 * What happens to the frames of one device's lines: they wait in their order where a direction is
 * held, some are heard twice, and a line may break behind any frame.
 */
export class LineWeather {
	readonly #lines = new Set<WeatheredLine>();
	/** Lines that the device gave up, though what it said on them last is still under way. */
	readonly #parted = new Set<WeatheredLine>();
	readonly #held = new Set<Direction>();
	/** Says for each frame whether it is heard twice. */
	repeats: () => boolean = () => false;

	/** Lays itself over a socket that was just opened. */
	cover(socket: NodeSocket): void {
		const line = new WeatheredLine(socket, this);
		this.#lines.add(line);
		socket.on('close', () => {
			this.#lines.delete(line);
			this.#parted.delete(line);
		});
	}

	isHeld(direction: Direction): boolean {
		return this.#held.has(direction);
	}

	hold(direction: Direction): void {
		this.#held.add(direction);
	}

	/** Everything flows again, what waited first. */
	clear(): void {
		this.#held.clear();
		this.repeats = () => false;
		for (const line of this.#lines) for (const way of ['out', 'in'] as const) line.flow(way);
	}

	/** Breaks the lines that are open behind so many more frames, in the middle of what they belong to. */
	breakBehind(frames: number): void {
		for (const line of this.#lines) line.framesLeft = frames;
	}

	/** The device takes its lines for dead and opens others; what it said on them is not lost yet. */
	part(): void {
		for (const line of this.#lines) {
			line.part();
			this.#lines.delete(line);
			this.#parted.add(line);
		}
	}

	/** What was said on lines that the device gave up arrives after all. */
	arriveLate(): void {
		for (const line of this.#parted) line.flow('out');
	}

	/** Lines that were given up are gone for the server too. */
	forgetParted(): void {
		for (const line of this.#parted) line.end();
		this.#parted.clear();
	}
}

class WeatheredLine {
	framesLeft = Infinity;
	readonly #socket: NodeSocket;
	readonly #weather: LineWeather;
	readonly #waiting: Record<Direction, { frame: string; go: () => void }[]> = { out: [], in: [] };
	readonly #emit: (...event: unknown[]) => boolean;
	#parted = false;

	constructor(socket: NodeSocket, weather: LineWeather) {
		this.#socket = socket;
		this.#weather = weather;
		const send = socket.send.bind(socket) as (frame: string) => void;
		socket.send = (frame: unknown) => this.#pass('out', String(frame), () => send(String(frame)));
		this.#emit = socket.emit.bind(socket) as (...event: unknown[]) => boolean;
		socket.emit = (...event: unknown[]) => {
			if (event[0] !== 'message') return this.#parted ? false : this.#emit(...event);
			this.#pass('in', String(event[1]), () => this.#emit(...event));
			return true;
		};
	}

	/** Lets pass what waits, until the line breaks. */
	flow(direction: Direction): void {
		for (const { frame, go } of this.#waiting[direction].splice(0)) {
			if (this.#socket.readyState !== this.#socket.OPEN) return;
			go();
			if (this.#weather.repeats() && isRepeatable(frame)) go();
			if (--this.framesLeft <= 0) this.#socket.terminate();
		}
	}

	/** The device hears that the line is closed, and nothing of it any more. */
	part(): void {
		// The device closes what it takes for dead: that must not reach the server before what waits here.
		this.#socket.close = () => undefined;
		this.#emit('close', 1006, Buffer.alloc(0));
		this.#parted = true;
	}

	end(): void {
		this.#parted = false;
		this.#socket.terminate();
	}

	#pass(direction: Direction, frame: string, go: () => void): void {
		if (direction === 'in' && this.#parted) return;
		this.#waiting[direction].push({ frame, go });
		if (!this.#weather.isHeld(direction)) this.flow(direction);
	}
}

function isRepeatable(frame: string): boolean {
	return repeatable.has((JSON.parse(frame) as { type: string }).type);
}
