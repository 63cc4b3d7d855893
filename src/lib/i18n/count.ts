/** "1 page", "2 pages": English has two forms, Indonesian one. */
export function count(n: number, one: string, many: string): string {
	return `${n} ${n === 1 ? one : many}`;
}
