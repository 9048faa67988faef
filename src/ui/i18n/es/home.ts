import type { home as english } from '../en/home.ts';
import type { Message } from '../messages.ts';

export const home: Readonly<Record<keyof typeof english, Message>> = {
};
