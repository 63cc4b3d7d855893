/** The way from a page's title into its text, also while the editor is still being fetched. */
export class WayIntoText {
	/** Whether the title waits to hand the caret over; what is typed meanwhile must not become title. */
	waits = $state(false);
	#focus: (() => void) | undefined;

	/** Into the text now, or as soon as it can be written. */
	go(): void {
		if (this.#focus) this.#focus();
		else this.waits = true;
	}

	/** The editor is there; it gets the caret when the title still waits. */
	open(focus: () => void): void {
		this.#focus = focus;
		if (!this.waits) return;
		this.waits = false;
		focus();
	}

	/** The person went elsewhere. */
	stop(): void {
		this.waits = false;
	}
}
