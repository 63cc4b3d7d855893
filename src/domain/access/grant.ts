import * as v from 'valibot';
import { idSchema, timeSchema } from '../kernel/schema.ts';
import { grantLevels, roles } from './level.ts';

/** A level in a folder and below it, given to one member or to everybody of a role. */
export const grantSchema = v.object({
	id: idSchema,
	workspaceId: idSchema,
	folderId: idSchema,
	memberId: v.nullable(idSchema),
	role: v.nullable(v.picklist(roles)),
	level: v.picklist(grantLevels),
	givenBy: idSchema,
	givenAt: timeSchema,
	/** From this moment on the grant gives nothing; null never ends (not for outsiders). */
	endsAt: v.nullable(timeSchema),
	version: v.number(),
	deletedAt: v.nullable(timeSchema)
});

export type Grant = v.InferOutput<typeof grantSchema>;
