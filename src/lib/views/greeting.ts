/** Parts of the day as Indonesian greets them: pagi until 11, siang until 15, sore until 18, then malam. */
export function greetingAt(date: Date): 'morning' | 'noon' | 'afternoon' | 'evening' {
	const hour = date.getHours();
	if (hour < 3 || hour >= 18) return 'evening';
	if (hour < 11) return 'morning';
	return hour < 15 ? 'noon' : 'afternoon';
}
