import { goto } from '$app/navigation';
import { navigating } from '$app/state';

/**
 * Notes which screen is shown; the answer goes on from it to an address, unless the person has left
 * it meanwhile or is on the way to another.
 */
export function goFromHere(): (address: string) => Promise<void> {
	const here = location.href;
	return async (address) => {
		if (navigating.to === null && location.href === here) await goto(address);
	};
}
