import { uuidv7 } from 'uuidv7';
import type { CommandInput, CommandName } from '#domain/commands/commands.ts';
import type { SopOutline } from '../demo/sop-outline.ts';
import { sketchSop } from '../demo/sop-outline.ts';
import { cashRecap } from '../demo/finance-sops.ts';
import { receiveGoods, shipOrders } from '../demo/operations-sops.ts';
import { answerChats, returns } from '../demo/service-sops.ts';
import { encodeFirstUpdate } from '../pages/first-update.ts';
import type { Caller, CommandRunner } from '../records/command-runner.ts';

/** SOPs that are ready to use, by the process that a shop says gets stuck most. Written in Indonesian. */
const outlines: Record<string, SopOutline> = {
	shipping: shipOrders,
	chat: answerChats,
	returns,
	receiving: receiveGoods,
	cash: cashRecap
};

export interface FirstSop {
	process: string;
	/** With *id* the SOP comes with its steps; other languages begin with an empty one. */
	locale: 'id' | 'en';
	folderName: string;
	title: string;
}

export interface Starters {
	/** Makes a first folder with one SOP in it; false when a command was refused. */
	createFirst(caller: Caller, wanted: FirstSop): Promise<boolean>;
}

export function createStarters(commands: CommandRunner): Starters {
	async function send<N extends CommandName>(caller: Caller, name: N, input: CommandInput<N>) {
		return (await commands.execute(caller, { id: uuidv7(), name, input })).ok;
	}

	async function createFirst(caller: Caller, { process, locale, folderName, title }: FirstSop) {
		const folderId = uuidv7();
		const folder = { id: folderId, grantId: uuidv7(), parentId: null, name: folderName, orderKey: 'a0' };
		if (!(await send(caller, 'folders.create', folder))) return false;
		const outline = locale === 'id' ? outlines[process] : undefined;
		return send(caller, 'pages.create', {
			id: uuidv7(),
			folderId,
			title: outline?.title ?? title,
			kind: 'sop',
			orderKey: 'a0',
			...(outline && { content: contentOf(outline) })
		});
	}

	return { createFirst };
}

function contentOf(outline: SopOutline): string {
	return Buffer.from(encodeFirstUpdate(sketchSop(outline, uuidv7))).toString('base64');
}
