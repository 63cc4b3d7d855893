import type { SyncPorts, TabChannelPort } from './sync-ports.ts';

/** How long a leading tab may take to answer before another takes its place (it may be frozen). */
const answerWithinMs = 3_000;

type Wire<M> = { type: 'leading' } | { type: 'ping' } | { type: 'pong' } | { type: 'news'; news: M };

/** What a tab is told about its group. */
export interface TabListener<M> {
	/** This tab speaks to the server, if it still leads once it is ready to; resolves then. */
	onLead(): Promise<void>;
	/** Another tab took over: speak to the server no more. */
	onYield(): void;
	/** A leader began: what this tab knows may lack what the one before wrote last. */
	onNewLeader(): void;
	onNews(news: M): void;
}

/**
 * The tabs of one workspace on one device. One of them, the holder of a Web Lock, follows the feed and
 * sends the outbox; they tell each other what they learn. Where there are no locks every tab leads.
 */
export class TabGroup<M> {
	readonly #name: string;
	readonly #ports: SyncPorts;
	readonly #listener: TabListener<M>;
	readonly #channel: TabChannelPort | undefined;
	readonly #stopListening: () => void;
	readonly #waiting = new AbortController();
	#release: () => void = () => undefined;
	#leading = false;
	#closed = false;
	#resigned = false;
	#callOff: () => void = () => undefined;

	constructor(name: string, ports: SyncPorts, listener: TabListener<M>) {
		this.#name = name;
		this.#ports = ports;
		this.#listener = listener;
		this.#channel = ports.openChannel(name);
		if (this.#channel) this.#channel.onmessage = ({ data }) => this.#receive(data as Wire<M>);
		this.#stopListening = ports.onWake(() => this.#checkLeader());
	}

	get leads(): boolean {
		return this.#leading && !this.#closed;
	}

	/** Asks to lead. Resolves with true when this tab does at once and is ready to; otherwise it will in its turn. */
	join(): Promise<boolean> {
		const { locks } = this.#ports;
		const answer = Promise.withResolvers<boolean>();
		if (locks) void this.#ask(locks, { ifAvailable: true }, answer.resolve);
		else void this.#lead().then(answer.resolve);
		return answer.promise;
	}

	/** Leads no more, now or later: the server has nothing to say to this tab. */
	resign(): void {
		this.#resigned = true;
		if (this.#leading) this.#yield();
		this.#release();
	}

	tell(news: M): void {
		this.#post({ type: 'news', news });
	}

	close(): void {
		this.#closed = true;
		this.#callOff();
		this.#stopListening();
		this.#waiting.abort();
		this.#release();
		if (this.#channel) this.#channel.onmessage = null;
		this.#channel?.close();
	}

	async #ask(
		locks: LockManager,
		options: LockOptions,
		answer: (leads: boolean) => void = () => undefined
	): Promise<void> {
		try {
			const held = await locks.request(this.#name, options, (lock) => lock && this.#hold(answer));
			if (held) return;
		} catch {
			// Called off by `close`, or robbed by a tab that had no answer from this one.
			if (this.#leading && !this.#closed) this.#yield();
		}
		answer(false);
		if (!this.#closed) await this.#ask(locks, { signal: this.#waiting.signal });
	}

	/** Leads until the tab closes or resigns. */
	async #hold(answer: (leads: boolean) => void): Promise<true> {
		const leads = await this.#lead();
		answer(leads);
		if (leads) await new Promise<void>((resolve) => (this.#release = resolve));
		return true;
	}

	async #lead(): Promise<boolean> {
		if (this.#closed || this.#resigned) return false;
		this.#leading = true;
		this.#callOff();
		await this.#listener.onLead();
		if (!this.leads) return false;
		this.#post({ type: 'leading' });
		return true;
	}

	#yield(): void {
		this.#leading = false;
		this.#listener.onYield();
	}

	#receive(message: Wire<M>): void {
		if (this.#closed) return;
		if (message.type === 'news') this.#listener.onNews(message.news);
		else if (message.type === 'pong') this.#callOff();
		else if (message.type === 'leading') this.#listener.onNewLeader();
		else if (this.#leading) this.#post({ type: 'pong' });
	}

	/** Somebody looks at this tab: make sure that whoever leads is awake. */
	#checkLeader(): void {
		const { locks } = this.#ports;
		if (this.#leading || this.#closed || this.#resigned || !locks) return;
		this.#post({ type: 'ping' });
		this.#callOff();
		this.#callOff = this.#ports.after(answerWithinMs, () => void this.#ask(locks, { steal: true }));
	}

	#post(message: Wire<M>): void {
		this.#channel?.postMessage(message);
	}
}
