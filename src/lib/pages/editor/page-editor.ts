import { Editor, type AnyExtension, type Extensions } from '@tiptap/core';
import Collaboration from '@tiptap/extension-collaboration';
import { Dropcursor } from '@tiptap/extensions/drop-cursor';
import { Gapcursor } from '@tiptap/extensions/gap-cursor';
import { Slice, type Node } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import type { XmlElement, XmlFragment, XmlText, YEvent } from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import type { Words } from '$lib/i18n/en.ts';
import type { OpenPage } from '$lib/sync/workspace.ts';
import { pageLabels } from '../page-labels.ts';
import { addStepButton } from './add-step-button.ts';
import { BlockIds } from './block-ids.ts';
import { Carets } from './carets.ts';
import { findUnreadable, findUnreadableChange } from './guard.ts';
import { imageFiles } from './images.ts';
import { editorKeys, type EditorKeyActions } from './keys.ts';
import { OwnCaret } from './own-caret.ts';
import { insertInParts, isLarge } from './paste/large-paste.ts';
import { ownPastedPictures } from './paste/own-pictures.ts';
import { tidyPastedHtml } from './paste/pasted-html.ts';
import { blocksOfText } from './paste/pasted-text.ts';
import { placeholders } from './placeholders.ts';
import { Image } from './schema/blocks.ts';
import { SopStep } from './schema/sop.ts';
import { pageExtensions, pageSchemaOf } from './schema/page-schema.ts';
import { RemoteChanges } from './remote-changes.ts';
import { slash, type SlashMenu } from './slash-menu.svelte.ts';
import { StepNumbers } from './step-numbers.ts';
import { StepView } from './step-view.ts';
import { cleanHtml, installTrustedHtml } from './trusted-html.ts';
import { ValidChanges } from './valid-changes.ts';
import { ImageView, type ImageViewOptions } from './image-view.ts';

export interface PageEditorOptions {
	element: HTMLElement;
	page: OpenPage;
	/** The words of the interface now; read again whenever something is drawn. */
	words: () => Words['editor'];
	nameOf: (memberId: string) => string | undefined;
	inSop: () => boolean;
	slashMenu: SlashMenu;
	keys: EditorKeyActions;
	images: ImageViewOptions;
	chooseImage: () => void;
	/** Pictures that were pasted or dropped, and where. */
	onImages: (files: File[], position: number) => void;
	openFacts: (position: number, row: HTMLElement) => void;
	/** A change came that this editor cannot show: it has already let go of the page. */
	onUnreadable: () => void;
}

export interface PageEditor {
	editor: Editor;
	destroy(): void;
}

/**
 * Binds an editor to a page whose content has come. Gives null, and touches nothing, when the page
 * holds something that this editor does not know; lets go of it when such a change arrives later.
 */
export function createPageEditor(options: PageEditorOptions): PageEditor | null {
	const body = options.page.doc.getXmlFragment(documentRoot);
	const schema = pageSchemaOf();
	if (findUnreadable(body, schema)) return null;
	installTrustedHtml();
	/** Empty while it is being made, and the first drawing may already fail. */
	const made: { editor?: Editor } = {};
	let hasLeft = false;
	const destroy = () => {
		if (hasLeft) return;
		hasLeft = true;
		body.unobserveDeep(guard as Parameters<typeof body.observeDeep>[0]);
		made.editor?.destroy();
		options.page.awareness.setLocalStateField('cursor', null);
	};
	const letGo = () => {
		if (hasLeft) return;
		destroy();
		options.onUnreadable();
	};
	const guard = (events: YEvent<XmlFragment | XmlElement | XmlText>[]) => {
		if (findUnreadableChange(events, body, schema)) letGo();
	};
	// Before the binding's own observer, which would delete what it cannot build.
	body.observeDeep(guard as Parameters<typeof body.observeDeep>[0]);
	const editor = (made.editor = mount(options, body, (error) => {
		reportError(error);
		letGo();
	}));
	if (!hasLeft) return { editor, destroy };
	editor.destroy();
	return null;
}

