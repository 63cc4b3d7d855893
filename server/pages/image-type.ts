/** The kinds of image that a page may show. No SVG: it is a program in disguise. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'] as const;
export type ImageType = (typeof imageTypes)[number];

export interface ImageFacts {
	type: ImageType;
	width: number;
	height: number;
}

/** Reads some bytes of a file; fewer where it ends. */
export type ReadAt = (offset: number, length: number) => Promise<Buffer>;

interface Size {
	width: number;
	height: number;
}

/** So many bytes at the beginning tell everything, except of a JPEG. */
const headBytes = 64 * 1024;
/** Most parts of a JPEG before its picture. */
const mostSegments = 512;

/** What a file is by its content, whatever its name says; undefined when it is no image that pages show. */
export async function readImageFacts(readAt: ReadAt): Promise<ImageFacts | undefined> {
	const head = await readAt(0, headBytes);
	const type = typeOf(head);
	const size = type && (await sizeOf(type, head, readAt));
	return type && size && { type, ...size };
}

function typeOf(head: Buffer): ImageType | undefined {
	const ascii = (from: number, to: number) => head.toString('latin1', from, to);
	if (head.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'image/png';
	if (head.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) return 'image/jpeg';
	if (/^GIF8[79]a$/.test(ascii(0, 6))) return 'image/gif';
	if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'image/webp';
	if (ascii(4, 8) === 'ftyp' && /avi[fs]/.test(ascii(8, 64))) return 'image/avif';
	return undefined;
}

async function sizeOf(type: ImageType, head: Buffer, readAt: ReadAt): Promise<Size | undefined> {
	try {
		if (type === 'image/png') return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
		if (type === 'image/gif') return { width: head.readUInt16LE(6), height: head.readUInt16LE(8) };
		if (type === 'image/webp') return webpSize(head);
		if (type === 'image/avif') return avifSize(head);
		return await jpegSize(readAt);
	} catch {
		// The file ends before it says how large the picture is: not an image.
		return undefined;
	}
}

function webpSize(head: Buffer): Size | undefined {
	const kind = head.toString('latin1', 12, 16);
	if (kind === 'VP8X') return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
	if (kind === 'VP8L') {
		const bits = head.readUInt32LE(21);
		return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
	}
	if (kind !== 'VP8 ') return undefined;
	return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
}

/** The largest of the sizes that an AVIF declares: it may hold tiles and a thumbnail too. */
function avifSize(head: Buffer): Size | undefined {
	let largest: Size | undefined;
	for (let at = head.indexOf('ispe'); at !== -1; at = head.indexOf('ispe', at + 4)) {
		const size = { width: head.readUInt32BE(at + 8), height: head.readUInt32BE(at + 12) };
		if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
	}
	return largest;
}

/** Walks from part to part of a JPEG to the one that begins its picture. */
async function jpegSize(readAt: ReadAt): Promise<Size | undefined> {
	let offset = 2;
	for (let segment = 0; segment < mostSegments; segment++) {
		const part = await readAt(offset, 9);
		if (part.readUInt8(0) !== 0xff) return undefined;
		const marker = part.readUInt8(1);
		if (marker === 0xff) offset += 1;
		else if (isFrame(marker)) return { width: part.readUInt16BE(7), height: part.readUInt16BE(5) };
		else offset += 2 + part.readUInt16BE(2);
	}
	return undefined;
}

function isFrame(marker: number): boolean {
	return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
