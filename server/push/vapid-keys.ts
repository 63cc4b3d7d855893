import webPush from 'web-push';
import type { Database } from '../storage/tables.ts';

/** The installation's own keys: by them a push service knows who sends (RFC 8292). Base64url. */
export interface VapidKeys {
	publicKey: string;
	privateKey: string;
}

const metaKey = 'vapid';

/**
 * The keys, made at the first call and the same ever after: devices that signed up for another pair
 * take no message any more. They lie in the database, so that a backup has them.
 */
export async function readVapidKeys(db: Database): Promise<VapidKeys> {
	const stored = await storedKeys(db);
	if (stored) return stored;
	await db
		.insertInto('meta')
		.values({ key: metaKey, value: JSON.stringify(webPush.generateVAPIDKeys()) })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	const made = await storedKeys(db);
	if (!made) throw new Error('The keys of web push could not be kept.');
	return made;
}

async function storedKeys(db: Database): Promise<VapidKeys | undefined> {
	const row = await db.selectFrom('meta').select('value').where('key', '=', metaKey).executeTakeFirst();
	return row && (JSON.parse(row.value) as VapidKeys);
}
