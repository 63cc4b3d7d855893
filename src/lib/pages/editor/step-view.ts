import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import type { Words } from '$lib/i18n/en.ts';
import { stepFacts } from '../step-facts.ts';

export interface StepViewOptions {
	words: () => Words['editor'];
	/** Opens the form for a step's facts beside its row. */
	openFacts: (position: number, row: HTMLElement) => void;
}

/** A step as page-text.css expects it, with its facts as a button that opens the form. */
export class StepView implements NodeView {
	readonly dom = document.createElement('section');
	readonly contentDOM = document.createElement('div');
	readonly #row = document.createElement('button');
	readonly #options: StepViewOptions;
	#node: Node;

	constructor(node: Node, view: EditorView, getPos: () => number | undefined, options: StepViewOptions) {
		this.#node = node;
		this.#options = options;
		const body = document.createElement('div');
		body.className = 'step-body';
		this.contentDOM.className = 'step-text';
		this.dom.dataset['sop'] = 'step';
		this.#row.type = 'button';
		this.#row.className = 'step-facts';
		this.#row.contentEditable = 'false';
		this.#row.setAttribute('aria-haspopup', 'dialog');
		this.#row.addEventListener('mousedown', (event) => event.preventDefault());
		this.#row.addEventListener('click', () => {
			const position = getPos();
			if (view.editable && position !== undefined) options.openFacts(position, this.#row);
		});
		body.append(this.contentDOM, this.#row);
		this.dom.append(body);
		this.#draw();
	}

	update(node: Node): boolean {
		if (node.type !== this.#node.type) return false;
		const changed = node.attrs !== this.#node.attrs;
		this.#node = node;
		if (changed) this.#draw();
		return true;
	}

	stopEvent(event: Event): boolean {
		return this.#row.contains(event.target as HTMLElement);
	}

	ignoreMutation(mutation: { target: globalThis.Node; type: string }): boolean {
		return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
	}

	#draw(): void {
		const words = this.#options.words();
		const id: unknown = this.#node.attrs['id'];
		if (typeof id === 'string') this.dom.dataset['id'] = id;
		const facts = stepFacts(this.#node.attrs, words.fact);
		this.#row.classList.toggle('none', facts.length === 0);
		this.#row.setAttribute('aria-label', [words.stepFacts, ...facts.map(({ text }) => text)].join(', '));
		this.#row.replaceChildren(
			...(facts.length > 0 ? facts.map(({ kind, text }) => span(text, kind)) : [span(words.addFacts)])
		);
	}
}

function span(text: string, kind?: string): HTMLElement {
	const made = document.createElement('span');
	if (kind) made.dataset['fact'] = kind;
	made.textContent = text;
	return made;
}
