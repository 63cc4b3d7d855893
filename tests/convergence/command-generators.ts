import { uuidv7 } from 'uuidv7';
import { grantableRoles, grantLevels, roles } from '#domain/access/level.ts';
import type { CommandInput, CommandName } from '#domain/commands/commands.ts';
import { pageKinds } from '#domain/pages/page.ts';
import type { NounName } from '#domain/records/nouns.ts';
import type { Random } from '../support/random.ts';

/** What a command can be made of by chance: the things that its device shows, and some words. */
export interface Scene {
	random: Random;
	now: number;
	/** One thing that this device shows; an id that nobody has where it shows none. */
	one(noun: NounName): string;
}

type Generator<N extends CommandName> = (scene: Scene) => CommandInput<N>;

/** A right input for every command, by chance. A new command needs its line here. */
export const commandGenerators: { readonly [N in CommandName]: Generator<N> } = {
	'folders.create': (scene) => ({
		...{ id: uuidv7(), grantId: uuidv7(), name: words(scene), orderKey: place(scene) },
		...{ parentId: perhaps(scene, 'folders'), restricted: scene.random.upTo(4) === 0 }
	}),
	'folders.rename': (scene) => ({ id: scene.one('folders'), name: words(scene) }),
	'folders.move': (scene) => ({
		...{ id: scene.one('folders'), parentId: perhaps(scene, 'folders'), orderKey: place(scene) }
	}),
	'folders.restrict': only('folders'),
	'folders.open': only('folders'),
	'folders.archive': only('folders'),
	'folders.unarchive': only('folders'),
	'folders.trash': only('folders'),
	'folders.restore': only('folders'),
	'grants.set': (scene) => ({
		...{ id: scene.random.upTo(3) ? uuidv7() : scene.one('grants'), folderId: scene.one('folders') },
		...{ level: scene.random.pick(grantLevels), endsAt: scene.random.pick([null, scene.now + 86_400_000]) },
		...(scene.random.upTo(2)
			? { memberId: scene.one('members'), role: null }
			: { memberId: null, role: scene.random.pick(grantableRoles) })
	}),
	'grants.remove': only('grants'),
	'members.describe': (scene) => ({
		...{ id: scene.one('members'), name: words(scene), title: words(scene), company: '' }
	}),
	'members.setRole': (scene) => ({ id: scene.one('members'), role: scene.random.pick(roles) }),
	'members.deactivate': only('members'),
	'members.reactivate': only('members'),
	'pages.create': (scene) => ({
		...{ id: uuidv7(), folderId: scene.one('folders'), title: words(scene), orderKey: place(scene) },
		kind: scene.random.pick(pageKinds)
	}),
	'pages.rename': (scene) => ({ id: scene.one('pages'), title: words(scene) }),
	'pages.move': (scene) => ({
		...{ id: scene.one('pages'), folderId: scene.one('folders'), orderKey: place(scene) }
	}),
	'pages.setKind': (scene) => ({ id: scene.one('pages'), kind: scene.random.pick(pageKinds) }),
	'pages.archive': only('pages'),
	'pages.unarchive': only('pages'),
	'pages.trash': only('pages'),
	'pages.restore': only('pages'),
	'pages.purge': only('pages')
};

/** The input of a command that names one thing and says nothing more. */
function only(noun: NounName) {
	return (scene: Scene) => ({ id: scene.one(noun) });
}

function perhaps(scene: Scene, noun: NounName): string | null {
	return scene.random.upTo(3) ? scene.one(noun) : null;
}

function words({ random }: Scene): string {
	return `Nama ${random.upTo(1_000)}`;
}

function place({ random }: Scene): string {
	return `a${random.upTo(9)}`;
}
