import type { issues as english } from '../en/issues.ts';
import type { Message } from '../messages.ts';

export const issues: Readonly<Record<keyof typeof english, Message>> = {
};
