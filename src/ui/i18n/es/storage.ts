import type { storage as english } from '../en/storage.ts';
import type { Message } from '../messages.ts';

export const storage: Readonly<Record<keyof typeof english, Message>> = {
};
