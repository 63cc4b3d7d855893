import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { generateNKeysBetween } from 'fractional-indexing';
import { uuidv7 } from 'uuidv7';
import type { CommandInput, CommandName } from '#domain/commands/commands.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import { limits } from '#domain/kernel/schema.ts';
import { isSafeHref } from '#domain/pages/document-schema.ts';
import { textOf, withBlockIds } from '#domain/pages/document-tree.ts';
import { readFrontMatter, type FrontMatter } from '#domain/pages/markdown/front-matter.ts';
import type { ImageSource } from '#domain/pages/markdown/html-reader.ts';
import type { Notice } from '#domain/pages/markdown/markdown-tree.ts';
import { readMarkdown, type ReadResult } from '#domain/pages/markdown/read-markdown.ts';
import { pageAddress } from '#domain/pages/page-address.ts';
import { encodeDocument } from '../pages/encode-document.ts';
import { MarkdownTooLarge, parseMarkdown } from '../pages/markdown.ts';
import { visitorOf } from '../pages/standing.ts';
import type { Caller } from '../records/command-runner.ts';
import type { Services } from '../services.ts';
import type { Database } from '../storage/tables.ts';
import { LinkIndex } from './link-index.ts';
import type { SourceFile } from './source-files.ts';
import { SourceImages, type PagePicture } from './source-images.ts';

export interface ImportRequest {
	caller: Caller;
	workspaceSlug: string;
	/** The folder that takes it in; null: the root of the workspace. */
	folderId: string | null;
	files: readonly SourceFile[];
	onProgress?: (done: number, total: number) => void;
	/** Ends the import between two pages. */
	signal?: AbortSignal;
}

/** What an import brought, and everything that it did not, with file and line. */
export interface ImportReport {
	pages: number;
	folders: number;
	linksResolved: number;
	linksUnresolved: number;
	notices: (Notice & { path: string })[];
}

/** A command was refused: nothing more is made; what was made so far stays. */
export class ImportRefused extends Error {
	readonly refusal: Refusal;
	constructor(refusal: Refusal) {
		super(refusal.refused);
		this.refusal = refusal;
	}
}

interface Draft {
	path: string;
	id: string;
	title: string;
	matter: FrontMatter;
}

export type ImportServices = Pick<
	Services,
	'commands' | 'finders' | 'pages' | 'images' | 'markdownParser' | 'storage'
>;

export function emptyReport(): ImportReport {
	return { pages: 0, folders: 0, linksResolved: 0, linksUnresolved: 0, notices: [] };
}

/**
 * Makes folders and pages of Markdown files by ordinary commands, with the rights of the caller. The
 * report is filled as it goes: it tells what was made when the import ends early, too.
 */
export async function importMarkdown(
	services: ImportServices,
	request: ImportRequest,
	report = emptyReport()
): Promise<ImportReport> {
	await new MarkdownImport(services, request, report).run();
	return report;
}

class MarkdownImport {
	readonly #services: ImportServices;
	readonly #request: ImportRequest;
	readonly #links = new LinkIndex();
	readonly #images = new SourceImages();
	readonly #folders = new Map<string, string | null>();
	readonly #titles = new Map<string, string>();
	readonly #report: ImportReport;
	#keys: string[] = [];

	constructor(services: ImportServices, request: ImportRequest, report: ImportReport) {
		this.#services = services;
		this.#request = request;
		this.#report = report;
		this.#folders.set('', request.folderId);
	}

