/** The head of a picture of this size, and words where its data would be. */
export function png(width: number, height: number, words = ''): Uint8Array<ArrayBuffer> {
	const bytes = Buffer.alloc(33 + words.length);
	bytes.write('89504e470d0a1a0a0000000d49484452', 'hex');
	bytes.writeUInt32BE(width, 16);
	bytes.writeUInt32BE(height, 20);
	bytes.write(words, 33);
	return new Uint8Array(bytes);
}
