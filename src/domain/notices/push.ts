import * as v from 'valibot';
import { filledLineSchema } from '../kernel/schema.ts';

/** Most devices of one member that get notices; with one more the oldest goes. */
export const mostPushDevices = 10;

/** Bytes in base64url: without padding, or with as much as is right. */
function base64Url(letters: number, padding: string): RegExp {
	return new RegExp(`^[A-Za-z0-9_-]{${letters}}(${padding})?$`);
}

/**
 * Where a browser takes pushes, in the shape of its `PushSubscription.toJSON()`: the address at its
 * push service, and the keys that only this browser can open messages with (RFC 8291).
 */
export const pushSubscriptionSchema = v.object({
	endpoint: v.pipe(
		v.string(),
		v.maxLength(1_000),
		v.url(),
		v.check(isPushAddress, 'no address of a push service')
	),
	keys: v.object({
		/** A point of P-256, 65 bytes. */
		p256dh: v.pipe(v.string(), v.regex(base64Url(87, '='))),
		/** 16 bytes. */
		auth: v.pipe(v.string(), v.regex(base64Url(22, '==')))
	})
});
export type PushSubscriptionInput = v.InferOutput<typeof pushSubscriptionSchema>;

function isPushAddress(address: string): boolean {
	if (!URL.canParse(address)) return false;
	const { protocol, username, password } = new URL(address);
	return protocol === 'https:' && username === '' && password === '';
}

/** A path of Rapi, never another site's. */
const pathSchema = v.pipe(v.string(), v.maxLength(300), v.regex(/^\/(?![/\\])/));

/** What a device shows of a notice. */
export const pushMessageSchema = v.object({
	title: filledLineSchema(160),
	body: filledLineSchema(300),
	address: pathSchema,
	/** The same again replaces what is shown. */
	tag: v.pipe(v.string(), v.maxLength(64))
});
export type PushMessage = v.InferOutput<typeof pushMessageSchema>;

/** A device that gets notices, as its owner sees it in the list. */
export const pushDeviceSchema = v.object({
	id: v.string(),
	/** "Chrome, Android"; '' when the browser says nothing known. */
	device: v.string(),
	createdAt: v.number(),
	/** When its push service last took a message. */
	lastOkAt: v.nullable(v.number()),
	/** Whether it is the one that asks. */
	current: v.boolean()
});
export type PushDevice = v.InferOutput<typeof pushDeviceSchema>;

/** What the service worker says to a tab when its person pressed a notice. */
export const openNoticeSchema = v.object({ openNotice: pathSchema });
