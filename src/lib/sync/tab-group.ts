import type { SyncPorts, TabChannelPort } from './sync-ports.ts';

/** How long a leading tab may take to answer before another takes its place (it may be frozen). */
const answerWithinMs = 3_000;

type Wire<M> = { type: 'leading' } | { type: 'ping' } | { type: 'pong' } | { type: 'news'; news: M };

/** What a tab is told about its group. */
export interface TabListener<M> {
	/** This tab speaks to the server from now on; resolves when it is ready to. */
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
		return this.#leading;
	}

	/** Asks to lead; this tab will when it is its turn. */
	join(): void {
		const { locks } = this.#ports;
		if (!locks) return void this.#lead();
		void this.#ask(locks, false);
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

	async #ask(locks: LockManager, steal: boolean): Promise<void> {
		const options: LockOptions = steal ? { steal } : { signal: this.#waiting.signal };
		try {
			await locks.request(this.#name, options, () => this.#lead());
		} catch {
			// Called off by `close`, or robbed by a tab that had no answer from this one.
			if (this.#closed) return;
			if (this.#leading) this.#yield();
			await this.#ask(locks, false);
		}
	}

	/** Holds the lock until the tab closes. */
	async #lead(): Promise<void> {
		if (this.#closed || this.#resigned) return;
		this.#leading = true;
		this.#callOff();
		await this.#listener.onLead();
		this.#post({ type: 'leading' });
		await new Promise<void>((resolve) => (this.#release = resolve));
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
		this.#callOff = this.#ports.after(answerWithinMs, () => void this.#ask(locks, true));
	}

	#post(message: Wire<M>): void {
		this.#channel?.postMessage(message);
	}
}
