const unitMinutes: Record<string, number> = { m: 1, h: 60, j: 60 };

/**
 * The minutes that a typed length means: "45", "45 menit", "1,5 jam", "2 jam 30", "1h 15m". A number
 * alone is minutes, and after hours too. Null for anything else.
 */
export function estimateOf(typed: string): number | null {
	const text = typed.trim().toLowerCase();
	const match =
		/^(\d+(?:[.,]\d+)?)\s*(jam|j|hours?|h|menit|minutes?|mnt|min|m)?(?:\s+(\d+)\s*(?:menit|minutes?|mnt|min|m)?)?$/.exec(
			text
		);
	if (!match) return null;
	const [, amount = '', unit, rest] = match;
	const factor = unitMinutes[unit?.charAt(0) ?? 'm'] ?? 1;
	if (rest !== undefined && factor === 1) return null;
	return Math.round(Number(amount.replace(',', '.')) * factor) + Number(rest ?? 0);
}
