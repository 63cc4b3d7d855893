/** An id for a picture or a file: 128 random bits, hex, that nobody comes upon by trying. */
export function newImageId(): string {
	return [...crypto.getRandomValues(new Uint8Array(16))]
		.map((byte) => byte.toString(16).padStart(2, '0'))
		.join('');
}