function mount(options: PageEditorOptions, body: XmlFragment, onFailure: (error: unknown) => void): Editor {
	return new Editor({
		element: options.element,
		injectCSS: false,
		enablePasteRules: false,
		extensions: [RemoteChanges.configure({ onFailure }), ...extensions(options, body)],
		editorProps: {
			attributes: textboxAttributes(options.words()),
			scrollMargin: { top: 72, bottom: 96, left: 0, right: 0 },
			scrollThreshold: { top: 56, bottom: 88, left: 0, right: 0 },
			transformPastedHTML: pastedHtml,
			clipboardTextParser: (text, context, plain, view) =>
				plain || context.parent.type.spec.code ? asLines(text, view) : asBlocks(text, view),
			handlePaste(view, event, slice) {
				if (takeImages(options, imageFiles(event.clipboardData), view.state.selection.from, event))
					return true;
				void ownPastedPictures(view, slice, options.images.pictures);
				return pasteLarge(view, slice);
			},
			handleDrop(view, event, slice, moved) {
				if (moved) return false;
				const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? 0;
				if (takeImages(options, imageFiles(event.dataTransfer), at, event)) return true;
				void ownPastedPictures(view, slice, options.images.pictures);
				return false;
			}
		}
	});
}

function extensions(options: PageEditorOptions, body: XmlFragment): Extensions {
	const { page, words, nameOf, inSop, slashMenu, keys, chooseImage } = options;
	return [
		...pageExtensions({ boxOf: (text) => words().box({ text }) }).map((each) => withView(each, options)),
		BlockIds,
		ValidChanges,
		Collaboration.configure({ fragment: body }),
		OwnCaret.configure({ doc: page.doc }),
		Carets.configure({ awareness: page.awareness, nameOf }),
		placeholders(words),
		StepNumbers,
		addStepButton(words),
		slash(slashMenu, inSop, chooseImage),
		editorKeys(keys),
		Dropcursor.configure({ color: false, class: 'drop-line', width: 2 }),
		Gapcursor
	];
}

/** Steps and pictures are drawn by views of their own. */
function withView(extension: AnyExtension, options: PageEditorOptions): AnyExtension {
	if (extension === SopStep) {
		return SopStep.extend({
			addNodeView:
				() =>
				({ node, view, getPos }) =>
					new StepView(node, view, getPos, options)
		});
	}
	if (extension !== Image) return extension;
	return Image.extend({
		addNodeView:
			() =>
			({ node, view, getPos }) =>
				new ImageView(node, view, getPos, options.images)
	});
}

function textboxAttributes(words: Words['editor']): Record<string, string> {
	return {
		class: 'page-text',
		role: 'textbox',
		'aria-multiline': 'true',
		'aria-label': words.pageText,
		style: pageLabels(words)
	};
}

function pastedHtml(html: string): string {
	const parsed = new DOMParser().parseFromString(cleanHtml(html), 'text/html');
	tidyPastedHtml(parsed.body);
	return parsed.body.innerHTML;
}

function asBlocks(text: string, view: EditorView): Slice {
	return openEnded(blocksOfText(text, view.state.schema), view);
}

function asLines(text: string, view: EditorView): Slice {
	const { schema } = view.state;
	const paragraph = schema.nodes['paragraph'];
	const lines = text.split(/\r?\n/).map((line) => paragraph!.create(null, line ? schema.text(line) : null));
	return openEnded(lines, view);
}

/** A single line or the ends of several join the text around them. */
function openEnded(blocks: readonly Node[], view: EditorView): Slice {
	const page = view.state.schema.topNodeType.create(null, blocks);
	return Slice.maxOpen(page.content);
}

function takeImages(options: PageEditorOptions, files: File[], position: number, event: Event): boolean {
	if (files.length === 0) return false;
	event.preventDefault();
	options.onImages(files, position);
	return true;
}

function pasteLarge(view: EditorView, slice: Slice): boolean {
	const blocks = slice.content.content;
	if (!isLarge(blocks) || blocks.some((block) => block.isInline)) return false;
	view.dispatch(view.state.tr.deleteSelection());
	const { $from } = view.state.selection;
	insertInParts(view, $from.depth > 0 ? $from.after(1) : $from.pos, blocks);
	return true;
}
