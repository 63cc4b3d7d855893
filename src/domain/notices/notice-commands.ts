import * as v from 'valibot';
import { command } from '../commands/command.ts';
import { refuse } from '../kernel/refusal.ts';
import { idSchema, timeSchema } from '../kernel/schema.ts';

/**
 * What a person does with a line of their inbox: reads it, is done with it, puts it off. Nobody
 * else's exists to them.
 */
export const markNotice = command({
	input: v.object({
		id: idSchema,
		read: v.optional(v.boolean()),
		done: v.optional(v.boolean()),
		snoozedUntil: v.optional(v.nullable(timeSchema))
	}),
	needs: ({ id }) => [{ noun: 'notices', id, action: 'view', field: 'id' }],
	subject: ({ id }) => ({ noun: 'notices', id }),
	async apply(tx, { id, read, done, snoozedUntil }, { actor, now }) {
		const notice = await tx.get('notices', id);
		if (notice?.memberId !== actor.memberId) return refuse('not_found', 'id');
		await tx.put('notices', {
			...notice,
			readAt: read === undefined ? notice.readAt : read ? (notice.readAt ?? now) : null,
			doneAt: done === undefined ? notice.doneAt : done ? (notice.doneAt ?? now) : null,
			snoozedUntil: snoozedUntil === undefined ? notice.snoozedUntil : snoozedUntil
		});
		return undefined;
	}
});
