import type { trace as english } from '../en/trace.ts';
import type { Message } from '../messages.ts';

export const trace: Readonly<Record<keyof typeof english, Message>> = {
};
