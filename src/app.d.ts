import type { Locale } from './lib/i18n/locale.ts';
import type { Services } from '../server/services.ts';

declare global {
	namespace App {
		interface Locals {
			services: Services;
			locale: Locale;
		}
		interface PageData {
			/** The language that the server chose, on pages that it renders. */
			locale?: Locale;
		}
	}
}
