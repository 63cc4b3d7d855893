import type { PeerDeps } from '#server/pages/page-peer.ts';
import type { Standing } from '#server/pages/standing.ts';

/** What a peer of a test asks for, and what it needs when its standing never changes. */
export const asked = { wantsSaved: true, takesPacked: false } as const;

export function peerDeps(standing: Standing, onError: (error: unknown) => void): PeerDeps {
	return {
		line: { cork: () => undefined, uncork: () => undefined },
		now: () => 0,
		decide: () => Promise.resolve(standing),
		onError
	};
}
