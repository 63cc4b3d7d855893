import type { StoredRefusal } from './local-database.ts';
import type { PendingCommand } from './record-engine.ts';
import type { BaseChange, Contact } from './record-store.ts';
import type { SyncFacts } from './sync-state.ts';
import type { ImageNews } from './workspace-images.ts';

/** What tabs of one workspace tell each other. */
export type TabNews =
	| { type: 'command'; command: PendingCommand }
	| { type: 'change'; change: BaseChange }
	| { type: 'receipt'; id: string }
	| { type: 'refusal'; told: StoredRefusal }
	| { type: 'dismissed'; id: string }
	| { type: 'contact'; contact: Contact }
	| { type: 'facts'; facts: Partial<SyncFacts> }
	/** A tab has opened and knows nothing yet. */
	| { type: 'asking' }
	| { type: 'looking'; pageId: string | null }
	| { type: 'unsent'; pageId: string; unsent: boolean }
	| { type: 'retry' }
	| ImageNews;
