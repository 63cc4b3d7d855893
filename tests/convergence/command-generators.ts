import { uuidv7 } from 'uuidv7';
import { grantableRoles, grantLevels, roles } from '#domain/access/level.ts';
import type { CommandInput, CommandName } from '#domain/commands/commands.ts';
import { documentKinds } from '#domain/pages/page.ts';
import { only, perhaps, place, words, type Scene } from './scene.ts';
import { taskGenerators } from './task-generators.ts';

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
		kind: scene.random.pick(documentKinds)
	}),
	'pages.rename': (scene) => ({ id: scene.one('pages'), title: words(scene) }),
	'pages.move': (scene) => ({
		...{ id: scene.one('pages'), folderId: scene.one('folders'), orderKey: place(scene) }
	}),
	'pages.setKind': (scene) => ({ id: scene.one('pages'), kind: scene.random.pick(documentKinds) }),
	'pages.archive': only('pages'),
	'pages.unarchive': only('pages'),
	'pages.trash': only('pages'),
	'pages.restore': only('pages'),
	'pages.purge': only('pages'),
	...taskGenerators
};
