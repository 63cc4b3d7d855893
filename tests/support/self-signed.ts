import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';

/** Builds one element of DER (X.690) from its tag and its content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
	const content = Buffer.concat(parts);
	const { length } = content;
	const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const objectId = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const bits = (bytes: Uint8Array) => der(0x03, Buffer.from([0]), bytes);
const utcTime = (at: string) => der(0x17, Buffer.from(at));

/** ecdsa-with-SHA256, commonName, subjectAltName. */
const [ecdsa, commonName, altName] = ['2a8648ce3d040302', '550403', '551d11'];

/** A certificate (RFC 5280) for https at `localhost`, signed by its own key; PEM. */
export function selfSigned(): { cert: string; key: string } {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	// A name of its own: among several of one name only the first would be believed.
	const name = sequence(der(0x31, sequence(objectId(commonName), der(0x0c, Buffer.from(randomUUID())))));
	const names = sequence(der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])));
	const facts = sequence(
		der(0xa0, der(0x02, Buffer.from([2]))),
		der(0x02, Buffer.from([1])),
		sequence(objectId(ecdsa)),
		name,
		sequence(utcTime('200101000000Z'), utcTime('491231000000Z')),
		name,
		publicKey.export({ type: 'spki', format: 'der' }),
		der(0xa3, sequence(sequence(objectId(altName), der(0x04, names))))
	);
	const certificate = sequence(facts, sequence(objectId(ecdsa)), bits(sign('sha256', facts, privateKey)));
	const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
	return {
		cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
	};
}
