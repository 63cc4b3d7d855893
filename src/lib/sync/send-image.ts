import type { SendImage } from './sync-ports.ts';

/** Sends by XMLHttpRequest, which alone tells how much of a body has left. */
export const sendImage: SendImage = ({ id, pageId, blob }, onProgress) =>
	new Promise((resolve) => {
		const request = new XMLHttpRequest();
		request.open('PUT', `/images/${id}?page=${pageId}`);
		request.setRequestHeader('content-type', blob.type);
		request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((loaded / total) * 100));
		request.onloadend = () => resolve(request.status);
		request.send(blob);
	});
