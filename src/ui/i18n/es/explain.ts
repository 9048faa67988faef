import type { explain as english } from '../en/explain.ts';
import type { Message } from '../messages.ts';

export const explain: Readonly<Record<keyof typeof english, Message>> = {
};
