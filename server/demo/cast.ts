import type { Role } from '#domain/access/level.ts';

/** Somebody of the demo workspace. Addresses end in `.example`, which nobody can own. */
export interface CastMember {
	name: string;
	role: Role;
	title: string;
	company: string;
}

export const cast = {
	wulan: { name: 'Wulan Prameswari', role: 'owner', title: 'Pemilik', company: '' },
	dimas: { name: 'Dimas Nugroho', role: 'staff', title: 'Operasional', company: '' },
	rara: { name: 'Rara Kusumaningtyas', role: 'staff', title: 'Layanan pelanggan', company: '' },
	yoga: { name: 'Yoga Saputra', role: 'staff', title: 'Gudang', company: '' },
	intan: { name: 'Intan Maharani', role: 'staff', title: 'Pemasaran', company: '' },
	bayu: { name: 'Bayu Firmansyah', role: 'staff', title: 'Keuangan', company: '' },
	nadia: { name: 'Nadia Safitri', role: 'freelancer', title: 'Desain', company: '' },
	kevin: { name: 'Kevin Halim', role: 'freelancer', title: 'Foto dan video', company: '' },
	sarah: { name: 'Sarah Tampubolon', role: 'freelancer', title: 'Host live', company: '' },
	hendra: { name: 'Hendra Gunawan', role: 'vendor', title: 'Konveksi', company: 'CV Benang Jaya' },
	melati: { name: 'Melati Sihombing', role: 'vendor', title: 'Kemasan', company: 'PT Kemas Lestari' },
	fajar: {
		name: 'apt. Fajar Ramadhan',
		role: 'vendor',
		title: 'Maklon',
		company: 'Lab Derma Nusantara'
	},
	rizky: { name: 'Rizky Ananda', role: 'staff', title: 'Admin', company: '' }
} as const satisfies Record<string, CastMember>;

export type CastName = keyof typeof cast;

/** Left last week: stays as a record, may not sign in. */
export const leaver: CastName = 'rizky';

export function emailOf(name: CastName): string {
	return `${name}@selasar-rona.example`;
}
