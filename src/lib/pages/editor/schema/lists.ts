import { BulletList, ListItem, ListKeymap, OrderedList, TaskItem, TaskList } from '@tiptap/extension-list';

/** Lists, with content that no merge can make invalid (see blocks.ts). */
export const lists = [
	BulletList.extend({ content: 'listItem*' }),
	OrderedList.extend({ content: 'listItem*' }),
	ListItem.extend({ content: 'block*' }),
	TaskList.extend({
		content: 'taskItem*',
		addKeyboardShortcuts() {
			return { 'Mod-Shift-9': () => this.editor.commands.toggleTaskList() };
		},
		renderHTML: ({ HTMLAttributes }) => ['ul', { ...HTMLAttributes, 'data-type': 'taskList' }, 0]
	}),
	ListKeymap
];

/** One line of a checklist; `nameOf` gives its box a spoken name. */
export function taskItem(nameOf: (text: string) => string) {
	return TaskItem.extend({ content: 'block*' }).configure({
		nested: true,
		a11y: { checkboxLabel: (node) => nameOf(node.firstChild?.textContent ?? '') }
	});
}
