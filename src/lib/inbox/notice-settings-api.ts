import * as v from 'valibot';
import { parse } from '#domain/kernel/schema.ts';
import { noticeSettingsSchema, type NoticeSettings } from '#domain/notices/notice-settings.ts';

const answerSchema = v.object({ settings: noticeSettingsSchema });

/** The settings as the server has them; undefined when there is no way to it, or it did not take them. */
export function readNoticeSettings(slug: string): Promise<NoticeSettings | undefined> {
	return ask(slug, {});
}

export function saveNoticeSettings(
	slug: string,
	settings: NoticeSettings
): Promise<NoticeSettings | undefined> {
	const headers = { 'content-type': 'application/json' };
	return ask(slug, { method: 'PUT', headers, body: JSON.stringify(settings) });
}

async function ask(slug: string, init: RequestInit): Promise<NoticeSettings | undefined> {
	const response = await fetch(`/api/v1/w/${slug}/notice-settings`, init).catch(() => undefined);
	if (!response?.ok) return undefined;
	const parsed = parse(answerSchema, await response.json().catch(() => undefined));
	return parsed.ok ? parsed.value.settings : undefined;
}