	async run(): Promise<void> {
		const isText = ({ path }: SourceFile) => /\.(md|markdown)$/i.test(path);
		const drafts = this.#request.files.filter(isText).map(draftOf);
		for (const file of this.#request.files) if (!isText(file)) await this.#images.add(file);
		for (const draft of drafts) {
			this.#links.add(draft.path, draft.id, draft.matter.aliases);
			this.#titles.set(draft.id, draft.title);
		}
		this.#keys = await this.#newKeys(drafts.length);
		for (const [index, draft] of drafts.entries()) {
			this.#request.signal?.throwIfAborted();
			await this.#addPage(draft);
			this.#request.onProgress?.(index + 1, drafts.length);
			// Others are served between two pages.
			await setImmediate();
		}
	}

	/**
	 * Keys for all pages and folders, the last first: one run for everything keeps the order of the
	 * source in every folder, and comes after what stands in the folder that takes it in.
	 */
	async #newKeys(pages: number): Promise<string[]> {
		const last = await lastKeyIn(this.#services.storage.db, this.#request);
		const count = pages * (1 + limits.folderDepth) + 1;
		try {
			return generateNKeysBetween(last, null, count).reverse();
		} catch {
			// A program gave the last sibling a key that nothing can be put after.
			return generateNKeysBetween(null, null, count).reverse();
		}
	}

	async #addPage(draft: Draft): Promise<void> {
		const folderId = await this.#folderFor(draft.path.split('/').slice(0, -1));
		const pictures = new Map<string, PagePicture>();
		const { blocks, notices } = await this.#read(draft, pictures);
		const [first, ...rest] = encodeDocument(withBlockIds(blocks, uuidv7));
		const { id, title, matter } = draft;
		const content = Buffer.from(first ?? []).toString('base64');
		const page = { id, title, kind: matter.kind ?? 'doc', orderKey: this.#nextKey(), content };
		await this.#send('pages.create', { ...page, folderId });
		for (const update of rest) await this.#addText(id, update);
		for (const picture of pictures.values()) notices.push(...(await this.#addPicture(id, picture)));
		this.#report.pages += 1;
		const unheard = matter.others.map(({ name, line }) => ({
			kind: 'frontMatter' as const,
			line,
			detail: name
		}));
		for (const notice of [...unheard, ...notices]) this.#report.notices.push({ ...notice, path: draft.path });
	}

	async #read({ path, matter }: Draft, pictures: Map<string, PagePicture>): Promise<ReadResult> {
		try {
			const root = await this.#services.markdownParser.parse(plainLinks(matter.body));
			const link = (href: string) => this.#resolve(href, path);
			const image = (source: ImageSource) => this.#images.place(source, path, pictures);
			const read = readMarkdown(root, { sop: matter.kind === 'sop', link, image });
			const [first, ...below] = read.blocks;
			const repeats =
				first?.name === 'heading' && matter.title === undefined && first.attributes['level'] === 1;
			return repeats && below.length > 0 ? { ...read, blocks: below } : read;
		} catch (error) {
			this.#request.signal?.throwIfAborted();
			if (!(error instanceof MarkdownTooLarge)) throw error;
			return { blocks: [], notices: [{ kind: 'tooLong', line: 1, detail: error.message }] };
		}
	}

	#resolve(href: string, from: string): string | undefined {
		const found = this.#links.find(href, from);
		if (found) {
			this.#report.linksResolved += 1;
			const title = this.#titles.get(found.pageId) ?? '';
			return pageAddress(this.#request.workspaceSlug, found.pageId, title) + found.fragment;
		}
		const outside = href.trim().replace(/\s/g, '%20');
		if (/^(https?:|mailto:|tel:|#)/i.test(outside) && isSafeHref(outside)) return outside;
		this.#report.linksUnresolved += 1;
		return undefined;
	}

	/** The folder for these names, made when it is missing. What is too deep goes into the deepest allowed. */
	async #folderFor(names: readonly string[]): Promise<string> {
		const kept = names.slice(0, limits.folderDepth - 2);
		const key = kept.join('/');
		const known = this.#folders.get(key);
		if (known) return known;
		if (kept.length === 0) return this.#addFolder('', 'Markdown', null);
		const parentId = kept.length === 1 ? this.#request.folderId : await this.#folderFor(kept.slice(0, -1));
		return this.#addFolder(key, kept.at(-1) ?? '', parentId);
	}

	async #addFolder(key: string, name: string, parentId: string | null): Promise<string> {
		const id = uuidv7();
		const line = nameOf(name).slice(0, limits.name) || 'Markdown';
		const folder = { id, grantId: uuidv7(), parentId, name: line, orderKey: this.#nextKey() };
		await this.#send('folders.create', folder);
		this.#folders.set(key, id);
		this.#report.folders += 1;
		return id;
	}

	async #addText(pageId: string, update: Uint8Array): Promise<void> {
		const actor = await this.#services.finders.actor(this.#request.caller);
		const saved = actor && (await this.#services.pages.applyUpdate(actor, pageId, update));
		if (saved !== 'saved') throw new ImportRefused({ refused: 'not_found' });
	}

	/** Keeps a picture with its page; answers what to report when that fails. */
	async #addPicture(pageId: string, { id, path, bytes }: PagePicture): Promise<Notice[]> {
		const visitor = visitorOf(this.#request.caller);
		const kept = await this.#services.images.put(visitor, { id, pageId }, Readable.from([bytes]));
		return typeof kept === 'string' ? [{ kind: 'image', line: 1, detail: path }] : [];
	}

	async #send<N extends CommandName>(name: N, input: CommandInput<N>): Promise<void> {
		const outcome = await this.#services.commands.execute(this.#request.caller, {
			id: uuidv7(),
			name,
			input
		});
		if (!outcome.ok) throw new ImportRefused(outcome.refusal);
	}

	#nextKey(): string {
		return this.#keys.pop() ?? 'z';
	}
}

/** The key of the last folder or page that stands where the import goes. */
async function lastKeyIn(db: Database, { caller, folderId }: ImportRequest): Promise<string | null> {
	const folders = await db
		.selectFrom('folders')
		.select((eb) => eb.fn.max('orderKey').as('last'))
		.where('workspaceId', '=', caller.workspaceId)
		.where('parentId', folderId === null ? 'is' : '=', folderId)
		.executeTakeFirst();
	const pages = await db
		.selectFrom('pages')
		.select((eb) => eb.fn.max('orderKey').as('last'))
		.where('workspaceId', '=', caller.workspaceId)
		.where('folderId', '=', folderId ?? '')
		.executeTakeFirst();
	const keys = [folders?.last, pages?.last].filter((key) => typeof key === 'string');
	return keys.sort().at(-1) ?? null;
}

function draftOf({ path, bytes }: SourceFile): Draft {
	const matter = readFrontMatter(new TextDecoder().decode(bytes));
	return { path, id: uuidv7(), title: titleOf(path, matter), matter };
}

/** Front matter, else a first heading, else the file's name. */
function titleOf(path: string, { title, body }: FrontMatter): string {
	const heading = /^\s*#[ \t]+([^\n]{1,1000})/.exec(body)?.[1] ?? '';
	const read = heading && readMarkdown(parseMarkdown(heading)).blocks.map(textOf).join(' ');
	const words = title || read || nameOf(path.split('/').at(-1) ?? '').replace(/\.[a-z]+$/i, '');
	return words.slice(0, limits.title).trim() || 'Markdown';
}

function nameOf(name: string): string {
	return name.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** Links that a site generator writes as `](` + `{% page "/a/" %}` + `)`, as ordinary links. */
function plainLinks(text: string): string {
	return text.replace(/\]\(\{%-? *\w+ +"([^"\n<>]{0,500})" *-?%\}\)/g, '](<$1>)');
}
