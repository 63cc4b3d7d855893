import type { SendImage } from './sync-ports.ts';

/** Sends by XMLHttpRequest, which alone tells how much of a body has left. */
export const sendImage: SendImage = ({ id, pageId, blob, name }, onProgress) =>
	new Promise((resolve) => {
		const request = new XMLHttpRequest();
		const named = name === undefined ? '' : `&name=${encodeURIComponent(name)}`;
		request.open('PUT', `/images/${id}?page=${pageId}${named}`);
		request.setRequestHeader('content-type', blob.type || 'application/octet-stream');
		request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((loaded / total) * 100));
		request.onloadend = () => resolve(request.status);
		request.send(blob);
	});
