import type { Locale } from './lib/i18n/locale.ts';
import type { Device } from '../server/auth/device.ts';
import type { Identity } from '../server/auth/identity.ts';
import type { Services } from '../server/services.ts';

declare global {
	namespace App {
		interface Locals {
			services: Services;
			/** Who sends this request; undefined when nobody is signed in. */
			identity: Identity | undefined;
			device: Device;
			/** Also in the answer's header `X-Request-Id` and in the log. */
			requestId: string;
			locale: Locale;
		}
		interface PageData {
			/** The language that the server chose, on pages that it renders. */
			locale?: Locale;
		}
	}
}
