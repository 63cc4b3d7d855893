import type { Task } from '#domain/tasks/task.ts';

const startsAfterPx = 5;

/** Dragging a task to a day by the mouse or a pen; fingers scroll, and use the menu. */
export class DayDrag {
	/** What is in the hand. */
	task = $state.raw<Task>();
	/** The day under it; undefined while over none. */
	over = $state<string>();
	readonly #drop: (task: Task, day: string) => void;

	constructor(drop: (task: Task, day: string) => void) {
		this.#drop = drop;
	}

	press(event: PointerEvent, task: Task): void {
		if (event.pointerType === 'touch' || event.button !== 0) return;
		if ((event.target as HTMLElement).closest('button')) return;
		const start = { x: event.clientX, y: event.clientY };
		const ends = new AbortController();
		const { signal } = ends;
		const move = (moved: PointerEvent) => {
			const far = Math.hypot(moved.clientX - start.x, moved.clientY - start.y) > startsAfterPx;
			if (!this.task && !far) return;
			this.task = task;
			this.over = dayAt(moved.clientX, moved.clientY);
		};
		const end = (dropped: boolean) => {
			ends.abort();
			const day = this.over;
			if (this.task) swallowClick();
			if (dropped && this.task && day !== undefined && day !== task.dueOn) this.#drop(task, day);
			this.task = undefined;
			this.over = undefined;
		};
		addEventListener('pointermove', move, { signal });
		addEventListener('pointerup', () => end(true), { signal });
		addEventListener('pointercancel', () => end(false), { signal });
		addEventListener(
			'keydown',
			(key) => {
				if (key.key !== 'Escape' || !this.task) return;
				key.preventDefault();
				end(false);
			},
			{ signal, capture: true }
		);
	}
}

function dayAt(x: number, y: number): string | undefined {
	const element = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-day]');
	return element?.dataset['day'];
}

/** The press that ended a drag over its own link must not open the task. */
function swallowClick(): void {
	const stop = (event: MouseEvent) => {
		event.preventDefault();
		event.stopPropagation();
	};
	addEventListener('click', stop, { capture: true, once: true });
	// A drag that ends elsewhere brings no click: the next real one must work.
	setTimeout(() => removeEventListener('click', stop, { capture: true }));
}
