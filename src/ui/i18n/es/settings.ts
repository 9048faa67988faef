import type { settings as english } from '../en/settings.ts';
import type { Message } from '../messages.ts';

export const settings: Readonly<Record<keyof typeof english, Message>> = {
};
