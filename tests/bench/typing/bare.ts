// The floor of typing: tiptap with Yjs and nothing else, in a page of its own. `?room=<ws address>`.
import { Editor, Node } from '@tiptap/core';
import Collaboration from '@tiptap/extension-collaboration';
import { WebsocketProvider } from 'y-websocket';
import { Doc } from 'yjs';

const nodes = [
	Node.create({ name: 'doc', topNode: true, content: 'block+' }),
	Node.create({ name: 'text', group: 'inline' }),
	Node.create({
		name: 'paragraph',
		group: 'block',
		content: 'inline*',
		parseHTML: () => [{ tag: 'p' }],
		renderHTML: () => ['p', 0]
	})
];

const doc = new Doc();
new WebsocketProvider(new URLSearchParams(location.search).get('room') ?? '', 'document-0', doc, {
	disableBc: true
}).on('sync', () => {
	const element = document.getElementById('page');
	if (!element || element.childElementCount > 0) return;
	new Editor({
		element,
		extensions: [...nodes, Collaboration.configure({ fragment: doc.getXmlFragment('body') })]
	});
});
