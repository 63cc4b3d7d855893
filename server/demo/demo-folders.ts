import type { GrantLevel } from '#domain/access/level.ts';
import type { BoardOutline } from './board-outline.ts';
import type { CastName } from './cast.ts';
import * as docs from './docs.ts';
import type { DocOutline } from './docs.ts';
import { cashRecap } from './finance-sops.ts';
import { senjaBoard } from './marketing-board.ts';
import { launchProduct, liveStream } from './marketing-sops.ts';
import { receiveGoods, shipOrders } from './operations-sops.ts';
import { serumBoard, serviceBoard, sewingBoard } from './other-boards.ts';
import { answerChats, returns, skinComplaint } from './service-sops.ts';
import type { SopOutline } from './sop-outline.ts';

/** A folder of the demo with what lies in it. `grants` are to people of the cast or to all staff. */
export interface DemoFolder {
	name: string;
	restricted?: boolean;
	grants?: Partial<Record<CastName | 'staff', GrantLevel>>;
	sops?: readonly { by: CastName; outline: SopOutline }[];
	docs?: readonly { by: CastName; outline: DocOutline }[];
	boards?: readonly BoardOutline[];
	folders?: readonly DemoFolder[];
}

export const demoFolders: readonly DemoFolder[] = [
	{
		name: 'Operasional',
		restricted: true,
		grants: { staff: 'view', dimas: 'manage', rara: 'edit', yoga: 'edit' },
		sops: [
			{ by: 'dimas', outline: shipOrders },
			{ by: 'yoga', outline: receiveGoods }
		],
		docs: [{ by: 'dimas', outline: docs.workHours }],
		folders: [
			{
				name: 'Layanan pelanggan',
				grants: { rara: 'manage' },
				sops: [
					{ by: 'rara', outline: answerChats },
					{ by: 'rara', outline: returns },
					{ by: 'rara', outline: skinComplaint }
				],
				boards: [serviceBoard]
			}
		]
	},
	{
		name: 'Pemasaran',
		restricted: true,
		grants: {
			staff: 'view',
			...{ dimas: 'edit', rara: 'edit', yoga: 'edit', bayu: 'edit', intan: 'manage' },
			...{ nadia: 'edit', kevin: 'comment', sarah: 'view' }
		},
		sops: [
			{ by: 'intan', outline: launchProduct },
			{ by: 'intan', outline: liveStream }
		],
		boards: [senjaBoard]
	},
	{
		name: 'Produksi & Vendor',
		restricted: true,
		grants: { staff: 'view', dimas: 'edit', yoga: 'edit', melati: 'view' },
		docs: [{ by: 'dimas', outline: docs.packagingNote }]
	},
	{
		name: 'CV Benang Jaya',
		restricted: true,
		grants: { dimas: 'manage', yoga: 'view', bayu: 'view', hendra: 'comment' },
		docs: [{ by: 'dimas', outline: docs.vendorBrief }],
		boards: [sewingBoard]
	},
	{
		name: 'Lab Derma Nusantara',
		restricted: true,
		grants: { dimas: 'manage', fajar: 'comment' },
		boards: [serumBoard]
	},
	{
		name: 'Keuangan',
		restricted: true,
		grants: { bayu: 'manage' },
		sops: [{ by: 'bayu', outline: cashRecap }]
	},
	{
		name: 'Template',
		docs: [
			{ by: 'intan', outline: docs.contentBrief },
			{ by: 'rara', outline: docs.stockAnswer },
			{ by: 'yoga', outline: docs.shippingCheck },
			{ by: 'intan', outline: docs.designRevision }
		]
	}
];
