import { uuidv7 } from 'uuidv7';
import type { Case } from './case.ts';

export const grantCases = {
	'grants.set': {
		needs: 'manage',
		makes: { id: 'grant' },
		input: ({ folder: folderId, holder: memberId }) => ({
			id: uuidv7(),
			folderId,
			memberId,
			role: null,
			level: 'view',
			endsAt: null
		})
	},
	'grants.remove': { needs: 'manage', input: ({ grant: id }) => ({ id }) }
} satisfies Record<string, Case>;
